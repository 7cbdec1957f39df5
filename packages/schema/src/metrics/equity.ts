import type { Metric } from "./metric";

/** Who is reached, and who stays. */
export const EQUITY_METRICS = [] as const satisfies readonly Metric[];
