/**
 * Every number that the network publishes, defined once. Field descriptions of the API, tooltips and the glossary of
 * the dashboard, the heads of exports and docs/metrics.md all read this.
 */

/**
 * Who may see a metric exactly: staff, and of the work of one organisation alone its leads. Coaches, leads, funders and
 * stewards see it with noise that protects the systems in it, and not at all where they are too few.
 */
export type Audience = "staff; an organisation's leads, of its own work";

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
  | "months"
  | "days"
  | "hours a month"
  | "ratio"
  | "ratio a month"
  | "level";

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

const COUNTED =
  "Counted from the network's own rows; exact, so without an interval. In protected form with noise by the cell-key method (Fraser and Wooton, 2005), and the interval of that noise.";
const WILSON = "Wilson (1927), score interval at 95% without continuity correction.";
const KAPLAN_MEIER =
  "Kaplan and Meier (1958); 95% interval by Greenwood's variance on the log-minus-log scale (Kalbfleisch and Prentice, 1980).";

const staff = <const Id extends string>(metric: Omit<Metric, "audience"> & { readonly id: Id }): Metric & { readonly id: Id } => ({
  ...metric,
  audience: "staff; an organisation's leads, of its own work",
});

export const METRICS = [
  staff({
    id: "systems_requesting",
    label: "Systems requesting",
    unit: "systems",
    definition: "Distinct school systems that submitted a request in the period.",
    formula: "count of distinct systems over the requests in scope",
    denominator: "the systems themselves",
    source: COUNTED,
  }),
  staff({
    id: "systems_served",
    label: "Systems served",
    unit: "systems",
    definition: "Distinct school systems with a held session in the period.",
    formula: "count of distinct systems over the sessions in scope",
    denominator: "the systems themselves",
    source: COUNTED,
  }),
  staff({
    id: "schools_reached",
    label: "Schools reached",
    unit: "schools",
    definition: "Schools of the served systems, each system counted once.",
    formula: "sum of schools over served systems, from the system's own figure, else the directory's",
    denominator: "served systems whose number of schools is known",
    source: COUNTED,
  }),
  staff({
    id: "students_reached",
    label: "Students reached",
    unit: "students",
    definition: "Students enrolled in the served systems, each system counted once.",
    formula: "sum of enrollment over served systems, from the system's own figure, else the directory's",
    denominator: "served systems whose enrollment is known",
    source: COUNTED,
  }),
  staff({
    id: "median_system_students",
    label: "Students of the median system",
    unit: "students",
    definition: "Half of the served systems have fewer students; shown beside the sum, which a few giants dominate.",
    formula: "median of enrollment over served systems",
    denominator: "served systems whose enrollment is known",
    source: COUNTED,
  }),
  staff({
    id: "largest_system_share",
    label: "Share of the largest system",
    unit: "share",
    definition: "Part of all students reached who are in the single largest served system.",
    formula: "largest enrollment / students reached",
    denominator: "served systems whose enrollment is known",
    source: COUNTED,
  }),
  staff({
    id: "states_reached",
    label: "States reached",
    unit: "states",
    definition: "Distinct states and territories of the served systems.",
    formula: "count of distinct states over served systems",
    denominator: "served systems",
    source: COUNTED,
  }),
  staff({
    id: "locale_mix",
    label: "Locale mix",
    unit: "share",
    definition: "Share of the served systems in each NCES locale group; city is urban.",
    formula: "served systems of the locale / served systems with a known locale",
    denominator: "served systems with a known locale",
    source: WILSON,
  }),
  staff({
    id: "locale_student_mix",
    label: "Locale mix by students",
    unit: "share",
    definition: "Share of the students of the served systems that are in each NCES locale group; city is urban.",
    formula: "students of served systems of the locale / students of served systems with a known locale and enrollment",
    denominator: "served systems with a known locale and enrollment",
    source: "the systems' own figures, else the district directory",
  }),
  staff({
    id: "title_i_share",
    label: "Title I share",
    unit: "share",
    definition: "Share of the served systems in which 40% or more of the students are from low-income households.",
    formula: "served systems with a low-income share of 0.40 or more / served systems with a known share",
    denominator: "served systems with a known low-income share",
    source: WILSON,
  }),
  staff({
    id: "requests",
    label: "Requests",
    unit: "requests",
    definition: "Requests submitted in the period.",
    formula: "count of requests in scope",
    denominator: "distinct systems with such a request",
    source: COUNTED,
  }),
  staff({
    id: "relationships",
    label: "Relationships",
    unit: "relationships",
    definition: "Engagements whose first session was held in the period.",
    formula: "count of engagements with at least one held session, the first of them in scope",
    denominator: "distinct systems with such a relationship",
    source: COUNTED,
  }),
  staff({
    id: "sessions_held",
    label: "Sessions held",
    unit: "sessions",
    definition: "Coaching sessions held in the period.",
    formula: "count of sessions in scope",
    denominator: "distinct systems with such a session",
    source: COUNTED,
  }),
  staff({
    id: "providers_active",
    label: "Active providers",
    unit: "organisations",
    definition: "Organisations other than the hub with a coach in a session held in the period.",
    formula: "count of distinct organisations, the hub left out, over the coaches of the sessions in scope",
    denominator: "served systems",
    source: COUNTED,
  }),
  staff({
    id: "session_rating",
    label: "Session rating",
    unit: "points",
    definition: "Mean of the ratings, 1 to 5, that leaders gave to the sessions of the period.",
    formula: "sum of ratings / number of ratings",
    denominator: "rated sessions",
    source: "Student (1908), t interval at 95%.",
  }),
  staff({
    id: "rating_if_all_answered",
    label: "Rating had everyone answered",
    unit: "points",
    definition: "The lowest and highest mean possible had every unrated session been rated: all 1, or all 5.",
    formula: "(sum of ratings + unrated × 1) / sessions to (sum of ratings + unrated × 5) / sessions",
    denominator: "held sessions",
    source: "Manski (1989), worst-case bounds under non-response.",
  }),
  staff({
    id: "response_rate",
    label: "Response rate",
    unit: "share",
    definition: "Share of the held sessions that were rated.",
    formula: "rated sessions / held sessions",
    denominator: "held sessions",
    source: WILSON,
  }),
  staff({
    id: "return_rate",
    label: "Return rate",
    unit: "share",
    definition: "Share of relationships that held a second session, or whose first session's rating asked for more.",
    formula: "relationships with two or more sessions, or with wants_more on the first session / relationships",
    denominator: "relationships",
    source: WILSON,
  }),
  staff({
    id: "relationship_length",
    label: "Relationship length",
    unit: "months",
    definition:
      "How long half of the relationships last, from first to last session; those still open count for as long as they have been followed, those referred out until their last session.",
    formula: "first time at which the Kaplan-Meier curve is at or below one half; a month is 30.4375 days",
    denominator: "relationships",
    source: `${KAPLAN_MEIER} Interval of the median: Brookmeyer and Crowley (1982).`,
  }),
  staff({
    id: "sustained_four_months",
    label: "Sustained four months",
    unit: "share",
    definition: "Share of relationships that last longer than four months.",
    formula: "Kaplan-Meier curve of relationship length at 4 × 30.4375 days",
    denominator: "relationships",
    source: KAPLAN_MEIER,
  }),
  staff({
    id: "sessions_per_relationship_max",
    label: "Most sessions in a relationship",
    unit: "sessions",
    definition: "The largest number of sessions that one relationship of the period has held.",
    formula: "maximum of sessions over relationships",
    denominator: "relationships",
    source: COUNTED,
  }),
  staff({
    id: "time_to_match",
    label: "Days to match",
    unit: "days",
    definition: "Days within which half of the requests are matched with a coach; requests still open count for as long as they have waited.",
    formula: "Kaplan-Meier median of days from submission to match; withdrawn and referred requests leave the risk set then",
    denominator: "requests",
    source: KAPLAN_MEIER,
  }),
  staff({
    id: "time_to_first_session",
    label: "Days to first session",
    unit: "days",
    definition: "Days within which half of the requests have had their first session; requests still waiting count for as long as they have waited.",
    formula:
      "Kaplan-Meier median of days from submission to first session; withdrawn and referred requests, and those whose engagement closes without a call, leave the risk set then",
    denominator: "requests",
    source: KAPLAN_MEIER,
  }),
  staff({
    id: "need_volume",
    label: "Need volume",
    unit: "tags",
    definition: "Requests (or sessions) that carry the topic; one with several topics counts once for each.",
    formula: "count of requests (or sessions) in scope tagged to the topic",
    denominator: "distinct systems with such a request (or session)",
    source: COUNTED,
  }),
  staff({
    id: "need_share",
    label: "Need share",
    unit: "share",
    definition: "Share of all requests (or sessions) in scope, or in the column, that carry the topic.",
    formula: "need volume / all requests (or sessions) in scope, in the column where there are columns",
    denominator: "requests (or sessions) in scope, in the column where there are columns",
    source: WILSON,
  }),
  staff({
    id: "need_trend",
    label: "Change a month",
    unit: "ratio a month",
    definition: "Factor by which the topic's share changes from one month to the next; 1.10 is growth by a tenth.",
    formula:
      "quasi-Poisson log-linear regression of monthly tags with all requests (sessions) of the month as exposure; dispersion = Pearson X² / (months − 2), not under 1; tested from 5 tags and 4 months; q by Benjamini-Hochberg over all topics tested",
    denominator: "requests (or sessions) of all the months",
    source: "McCullagh and Nelder (1989), chapter 6; Benjamini and Hochberg (1995).",
  }),
  staff({
    id: "gap_demand",
    label: "Demand",
    unit: "requests",
    definition: "Requests on the topic that are open, or were submitted in the last 90 days.",
    formula: "count of requests tagged to the topic that are neither matched, withdrawn nor referred, or are at most 90 days old",
    denominator: "distinct systems with such a request",
    source: COUNTED,
  }),
  staff({
    id: "gap_waiting",
    label: "Waiting past target",
    unit: "requests",
    definition: "Open requests on the topic that are older than the service target of 2 days.",
    formula: "count of open requests tagged to the topic that are more than 2 days old",
    denominator: "distinct systems with such a request",
    source: COUNTED,
  }),
  staff({
    id: "gap_specialists",
    label: "Specialists",
    unit: "coaches",
    definition: "Active coaches of role specialist who list the topic and serve the place.",
    formula: "count of active specialists listing the topic",
    denominator: "the specialists themselves",
    source: COUNTED,
  }),
  staff({
    id: "gap_providers",
    label: "Organisations",
    unit: "organisations",
    definition: "Organisations those specialists come from; a topic that rests on one is fragile.",
    formula: "count of distinct organisations of the specialists",
    denominator: "the organisations themselves",
    source: COUNTED,
  }),
  staff({
    id: "capacity_hours",
    label: "Specialist hours",
    unit: "hours a month",
    definition: "Monthly hours of those specialists for the topic, each one's hours split evenly over the topics they list.",
    formula: "sum over specialists of monthly hours / topics listed",
    denominator: "the specialists whose hours are known",
    source: COUNTED,
  }),
  staff({
    id: "coverage_gap",
    label: "Coverage",
    unit: "ratio",
    definition: "The topic's share of specialist hours over its share of demand; under 1 there is more demand than capacity.",
    formula: "(specialist hours of the topic / of all topics) / (demand of the topic / of all topics)",
    denominator: "demand on the topic",
    source: COUNTED,
  }),
  staff({
    id: "gap_resources",
    label: "Resources",
    unit: "resources",
    definition: "Resources of the hub on the topic that are current.",
    formula: "count of resources tagged to the topic, published and not retired",
    denominator: "the resources themselves",
    source: COUNTED,
  }),
  staff({
    id: "challenge_level",
    label: "Challenge level",
    unit: "level",
    definition: "Mean level of the work by call number: 1 stabilise, 2 define, 3 plan and implement, 4 redesign.",
    formula: "mean of the challenge level over the n-th sessions of the relationships in scope",
    denominator: "n-th sessions with a level",
    source: "Student (1908), t interval at 95%.",
  }),
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]["id"];

const BY_ID = new Map<string, Metric>(METRICS.map((metric) => [metric.id, metric]));

/** The definition as one sentence with its unit, for descriptions of fields. */
export function describeMetric(id: MetricId): string {
  const metric = BY_ID.get(id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return `${metric.definition} Unit: ${metric.unit}. n: ${metric.denominator}.`;
}
