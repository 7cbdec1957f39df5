import { COUNTED, staffOnly, WILSON, type Metric } from "./metric";

/** How well the framework is used. */
export const FRAMEWORK_METRICS = [
  staffOnly({
    id: "tagging_agreement",
    label: "Agreement on a request's topics",
    unit: "index",
    definition: "How far people who tagged the same requests agree beyond what chance would give: 1 is always, 0 is chance.",
    formula: "Krippendorff's alpha over the sets of topics that each reader gave, with MASI distance between sets; refused under 20 requests",
    denominator: "requests that two or more people tagged",
    source: "Krippendorff (2011); Passonneau (2006) for the distance; 95% interval from 1,000 draws of requests with replacement (Zapf et al., 2016).",
  }),
  staffOnly({
    id: "topic_agreement",
    label: "Agreement on a topic",
    unit: "index",
    definition: "How far people who tagged the same requests agree on whether a topic is there, beyond what chance would give.",
    formula: "Krippendorff's alpha, nominal, of given or not given; withheld where the topic was given, by anybody, to fewer than 5 of the requests; without a lower end where nobody disagreed",
    denominator: "requests that two or more people tagged",
    source: "Krippendorff (2011); 95% interval from 1,000 draws of requests with replacement (Zapf et al., 2016).",
  }),
  staffOnly({
    id: "topic_readings",
    label: "Requests given a topic",
    unit: "requests",
    definition: "Requests tagged by two or more people of which anybody gave the topic.",
    formula: "count of such requests",
    denominator: "requests that two or more people tagged",
    source: COUNTED,
  }),
  staffOnly({
    id: "topic_confusion",
    label: "Given in each other's place",
    unit: "share",
    definition: "How often one person gave one topic of a pair and another the other instead, of the requests on which anybody gave either.",
    formula: "requests on which one reader gave the first and not the second, and another the second and not the first / requests on which anybody gave either; pairs with 2 such requests or more",
    denominator: "requests tagged by two or more people of which anybody gave either topic",
    source: WILSON,
  }),
  staffOnly({
    id: "suggestion_acceptance",
    label: "Suggestions taken",
    unit: "share",
    definition: "Share of the topics suggested for a request that a person then tagged it with.",
    formula: "suggestions whose topic a person added to the request afterwards / suggestions for requests that a person tagged afterwards",
    denominator: "suggestions for requests that a person tagged afterwards",
    source: WILSON,
  }),
] as const satisfies readonly Metric[];
