import type { Outcome } from "./estimate";
import { betaCdf, gammaCdf, solveRising } from "./specialFunctions";

/** Things that happened in a time. */
export interface Counted {
  /** Whole number from 0. */
  readonly count: number;
  /** Time watched, in any one unit; finite and over 0. */
  readonly time: number;
}

/** A comparison of two samples, with the test that there is none. */
export interface Compared {
  readonly outcome: Outcome;
  /** Two-sided; null where nothing can be tested. */
  readonly pValue: number | null;
}

function checked({ count, time }: Counted): Counted {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count must be whole and ≥ 0, got ${count}`);
  if (!(time > 0 && time < Infinity)) throw new RangeError(`time must be finite and > 0, got ${time}`);
  return { count, time };
}

/**
 * Events by unit of time with the exact 95% interval for a Poisson count.
 *
 * @returns n = events.
 * @throws RangeError if the count or the time is none.
 * @see Garwood (1936), Biometrika 28(3/4), 437–442.
 */
export function rate(counted: Counted): Outcome {
  const { count, time } = checked(counted);
  const ceiling = count + 10 * Math.sqrt(count + 1) + 20;
  const low = count === 0 ? 0 : solveRising((mean) => gammaCdf(mean, count), 0.025, 0, count);
  const high = solveRising((mean) => gammaCdf(mean, count + 1), 0.975, count, ceiling);
  return { value: count / time, low: low / time, high: high / time, n: count };
}

/**
 * Ratio of one rate to another with its exact 95% interval, given the sum of both counts: of all events, those of the one are
 * binomial. The p-value doubles the smaller tail, so that it is under 0.05 just where the interval leaves 1 out.
 *
 * @returns value `NO_DATA` where the other has no events, as the ratio then has no end; n = events of both.
 * @throws RangeError if a count or a time is none.
 * @see Przyborowski & Wilenski (1940), Biometrika 31(3/4), 313–323; Clopper & Pearson (1934), Biometrika 26(4), 404–413.
 */
export function rateRatio(one: Counted, other: Counted): Compared {
  const [{ count: x, time: s }, { count: y, time: t }] = [checked(one), checked(other)];
  const n = x + y;
  if (n === 0) return { outcome: { withheld: "NO_DATA", n }, pValue: null };
  const share = s / (s + t);
  const least = y === 0 ? 1 : 1 - betaCdf(share, x + 1, y);
  const most = x === 0 ? 1 : betaCdf(share, x, y + 1);
  const pValue = Math.min(1, 2 * Math.min(least, most));
  if (y === 0) return { outcome: { withheld: "NO_DATA", n }, pValue };
  const ratioOf = (p: number) => ((p / (1 - p)) * t) / s;
  const low = x === 0 ? 0 : solveRising((p) => betaCdf(p, x, y + 1), 0.025, 0, 1);
  const high = solveRising((p) => betaCdf(p, x + 1, y), 0.975, 0, 1);
  return { outcome: { value: (x / s) / (y / t), low: ratioOf(low), high: ratioOf(high), n }, pValue };
}
