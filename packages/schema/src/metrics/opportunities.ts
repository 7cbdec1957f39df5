import type { Metric } from "./metric";

/** What systems near each other share. */
export const OPPORTUNITIES_METRICS = [] as const satisfies readonly Metric[];
