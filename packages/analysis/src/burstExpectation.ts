/** What a week counted: of `exposure` requests or sessions, `count` were on the topic. */
export interface WeekCount {
  readonly count: number;
  readonly exposure: number;
}

/** A run of weeks by their places in a series, the end exclusive. */
export interface WeekRun {
  readonly from: number;
  readonly to: number;
}

/** What the weeks outside a run lead to expect in it. */
export interface Expectation {
  readonly expected: number;
  /** Variance of the logarithm of `expected`, for a dispersion of 1. */
  readonly logVariance: number;
  /** Counted outside the run. */
  readonly outside: number;
  /** Pearson's X² over its degrees of freedom, outside the run; 0 where there are none. */
  readonly dispersion: number;
  /** How much the variance exceeds Poisson's, over the square of the mean: the sums of both over the weeks outside. */
  readonly excess: { readonly variance: number; readonly square: number };
  /** Degrees of freedom that the weeks outside leave. */
  readonly df: number;
  /** Variance of `dispersion` itself, were the counts Poisson's: (2 + mean of 1/expected) over the degrees of freedom. */
  readonly dispersionVariance: number;
  /** Share expected of each week's exposure: level and slope by week. */
  readonly rateAt: (week: number) => number;
}

/** Over the whole series the rate changes by e to this power at most: beyond it no count tells slopes apart. */
const STEEPEST = 12;
const ROUNDS = 30;

interface Sums {
  readonly weight: number;
  readonly mean: number;
  readonly spread: number;
}

/**
 * A log-linear rate, fitted by maximum likelihood to the weeks outside a run (quasi-Poisson, exposure as offset), and what it
 * expects within.
 *
 * @param weeks in order, without gaps; a week without exposure counts nothing.
 * @param run left out of the fit; an empty run leaves out nothing.
 * @param mostOfWeek what a week adds to X² at most, so that one wild week does not pass for scatter.
 */
export function expectationWithout(weeks: readonly WeekCount[], run: WeekRun, mostOfWeek = Infinity): Expectation {
  const length = Math.max(1, weeks.length - 1);
  let outside = 0;
  let moment = 0;
  weeks.forEach(({ count }, week) => {
    if (week >= run.from && week < run.to) return;
    outside += count;
    moment += count * (week / length);
  });
  const slope = outside === 0 ? 0 : fitSlope(weeks, run, moment / outside, length);
  const { without: fit, within } = sumsAt(weeks, run, slope, length);
  // Nothing outside: all that is known is that so far it came up less than once.
  const level = Math.max(outside, 1) / fit.weight;
  const rateAt = (week: number) => level * Math.exp((slope * week) / length);
  const information = Math.max(outside, 1) * fit.spread;
  const logVariance = 1 / Math.max(outside, 1) + (within.weight > 0 && information > 0 ? (within.mean - fit.mean) ** 2 / information : 0);
  return { expected: level * within.weight, logVariance, outside, ...dispersionOf(weeks, run, rateAt, mostOfWeek), rateAt };
}

/** Newton's method within bounds: the fitted mean time rises with the slope until it meets the counts' own. */
function fitSlope(weeks: readonly WeekCount[], run: WeekRun, target: number, length: number): number {
  let slope = 0;
  let low = -STEEPEST;
  let high = STEEPEST;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { mean, spread } = sumsAt(weeks, run, slope, length).without;
    const gap = target - mean;
    if (gap > 0) low = slope;
    else high = slope;
    const newton = spread > 0 ? slope + gap / spread : slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - slope) < 1e-9) return next;
    slope = next;
  }
  return slope;
}

/** Exposure times rate outside and within a run, and the mean and variance of time (0 to 1) under it. */
function sumsAt(weeks: readonly WeekCount[], run: WeekRun, slope: number, length: number): { without: Sums; within: Sums } {
  const step = Math.exp(slope / length);
  const all = new Float64Array(6);
  let factor = 1;
  for (let week = 0; week < weeks.length; week += 1, factor *= step) {
    const part = week >= run.from && week < run.to ? 3 : 0;
    const t = week / length;
    const weight = (weeks[week]?.exposure ?? 0) * factor;
    all[part] = (all[part] ?? 0) + weight;
    all[part + 1] = (all[part + 1] ?? 0) + weight * t;
    all[part + 2] = (all[part + 2] ?? 0) + weight * t * t;
  }
  return { without: momentsOf(all, 0), within: momentsOf(all, 3) };
}

function momentsOf(all: Float64Array, part: number): Sums {
  const weight = all[part] ?? 0;
  if (weight === 0) return { weight, mean: 0, spread: 0 };
  const mean = (all[part + 1] ?? 0) / weight;
  return { weight, mean, spread: Math.max(0, (all[part + 2] ?? 0) / weight - mean * mean) };
}

function dispersionOf(weeks: readonly WeekCount[], run: WeekRun, rateAt: (week: number) => number, mostOfWeek: number): Pick<Expectation, "dispersion" | "dispersionVariance" | "excess" | "df"> {
  let pearson = 0;
  let inverse = 0;
  let variance = 0;
  let square = 0;
  let df = -2;
  weeks.forEach(({ count, exposure }, week) => {
    if (exposure === 0 || (week >= run.from && week < run.to)) return;
    const expected = exposure * rateAt(week);
    const part = Math.min(mostOfWeek, (count - expected) ** 2 / expected);
    pearson += part;
    variance += (part - 1) * expected;
    square += expected ** 2;
    inverse += 1 / expected;
    df += 1;
  });
  const scatter = df > 0 ? { dispersion: pearson / df, dispersionVariance: (2 + inverse / (df + 2)) / df } : { dispersion: 0, dispersionVariance: Infinity };
  return { ...scatter, df: Math.max(0, df), excess: { variance, square } };
}
