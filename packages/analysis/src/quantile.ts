import type { Outcome } from "./estimate";

/** Under so many observations no quantile is given. */
const LEAST = 5;
/** Left out on either side of a 95% interval. */
const TAIL = 0.025;

/** Which observations in rising order, from 1, bound a quantile; null where none lies far enough out. */
export interface BoundingRanks {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The order statistics between which a quantile lies with at least 95% confidence, whatever the distribution: of n observations
 * as many lie under the quantile as a binomial (n, p) says, and each end leaves out at most 2.5%.
 *
 * @param n observations, whole, from 1.
 * @param p the quantile, strictly between 0 and 1.
 * @throws RangeError for anything else.
 * @see Hahn and Meeker, Statistical Intervals (1991), section 5.2; Conover, Practical Nonparametric Statistics (1999), section 3.2.
 */
export function boundingRanks(n: number, p: number): BoundingRanks {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`n must be a whole number from 1, got ${n}`);
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie between 0 and 1, got ${p}`);
  let low: number | null = null;
  let logMass = n * Math.log1p(-p);
  const logOdds = Math.log(p) - Math.log1p(-p);
  let under = 0;
  // Rank k lies above the quantile if fewer than k observations are under it.
  for (let k = 1; k <= n; k += 1) {
    under += Math.exp(logMass);
    if (under <= TAIL) low = k;
    if (1 - under <= TAIL) return { low, high: k };
    logMass += Math.log((n - k + 1) / k) + logOdds;
  }
  return { low, high: null };
}

/**
 * A quantile of a sample, between its two nearest observations (type 7 of Hyndman and Fan, 1996), with a distribution-free 95%
 * interval; an end is null where the sample is too small to have one.
 *
 * @param values in any order and any unit.
 * @param p strictly between 0 and 1.
 * @returns the quantile in the unit of `values`, `n` = their number; NO_DATA without any, TOO_FEW under five.
 * @throws RangeError if p is not between 0 and 1.
 */
export function quantile(values: readonly number[], p: number): Outcome {
  const n = values.length;
  if (n < LEAST) return { withheld: n === 0 ? "NO_DATA" : "TOO_FEW", n };
  const rising = Float64Array.from(values).sort();
  const at = (rank: number) => rising[rank - 1] ?? Number.NaN;
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const value = at(below + 1) + (place - below) * (at(Math.min(below + 2, n)) - at(below + 1));
  const { low, high } = boundingRanks(n, p);
  return { value, low: low === null ? null : at(low), high: high === null ? null : at(high), n };
}
