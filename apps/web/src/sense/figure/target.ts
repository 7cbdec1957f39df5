import type { MetricId } from "@arl/schema/metrics";
import type { Scope } from "../scope/scope";
import type { FigureFields } from "./format";

/** One cell of a needs table, by the keys of its dimensions. */
export interface Coordinate {
  readonly dimension: string;
  readonly key: string;
}

/** The rows a figure counts. `within` narrows the page's scope to the figure's own part of it. */
export type RecordsTarget = { readonly within?: Scope } & (
  | { readonly kind: "systems"; readonly stage: "REQUESTING" | "SERVED"; readonly ids?: readonly string[] }
  | { readonly kind: "requests"; readonly at?: readonly Coordinate[]; readonly standing?: "DEMAND" | "OPEN" | "WAITING"; readonly ids?: readonly string[] }
  | { readonly kind: "sessions"; readonly at?: readonly Coordinate[]; readonly rated?: boolean }
  | { readonly kind: "engagements" }
  | { readonly kind: "specialists" }
  | { readonly kind: "resources" }
);

/** Everything the menu of a figure needs to know of it. */
export interface FigureTarget {
  /** What the figure is of, as a phrase: `Requests on scheduling, May 2020`. */
  readonly label: string;
  readonly metric: MetricId;
  readonly figure: FigureFields;
  /** What "filter by this" adds to the scope; left out where no filter says it. */
  readonly filter?: Scope | null;
  /** Left out where no rows stand behind the figure. */
  readonly records?: RecordsTarget | null;
}
