import { COUNTED, staffOnly, WILSON } from "./metric";

const ORDER_STATISTICS =
  "Between the nearest observations (Hyndman and Fan, 1996, type 7); 95% interval by order statistics, whatever the distribution (Hahn and Meeker, Statistical Intervals, 1991, section 5.2). Not given under five; an end is missing where the sample is too small to have one.";

/** How people ask: how far they come in the form, and how long it takes them. */
export const INTAKE_METRICS = [
  staffOnly({
    id: "intake_opened",
    label: "Opened the form",
    unit: "visits",
    definition: "Visits to the form for leaders that were opened in the period and an hour ago or more.",
    formula: "count of visits opened in the period, at least an hour before now; filters of place, organisation and topic do not apply, since a visit knows none",
    denominator: "the visits themselves",
    source: COUNTED,
  }),
  staffOnly({
    id: "intake_submitted",
    label: "Sent the form",
    unit: "visits",
    definition: "Visits that ended with the form being sent.",
    formula: "count of visits that were submitted",
    denominator: "the visits themselves",
    source: COUNTED,
  }),
  staffOnly({
    id: "intake_submitted_share",
    label: "Share that send the form",
    unit: "share",
    definition: "Part of the visits that ended with the form being sent.",
    formula: "visits submitted / visits",
    denominator: "visits",
    source: WILSON,
  }),
  staffOnly({
    id: "intake_reached_share",
    label: "Share that reach a field",
    unit: "share",
    definition: "Part of the visits that came to a field of the form; name and state are asked only of those whose district is not in the list.",
    formula: "visits that reached the field / visits",
    denominator: "visits",
    source: WILSON,
  }),
  staffOnly({
    id: "intake_left_share",
    label: "Share that leave at a field",
    unit: "share",
    definition: "Part of the visits that came to a field which did not send the form, and were at that field last.",
    formula: "visits not submitted that left this field last / visits that reached it",
    denominator: "visits that reached the field",
    source: WILSON,
  }),
  staffOnly({
    id: "intake_left_mix",
    label: "Where those who leave are last",
    unit: "share",
    definition: "Part of the visits that did not send the form which were at a field last, or at none.",
    formula: "visits not submitted that left this field last / visits not submitted",
    denominator: "visits not submitted",
    source: WILSON,
  }),
  staffOnly({
    id: "intake_field_seconds",
    label: "Seconds on a field",
    unit: "seconds",
    definition: "Median time that a visit which came to a field was at it, all its turns there together.",
    formula: "sample median of the seconds at the field",
    denominator: "visits that reached the field",
    source: ORDER_STATISTICS,
  }),
  staffOnly({
    id: "intake_seconds",
    label: "Seconds to send the form",
    unit: "seconds",
    definition: "How long the form took those who sent it, by its own clock: the median, and the time within which nine in ten were through.",
    formula: "sample median and 90th percentile of seconds from opening to sending, over requests in scope whose form told them",
    denominator: "requests with a known time",
    source: ORDER_STATISTICS,
  }),
  staffOnly({
    id: "intake_timed",
    label: "Requests by time in the form",
    unit: "requests",
    definition: "Requests in scope that took so long to fill in, by the form's own clock.",
    formula: "count of requests with from <= seconds < to",
    denominator: "the requests themselves",
    source: COUNTED,
  }),
] as const;
