/**
 * Who may see a metric exactly: staff, and of the work of one organisation alone its leads. Coaches, leads, funders and
 * stewards see it with noise that protects the systems in it, and not at all where they are too few. What is told to staff
 * alone has no protected form.
 */
export type Audience = "staff; an organisation's leads, of its own work" | "staff";

export type Unit =
  | "systems"
  | "schools"
  | "students"
  | "states"
  | "organisations"
  | "coaches"
  | "requests"
  | "relationships"
  | "sessions"
  | "resources"
  | "tags"
  | "share"
  | "points"
  | "visits"
  | "seconds"
  | "months"
  | "days"
  | "hours"
  | "hours a month"
  | "requests a month"
  | "requests a week"
  | "sessions a week"
  | "ratio"
  | "ratio a month"
  | "level"
  | "index";

export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** One sentence. */
  readonly definition: string;
  readonly formula: string;
  /** What n counts. */
  readonly denominator: string;
  /** Where the method comes from. */
  readonly source: string;
  readonly audience: Audience;
}

export const COUNTED =
  "Counted from the network's own rows; exact, so without an interval. In protected form with noise by the cell-key method (Fraser and Wooton, 2005), and the interval of that noise.";
export const WILSON = "Wilson (1927), score interval at 95% without continuity correction.";
export const KAPLAN_MEIER =
  "Kaplan and Meier (1958); 95% interval by Greenwood's variance on the log-minus-log scale (Kalbfleisch and Prentice, 1980).";

/** A metric with an exact and a protected form. */
export const shared = <const Id extends string>(metric: Omit<Metric, "audience"> & { readonly id: Id }): Metric & { readonly id: Id } => ({
  ...metric,
  audience: "staff; an organisation's leads, of its own work",
});

/** A metric told to staff alone. */
export const staffOnly = <const Id extends string>(metric: Omit<Metric, "audience"> & { readonly id: Id }): Metric & { readonly id: Id } => ({
  ...metric,
  audience: "staff",
});
