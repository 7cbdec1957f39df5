import type { Metric } from "./metric";

/** How well the framework is used. */
export const FRAMEWORK_METRICS = [] as const satisfies readonly Metric[];
