import type { Metric } from "./metric";

/** What is new: bursts, phrases, drift. */
export const EMERGENCE_METRICS = [] as const satisfies readonly Metric[];
