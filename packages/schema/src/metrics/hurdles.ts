import type { Metric } from "./metric";

/** What systems share, and what they ask for together. */
export const HURDLES_METRICS = [] as const satisfies readonly Metric[];
