import type { Metric } from "./metric";

/** What capacity will do to waiting. */
export const OUTLOOK_METRICS = [] as const satisfies readonly Metric[];
