import type { Estimate, Outcome } from "../estimate";

/** The estimate of an outcome that must have one. */
export function shown(outcome: Outcome): Estimate {
  if ("withheld" in outcome) throw new Error(`withheld as ${outcome.withheld}`);
  return outcome;
}

/** Whether an interval with two ends covers the truth. */
export function covers(interval: { readonly low: number | null; readonly high: number | null }, truth: number): boolean {
  const { low, high } = interval;
  return low !== null && high !== null && low <= truth && truth <= high;
}
