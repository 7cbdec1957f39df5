import type { Metric } from "./metric";

/** How deep the work goes, and how good it is. */
export const DEPTH_METRICS = [] as const satisfies readonly Metric[];
