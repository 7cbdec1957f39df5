import { COUNTED, staffOnly, WILSON, type Metric } from "./metric";

/** What is new: bursts, phrases, drift. */
export const EMERGENCE_METRICS = [
  staffOnly({
    id: "topic_burst",
    label: "Burst",
    unit: "ratio",
    definition: "How many times more often a topic came up in one to three weeks than the other weeks' level and trend lead to expect.",
    formula:
      "count in the window / count expected by a log-linear quasi-Poisson rate of the other weeks, with each week's requests or sessions as exposure; shown where q < 0.05 over all windows of all topics. As it is the highest of many windows, the ratio rather errs on the high side",
    denominator: "requests or sessions on the topic in the window",
    source:
      "Conditional test of two Poisson counts (Przyborowski and Wilenski, 1940), widened for over-dispersion and for doubt about the trend; Benjamini and Hochberg (1995). The weeks marked as raised are those of Kleinberg's (2002) two-state automaton.",
  }),
  staffOnly({
    id: "burst_count",
    label: "Came up in the burst",
    unit: "tags",
    definition: "How often a topic came up in the weeks of a burst.",
    formula: "count of (request or session, topic) in the window",
    denominator: "all requests or sessions of the window",
    source: COUNTED,
  }),
  staffOnly({
    id: "phrase_systems",
    label: "Systems that use a phrase",
    unit: "systems",
    definition: "Systems whose leaders used a phrase in what they wrote, inflected forms taken as one.",
    formula: "count of distinct systems with a request whose narrative has the phrase",
    denominator: "systems with a narrative in the same time",
    source: COUNTED,
  }),
  staffOnly({
    id: "phrase_rise",
    label: "Rise of a phrase",
    unit: "ratio",
    definition: "How many times larger the share of systems that use a phrase is in the last weeks than it was before.",
    formula:
      "(recent systems with it + ½) / (recent systems + ½) over the same before; shown where at least 3 systems use it recently, the framework does not name it, and q < 0.05 by Fisher's exact test over all phrases frequent enough to tell",
    denominator: "systems with a narrative recently, and before, together",
    source:
      "Walter (1975) and Katz et al. (1978) for ratio and interval; Tarone (1990) and Gilbert (2005) for which phrases are tested. Beside it Dunning's (1993) log-likelihood ratio.",
  }),
  staffOnly({
    id: "topic_stage",
    label: "Requests with a topic at a stage",
    unit: "requests",
    definition: "Requests on a topic as asked by the leader, as tagged by the network, or as coached in their sessions.",
    formula: "count of requests with the topic among the leader's choices, the tags that stand, or the topics of a session held; a session without topics has its request's",
    denominator: "requests of which the stage is recorded",
    source: COUNTED,
  }),
  staffOnly({
    id: "topic_kept",
    label: "Kept",
    unit: "share",
    definition: "Share of the requests with a topic at one stage that have it at a later one as well.",
    formula: "requests with the topic at both stages / requests with it at the first whose later stage is known",
    denominator: "requests with the topic at the first stage whose later stage is known",
    source: WILSON,
  }),
  staffOnly({
    id: "topic_flow",
    label: "Went to another topic",
    unit: "share",
    definition: "Share of the requests asked on one topic, and not on the other, that came to be coached on the other.",
    formula: "requests asked on the first and not the second, coached on the second / those asked on the first and not the second with a session held",
    denominator: "coached requests asked on the first topic and not the second",
    source: "Wilson (1927) for the interval; Fisher's exact test, one-sided, against requests asked on neither, with Benjamini and Hochberg's (1995) q over all pairs of topics with five requests each.",
  }),
] as const satisfies readonly Metric[];
