import { inverseOf } from "./positiveDefinite";
import type { TrendPoint } from "./trend";

/** A year must have been seen twice before anything can be called yearly. */
export const LEAST_MONTHS_OF_A_SEASON = 24;

/** With fewer events a wave of twelve months cannot be told from chance, whatever its size. */
export const LEAST_EVENTS_OF_A_SEASON = 30;

const PERIOD = 12;

export interface Season {
  /** The rate at its yearly peak over the rate at its trough, the trend taken out; ≥ 1. */
  readonly peakToTrough: number;
  /** 95% interval of `peakToTrough`. */
  readonly low: number;
  readonly high: number;
  /** Month of the peak, 0 to under 12, counted from t = 0. */
  readonly peak: number;
  /** Against no season at all. */
  readonly pValue: number;
}

/**
 * A yearly wave on top of a log-linear trend, by quasi-Poisson regression:
 * log E[count] = log exposure + a + b·t + c·cos(2πt/12) + d·sin(2πt/12).
 *
 * Dispersion is Pearson's X²/(points − 4), not under 1. c and d are tested together by Wald's F with 2 and points − 4
 * degrees of freedom; the interval of the wave's height is the delta method's on the log scale, as wide as that test, so that
 * it leaves out 1 just where the test is under 0.05. Events are taken as independent of each other.
 *
 * @param points by month, t in months from any start. Those without exposure say nothing and are left out.
 * @returns null where it cannot be estimated: a span under LEAST_MONTHS_OF_A_SEASON months, fewer than
 *   LEAST_EVENTS_OF_A_SEASON events, or a fit that runs to infinity.
 * @see Stolwijk, Straatman & Zielhuis (1999), J. Epidemiol. Community Health 53(4), 235–238, for the harmonic term.
 */
export function yearlySeason(points: readonly TrendPoint[]): Season | null {
  const exposed = points.filter(({ exposure }) => exposure > 0);
  const times = exposed.map(({ t }) => t);
  const span = Math.max(...times) - Math.min(...times) + 1;
  const events = exposed.reduce((sum, { count }) => sum + count, 0);
  if (!(span >= LEAST_MONTHS_OF_A_SEASON) || events < LEAST_EVENTS_OF_A_SEASON) return null;

  const middle = times.reduce((sum, t) => sum + t, 0) / times.length;
  const rows = exposed.map(({ t }) => [1, (t - middle) / PERIOD, Math.cos((2 * Math.PI * t) / PERIOD), Math.sin((2 * Math.PI * t) / PERIOD)]);
  const fitted = fit(rows, exposed);
  const df = exposed.length - 4;
  if (fitted === null || df < 1) return null;
  const [, , c = 0, d = 0] = fitted.coefficients;
  const variance = (i: number, j: number) => fitted.dispersion * (fitted.inverse[i]?.[j] ?? 0);
  const [cc, cd, dd] = [variance(2, 2), variance(2, 3), variance(3, 3)];
  const wald = (c * c * dd - 2 * c * d * cd + d * d * cc) / (cc * dd - cd * cd);
  const height = Math.hypot(c, d);
  const error = height === 0 ? Math.sqrt(Math.max(cc, dd)) : Math.sqrt(c * c * cc + 2 * c * d * cd + d * d * dd) / height;
  // A height has two directions to err in: where there is no season, it is F's quantile that covers, not t's.
  const reach = Math.sqrt(df * (0.05 ** (-2 / df) - 1)) * error;
  return {
    peakToTrough: Math.exp(2 * height),
    low: Math.exp(2 * Math.max(0, height - reach)),
    high: Math.exp(2 * (height + reach)),
    peak: ((Math.atan2(d, c) / (2 * Math.PI)) * PERIOD + PERIOD) % PERIOD,
    // The upper tail of F with two degrees of freedom above has a closed form.
    pValue: (1 + wald / df) ** (-df / 2),
  };
}

interface Fit {
  readonly coefficients: readonly number[];
  readonly inverse: readonly (readonly number[])[];
  readonly dispersion: number;
}

/** Iteratively reweighted least squares; null where it does not settle. */
function fit(rows: readonly (readonly number[])[], points: readonly TrendPoint[]): Fit | null {
  const rate = points.reduce((sum, { count }) => sum + count, 0) / points.reduce((sum, { exposure }) => sum + exposure, 0);
  let coefficients = [Math.log(rate), 0, 0, 0];
  for (let round = 0; round < 60; round += 1) {
    const means = meansOf(rows, points, coefficients);
    const inverse = inverseOf(information(rows, means));
    if (inverse === null) return null;
    const score = coefficients.map((_, j) => rows.reduce((sum, row, i) => sum + (row[j] ?? 0) * ((points[i]?.count ?? 0) - (means[i] ?? 0)), 0));
    const steps = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (score[j] ?? 0), 0));
    const longest = Math.max(...steps.map(Math.abs));
    if (!Number.isFinite(longest)) return null;
    const shorten = Math.min(1, 2 / longest);
    coefficients = coefficients.map((value, j) => value + shorten * (steps[j] ?? 0));
    if (longest < 1e-10) return { coefficients, inverse, dispersion: dispersionOf(points, means, coefficients.length) };
  }
  return null;
}

function meansOf(rows: readonly (readonly number[])[], points: readonly TrendPoint[], coefficients: readonly number[]): number[] {
  return rows.map((row, i) => (points[i]?.exposure ?? 0) * Math.exp(row.reduce((sum, value, j) => sum + value * (coefficients[j] ?? 0), 0)));
}

function information(rows: readonly (readonly number[])[], means: readonly number[]): number[][] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, j) =>
    Array.from({ length: width }, (_unused, k) => rows.reduce((sum, row, i) => sum + (means[i] ?? 0) * (row[j] ?? 0) * (row[k] ?? 0), 0)),
  );
}

function dispersionOf(points: readonly TrendPoint[], means: readonly number[], parameters: number): number {
  const pearson = points.reduce((sum, { count }, i) => sum + (count - (means[i] ?? 0)) ** 2 / (means[i] ?? 1), 0);
  return Math.max(1, pearson / (points.length - parameters));
}
