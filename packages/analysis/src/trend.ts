import { normalUpperTail, studentTQuantile, Z_95 } from "./distributions";
import { studentTwoSided } from "./specialFunctions";

/** Far from the answer the fitted variance all but vanishes, and a whole step of Newton's would leave the axis. */
const LONGEST_STEP = 4;

/** What was counted in one period. */
export interface TrendPoint {
  /** When, in any one unit; finite. */
  readonly t: number;
  /** Events; ≥ 0. */
  readonly count: number;
  /** What the events are out of, or the time in which they could happen; ≥ 0, and over 0 where something was counted. */
  readonly exposure: number;
}

export interface RateTrend {
  /** Factor by which the rate changes in one unit of t. */
  readonly ratio: number;
  /** 95% interval of `ratio`. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, against a ratio of 1. */
  readonly pValue: number;
  /** Variance of the counts over their mean, not under 1. */
  readonly dispersion: number;
}

/** How the events of a series come from those who bring several each, such as the sessions of one school system. */
export interface Bringers {
  /** How many brought any. */
  readonly count: number;
  /** Sum over them of the square of (sum over one's events of t − `centre`). */
  readonly squaresAbout: (centre: number) => number;
}

export type TrendDirection = "RISING" | "FALLING" | "STEADY" | "UNCLEAR";

/**
 * Log-linear trend of a rate by quasi-Poisson regression: log E[count] = log exposure + a + b·t.
 *
 * Standard errors are widened by Pearson's X²/(points − 2) where the counts scatter more than Poisson counts do,
 * and never narrowed. Interval and p-value use the normal distribution.
 *
 * Without bringers this is the published definition of a trend, to the digit: other programs compute it again and compare. It
 * takes events as independent of each other.
 *
 * Where it is known who brought the events, the error is also that of as many independent bringers (a sandwich over clusters,
 * k/(k − 1), Student's t with k − 1 degrees of freedom), and the larger of the two counts: what one bringer brings is alike, so
 * that a few of them, coming and going, look like a trend, which no scatter around it gives away.
 *
 * @param points in any order. Those without exposure say nothing and are left out.
 * @param bringers left out for the published definition, and where every event is one of its own.
 * @returns null where no ratio can be estimated: under three points, nothing counted, all points at one time,
 *   everything counted at the first or at the last time, where the estimate would run to infinity, or counts that
 *   scatter so wildly that the interval is wider than numbers go.
 * @throws RangeError if a number is not finite or negative, or something was counted without exposure.
 * @see Wedderburn (1974), Biometrika 61(3), 439–447.
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., chapter 6.
 * @see Liang & Zeger (1986), Biometrika 73(1), 13–22, for the sandwich.
 */
export function rateTrend(points: readonly TrendPoint[], bringers?: Bringers): RateTrend | null {
  points.forEach(requirePossible);
  const exposed = points.filter(({ exposure }) => exposure > 0);
  const total = exposed.reduce((sum, { count }) => sum + count, 0);
  if (exposed.length < 3 || total === 0) return null;

  const start = exposed.reduce((least, { t }) => Math.min(least, t), Infinity);
  const span = exposed.reduce((most, { t }) => Math.max(most, t), -Infinity) - start;
  if (span === 0) return null;
  // On a time axis from 0 to 1 the slope is of moderate size whatever the unit, and a shift of the axis is no change.
  const scaled = exposed.map(({ t, count, exposure }) => ({ t: (t - start) / span, count, exposure }));
  if (allCountedAt(scaled, 0) || allCountedAt(scaled, 1) || (bringers && bringers.count < 2)) return null;

  const slope = fitSlope(scaled, total);
  const { weights, mean, variance } = tilt(scaled, slope);
  const pearson = scaled.reduce((sum, { count }, i) => {
    const expected = total * (weights[i] ?? 0);
    // An expectation that underflows to 0 belongs to a count of 0, which adds nothing.
    return expected > 0 ? sum + (count - expected) ** 2 / expected : sum;
  }, 0);
  const dispersion = Math.max(1, pearson / (scaled.length - 2));
  const scattered = Math.sqrt(dispersion / (total * variance));
  const error = bringers ? Math.max(scattered, errorOver(bringers, start + span * mean) / (total * variance * span)) : scattered;
  const reach = bringers ? studentTQuantile(0.975, bringers.count - 1) : Z_95;
  const low = Math.exp((slope - reach * error) / span);
  const high = Math.exp((slope + reach * error) / span);
  if (!(low > 0 && high < Infinity)) return null;
  const pValue = bringers ? studentTwoSided(slope / error, bringers.count - 1) : 2 * normalUpperTail(Math.abs(slope) / error);
  return { ratio: Math.exp(slope / span), low, high, pValue, dispersion };
}

/** Standard error of the score of the slope, over bringers. */
const errorOver = ({ count, squaresAbout }: Bringers, centre: number): number => Math.sqrt((squaresAbout(centre) * count) / (count - 1));

/**
 * What a trend may be called.
 *
 * @param trend per unit of t; null where there is none.
 * @param q its q-value among all trends tested together; null where it was not tested.
 * @returns RISING or FALLING where q < 0.05; else STEADY where the whole interval lies within 0.95 to 1.05; else UNCLEAR.
 */
export function trendDirection(trend: RateTrend | null, q: number | null): TrendDirection {
  if (trend === null || q === null) return "UNCLEAR";
  if (q < 0.05) return trend.ratio > 1 ? "RISING" : "FALLING";
  return trend.low >= 0.95 && trend.high <= 1.05 ? "STEADY" : "UNCLEAR";
}

/**
 * Maximum-likelihood slope. With the intercept profiled out, the score is the counts' mean time less the fitted mean
 * time, which rises with the slope; so Newton's method, kept within a bracket, always arrives.
 */
function fitSlope(points: readonly TrendPoint[], total: number): number {
  const target = points.reduce((sum, { t, count }) => sum + t * count, 0) / total;
  let slope = 0;
  let low = -Infinity;
  let high = Infinity;
  for (let round = 0; round < 200; round += 1) {
    const { mean, variance } = tilt(points, slope);
    const gap = target - mean;
    const step = gap === 0 ? 0 : Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, gap / variance));
    if (Math.abs(step) <= 1e-13 * Math.max(1, Math.abs(slope))) return slope + step;
    if (gap > 0) low = slope;
    else high = slope;
    const newton = slope + step;
    slope = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return slope;
}

/** Share of all counts expected at each point under a slope, and the mean and variance of time under these shares. */
function tilt(points: readonly TrendPoint[], slope: number): { weights: number[]; mean: number; variance: number } {
  const logs = points.map(({ t, exposure }) => Math.log(exposure) + slope * t);
  const largest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const raw = logs.map((log) => Math.exp(log - largest));
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((weight) => weight / sum);
  const average = (of: (t: number) => number) => points.reduce((acc, { t }, i) => acc + (weights[i] ?? 0) * of(t), 0);
  const mean = average((t) => t);
  return { weights, mean, variance: average((t) => (t - mean) ** 2) };
}

function allCountedAt(points: readonly TrendPoint[], time: number): boolean {
  return points.every(({ t, count }) => count === 0 || t === time);
}

function requirePossible({ t, count, exposure }: TrendPoint): void {
  const finite = Number.isFinite(t) && Number.isFinite(count) && Number.isFinite(exposure);
  if (!finite || count < 0 || exposure < 0 || (count > 0 && exposure === 0)) {
    throw new RangeError(`no such point: t ${t}, count ${count}, exposure ${exposure}`);
  }
}
