import { COUNTED, shared, staffOnly, type Metric } from "./metric";

const LIFT_INTERVAL =
  "Fisher's exact test, one-sided (Fisher, 1935), with Benjamini and Hochberg (1995) over all pairs tested; 95% interval from the limits that are exact given how many systems ask for each topic (Cornfield, 1956), widened for the chance in those numbers. In protected form from protected counts, the interval widened by their noise.";

/** What systems share, and what they ask for together. */
export const HURDLES_METRICS = [
  shared({
    id: "hurdle_systems",
    label: "Systems that share it",
    unit: "systems",
    definition: "Distinct systems that asked for the topic, or for both topics of the pair, over all their requests in scope.",
    formula: "count of distinct systems, of a pair those with both topics among their requests' tags",
    denominator: "the systems themselves",
    source: COUNTED,
  }),
  shared({
    id: "hurdle_states",
    label: "States that share it",
    unit: "states",
    definition: "States of the systems that asked for the topic, or for both topics of the pair.",
    formula: "count of distinct states of those systems",
    denominator: "systems that share it",
    source: COUNTED,
  }),
  shared({
    id: "hurdle_providers",
    label: "Organisations that work on it",
    unit: "organisations",
    definition: "Organisations other than the hub with a coach on an engagement of those systems' requests for the topic, or for either topic of the pair.",
    formula: "count of distinct organisations over the engagements begun by then of requests tagged with the topic, or either of the two",
    denominator: "systems that share it",
    source: COUNTED,
  }),
  shared({
    id: "hurdle_expected",
    label: "Systems expected to share it",
    unit: "systems",
    definition: "Systems that would ask for both topics if asking for one said nothing of asking for the other.",
    formula: "systems asking for the one × systems asking for the other / all requesting systems",
    denominator: "requesting systems in scope, whatever they asked for",
    source: COUNTED,
  }),
  shared({
    id: "hurdle_lift",
    label: "Lift",
    unit: "ratio",
    definition: "How many times as many systems ask for both topics as would if asking for one said nothing of asking for the other; 1 = as many.",
    formula: "systems asking for both / (systems asking for the one × systems asking for the other / all requesting systems)",
    denominator: "requesting systems in scope, whatever they asked for",
    source: LIFT_INTERVAL,
  }),
  staffOnly({
    id: "need_npmi",
    label: "Closeness of two needs",
    unit: "points",
    definition: "How far two topics are asked for by the same systems: 1 = only together, 0 = as independent ones would be, −1 = never by the same system.",
    formula: "ln(lift) / −ln(share of systems that asked for both)",
    denominator: "requesting systems in scope, whatever they asked for",
    source: "Normalised pointwise mutual information (Bouma, 2009); without an interval, and used to draw only.",
  }),
  staffOnly({
    id: "need_cohesion",
    label: "Cohesion of a group of needs",
    unit: "share",
    definition: "Part of all the closeness of a group's topics that is among themselves.",
    formula: "sum of closeness over links within the group / sum over links with at least one end in it",
    denominator: "links with at least one end in the group",
    source: "Groups by the Louvain method (Blondel et al., 2008) at resolution 1 with a fixed seed, told apart from chance by 19 shuffled networks (curveball; Strona et al., 2014); without an interval.",
  }),
  staffOnly({
    id: "need_sequence_relationships",
    label: "Relationships in which it follows",
    unit: "relationships",
    definition: "Relationships in which the second topic was first coached in a later session than the first one.",
    formula: "count of relationships whose first session on the first topic comes before their first session on the second",
    denominator: "the relationships themselves",
    source: COUNTED,
  }),
  staffOnly({
    id: "need_sequence_share",
    label: "Share in which it follows",
    unit: "share",
    definition: "Part of the relationships coached on the first topic, with a session after and the second not coached yet, in which the second came later.",
    formula: "relationships in which it follows / relationships in which it could",
    denominator: "relationships coached on the first topic that went on, the second not coached by then",
    source: "Wilson (1927), score interval at 95% without continuity correction.",
  }),
  staffOnly({
    id: "need_sequence_lift",
    label: "Lift over the order of chance",
    unit: "ratio",
    definition: "How many times as often the first topic comes before the second as it would if each relationship's sessions were in random order; 1 = as often.",
    formula: "relationships in which the first comes before the second / sum over relationships with both of the chance that it does",
    denominator: "relationships with sessions on both, whose order could tell",
    source:
      "Permutation of the sessions within each relationship, worked out exactly (Fisher, 1935; Poisson-binomial distribution); one-sided, with Benjamini and Hochberg (1995) over all ordered pairs tested; 95% interval of a common factor on the odds.",
  }),
] as const satisfies readonly Metric[];
