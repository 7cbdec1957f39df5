import { staffOnly, type Metric } from "./metric";

const EXACT_POISSON = "Garwood (1936), exact interval for a Poisson count. It takes events for independent; sessions come in relationships, so theirs is rather too narrow.";

const BY_SYSTEMS =
  "Records of one system are alike: the deviate is divided, and the interval widened, by the square root of the design effect, never under 1, found by leaving out one system at a time, with Student's t (Rao and Scott, 1992; Satterthwaite, 1946).";

/** What two scopes are compared by, beside the figures that have pages of their own. */
export const COMPARE_METRICS = [
  staffOnly({
    id: "requests_a_week",
    label: "Requests a week",
    unit: "requests a week",
    definition: "Requests submitted in scope for each week of its period, counted from the network's first record at the earliest.",
    formula: "requests / weeks from the later of the period's and the network's first day to as of",
    denominator: "requests",
    source: EXACT_POISSON,
  }),
  staffOnly({
    id: "sessions_a_week",
    label: "Calls a week",
    unit: "sessions a week",
    definition: "Sessions held in scope for each week of its period, counted from the network's first record at the earliest.",
    formula: "sessions / weeks from the later of the period's and the network's first day to as of",
    denominator: "sessions",
    source: EXACT_POISSON,
  }),
  staffOnly({
    id: "scope_difference",
    label: "Difference between two scopes",
    unit: "points",
    definition: "The figure of the one scope less that of the other, which share no record; shares in points, means in the unit of what they are of.",
    formula: "figure of the one scope - figure of the other",
    denominator: "what the figures of both rest on",
    source:
      `Shares: Newcombe (1998), method 10. Means: Welch (1947). Survival at four months: tested on the log-minus-log scale (Klein, Logan, Harhoff and Andersen, 2007), interval from those of the two curves (Zou and Donner, 2008). ${BY_SYSTEMS} q: Benjamini and Hochberg (1995), over the differences compared.`,
  }),
  staffOnly({
    id: "scope_ratio",
    label: "Ratio between two scopes",
    unit: "ratio",
    definition: "The figure of the one scope over that of the other, which share no record.",
    formula: "figure of the one scope / figure of the other",
    denominator: "what was counted in both",
    source:
      `Exact conditional test and interval for two Poisson counts: Przyborowski and Wilenski (1940), Clopper and Pearson (1934). ${BY_SYSTEMS} q: Benjamini and Hochberg (1995), over the ratios compared.`,
  }),
] as const satisfies readonly Metric[];
