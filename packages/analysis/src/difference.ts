import { normalUpperTail, Z_95 } from "./distributions";
import type { Estimate } from "./estimate";
import { wilson } from "./proportion";
import type { Compared } from "./rate";
import { logGamma, solveRising, studentTwoSided } from "./specialFunctions";

/** So many of so many. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/** Below this expected count the normal approximation of the test is not to be trusted. */
const LEAST_EXPECTED = 5;

/**
 * Difference of two independent shares (one − other) with its 95% interval from the two Wilson intervals.
 *
 * The p-value is that of the pooled score test; of Fisher's exact test, two-sided by likelihood, where an expected count is
 * under 5.
 *
 * @returns in [-1, 1], n = trials of both; NO_DATA where either has no trials.
 * @throws RangeError if a number is negative or not whole, or successes exceed trials.
 * @see Newcombe (1998), Stat. Med. 17(8), 873–890, method 10.
 */
export function differenceOfShares(one: Share, other: Share): Compared {
  const n = one.trials + other.trials;
  const [a, b] = [wilson(one.successes, one.trials), wilson(other.successes, other.trials)];
  if ("withheld" in a || "withheld" in b) return { outcome: { withheld: "NO_DATA", n }, pValue: null };
  return { outcome: { ...squareAndAdd(a, b), n }, pValue: testOfShares(one, other) };
}

/** The interval of a difference from those of its two sides (Zou & Donner, 2008, Stat. Med. 27(10), 1693–1702). */
function squareAndAdd(a: Estimate, b: Estimate): { value: number; low: number | null; high: number | null } {
  const value = a.value - b.value;
  if (a.low === null || a.high === null || b.low === null || b.high === null) return { value, low: null, high: null };
  return { value, low: value - Math.hypot(a.value - a.low, b.high - b.value), high: value + Math.hypot(a.high - a.value, b.value - b.low) };
}

function testOfShares({ successes: x, trials: m }: Share, { successes: y, trials: n }: Share): number {
  const pooled = (x + y) / (m + n);
  if (Math.min(m, n) * Math.min(pooled, 1 - pooled) < LEAST_EXPECTED) return fisher(x, m, y, n);
  const z = (x / m - y / n) / Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  return 2 * normalUpperTail(Math.abs(z));
}

function fisher(x: number, m: number, y: number, n: number): number {
  const all = x + y;
  const choose = (k: number, of: number) => logGamma(of + 1) - logGamma(k + 1) - logGamma(of - k + 1);
  const likelihood = (k: number) => Math.exp(choose(k, m) + choose(all - k, n) - choose(all, m + n));
  const [first, last] = [Math.max(0, all - n), Math.min(m, all)];
  const limit = likelihood(x) * (1 + 1e-7);
  let sum = 0;
  for (let k = first; k <= last; k += 1) {
    const each = likelihood(k);
    if (each <= limit) sum += each;
  }
  return Math.min(1, sum);
}

/** What a mean needs of its sample. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** Of the observations, with n − 1 below the line. */
  readonly variance: number;
}

/**
 * Difference of two independent means (one − other) with its 95% interval, variances unequal.
 *
 * @returns in the unit of the observations, n = observations of both. NO_DATA where a side has none, TOO_FEW where a side has
 *   one alone or neither varies.
 * @see Welch (1947), Biometrika 34(1/2), 28–35; degrees of freedom by Satterthwaite (1946).
 */
export function differenceOfMeans(one: Sample, other: Sample): Compared {
  const n = one.n + other.n;
  const least = Math.min(one.n, other.n);
  if (least < 1) return { outcome: { withheld: "NO_DATA", n }, pValue: null };
  const [a, b] = [one.variance / one.n, other.variance / other.n];
  if (least < 2 || !(a + b > 0)) return { outcome: { withheld: "TOO_FEW", n }, pValue: null };
  const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
  const value = one.mean - other.mean;
  const half = quantileT95(df) * Math.sqrt(a + b);
  return { outcome: { value, low: value - half, high: value + half, n }, pValue: studentTwoSided(value / Math.sqrt(a + b), df) };
}

/**
 * Difference of two independent curves at one time (one − other), each given with its log-minus-log interval.
 *
 * Tested on the log-minus-log scale, which holds its level at small numbers where the plain difference does not; the interval
 * of the difference is made from the two curves' own.
 *
 * @returns n = spells of both; TOO_FEW where a curve is at 1 or 0, since it has no interval there.
 * @see Klein, Logan, Harhoff & Andersen (2007), Stat. Med. 26(24), 4505–4519.
 */
export function differenceOfSurvival(one: Estimate, other: Estimate): Compared {
  const n = one.n + other.n;
  const [a, b] = [logMinusLog(one), logMinusLog(other)];
  if (a === null || b === null) return { outcome: { withheld: "TOO_FEW", n }, pValue: null };
  const z = (a.at - b.at) / Math.hypot(a.error, b.error);
  return { outcome: { ...squareAndAdd(one, other), n }, pValue: 2 * normalUpperTail(Math.abs(z)) };
}

/** The t that |T| stays under in 95 of 100, for degrees of freedom that need not be whole, from 1 on. */
const quantileT95 = (df: number): number => solveRising((t) => 1 - studentTwoSided(t, df), 0.95, 0, 13);

/** A survival on the scale on which its interval is symmetric, with its standard error there. */
function logMinusLog({ value, low }: Estimate): { at: number; error: number } | null {
  if (low === null || value <= 0 || value >= 1) return null;
  const scale = (survival: number) => Math.log(-Math.log(survival));
  return { at: scale(value), error: (scale(low) - scale(value)) / Z_95 };
}
