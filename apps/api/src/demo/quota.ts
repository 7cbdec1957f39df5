import { at } from "./random";

/**
 * How many rows of each period carry a tag so that its share follows `shares` as closely as whole numbers allow:
 * the running total is rounded, never the single period, so no drift builds up.
 *
 * @param rows rows of each period
 * @param shares wanted share of each period, 0 to 1
 * @param phase 0 to 1; varies from tag to tag, so that small tags do not all fall into the same periods
 */
export function quotas(rows: readonly number[], shares: readonly number[], phase: number): number[] {
  let wanted = phase;
  let given = 0;
  return rows.map((count, period) => {
    wanted += count * at(shares, period);
    const quota = Math.floor(wanted) - given;
    given += quota;
    return quota;
  });
}

/**
 * Whole numbers in proportion to `weights` with exactly the sum `total` (largest remainder, Hamilton's method), none
 * under `least`.
 */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const open = total - least * weights.length;
  if (open < 0) throw new RangeError("the total is too small for the least each must get");
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (open * weight) / sum);
  const whole = exact.map(Math.floor);
  const missing = open - whole.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  const extra = new Set(byRemainder.slice(0, missing).map((part) => part.index));
  return whole.map((part, index) => least + part + (extra.has(index) ? 1 : 0));
}
