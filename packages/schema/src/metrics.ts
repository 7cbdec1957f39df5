/**
 * Every number that the network publishes, defined once. Field descriptions of the API, tooltips and the glossary of
 * the dashboard, the heads of exports and docs/metrics.md all read this.
 */

import { CAPACITY_METRICS } from "./metrics/capacity";
import { COMPARE_METRICS } from "./metrics/compare";
import { CORE_METRICS } from "./metrics/core";
import { DEPTH_METRICS } from "./metrics/depth";
import { EMERGENCE_METRICS } from "./metrics/emergence";
import { EQUITY_METRICS } from "./metrics/equity";
import { FRAMEWORK_METRICS } from "./metrics/framework";
import { HURDLES_METRICS } from "./metrics/hurdles";
import { INTAKE_METRICS } from "./metrics/intake";
import { MATCHING_METRICS } from "./metrics/matching";
import { OPPORTUNITIES_METRICS } from "./metrics/opportunities";
import { OUTLOOK_METRICS } from "./metrics/outlook";
import type { Metric } from "./metrics/metric";

export type { Metric, Unit } from "./metrics/metric";

export const METRICS = [
  ...CORE_METRICS,
  ...HURDLES_METRICS,
  ...EMERGENCE_METRICS,
  ...EQUITY_METRICS,
  ...DEPTH_METRICS,
  ...OUTLOOK_METRICS,
  ...OPPORTUNITIES_METRICS,
  ...CAPACITY_METRICS,
  ...MATCHING_METRICS,
  ...INTAKE_METRICS,
  ...FRAMEWORK_METRICS,
  ...COMPARE_METRICS,
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]["id"];

const BY_ID = new Map<string, Metric>(METRICS.map((metric) => [metric.id, metric]));

/** The definition as one sentence with its unit, for descriptions of fields. */
export function describeMetric(id: MetricId): string {
  const metric = BY_ID.get(id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return `${metric.definition} Unit: ${metric.unit}. n: ${metric.denominator}.`;
}
