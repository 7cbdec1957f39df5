import type { Unit } from "./format";

/** How each metric of the registry is written. */
export const UNIT_OF = {
  systems_requesting: "count",
  systems_served: "count",
  schools_reached: "count",
  students_reached: "count",
  median_system_students: "count",
  largest_system_share: "share",
  states_reached: "count",
  locale_mix: "share",
  title_i_share: "share",
  requests: "count",
  relationships: "count",
  sessions_held: "count",
  providers_active: "count",
  session_rating: "rating",
  rating_if_all_answered: "rating",
  response_rate: "share",
  return_rate: "share",
  relationship_length: "months",
  sustained_four_months: "share",
  sessions_per_relationship_max: "count",
  time_to_match: "days",
  time_to_first_session: "days",
  need_volume: "count",
  need_share: "share",
  need_trend: "ratio",
  gap_demand: "count",
  gap_waiting: "count",
  gap_specialists: "count",
  gap_providers: "count",
  capacity_hours: "hours",
  coverage_gap: "ratio",
  gap_resources: "count",
  challenge_level: "level",
} as const satisfies Record<string, Unit>;

/** Ids of the metric registry that pages show. */
export type MetricId = keyof typeof UNIT_OF;
