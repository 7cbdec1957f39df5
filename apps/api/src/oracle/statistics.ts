/**
 * Statistics from their definitions, slow and plain: numbers are only compared with these, never shown.
 */

/** Standard normal density. */
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Upper tail of the standard normal.
 * @see Abramowitz & Stegun (1964), 26.2.11 (power series) and 26.2.14 (continued fraction).
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 3) {
    let fraction = 0;
    for (let k = 200; k >= 1; k -= 1) fraction = k / (z + fraction);
    return density(z) / (z + fraction);
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/** Where an increasing function passes a target, by halving. */
function solve(increasing: (x: number) => number, target: number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let halving = 0; halving < 200; halving += 1) {
    const middle = (below + above) / 2;
    if (increasing(middle) < target) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** The normal quantile of a two-sided 95% interval, 1.95996… */
export const Z95 = solve((z) => 1 - normalTail(z), 0.975, 0, 10);

/** Integral of a smooth function by Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, panels: number): number {
  const h = (to - from) / (2 * panels);
  let sum = f(from) + f(to);
  for (let i = 1; i < 2 * panels; i += 1) sum += f(from + i * h) * (i % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

const tQuantiles = new Map<number, number>();

/**
 * The 97.5th percentile of Student's t. With t = √ν tan θ, the share of t between 0 and √ν tan θ is half of
 * ∫₀^θ cos^(ν−1) over ∫₀^(π/2) cos^(ν−1).
 * @param freedom whole degrees of freedom, at least 1.
 */
export function t95(freedom: number): number {
  const known = tQuantiles.get(freedom);
  if (known !== undefined) return known;
  const power = (angle: number): number => Math.cos(angle) ** (freedom - 1);
  const panelsFor = (angle: number): number => Math.ceil(100 * angle * Math.sqrt(freedom)) + 200;
  let whole = Math.PI / 2;
  if (freedom % 2 === 0) whole = 1;
  for (let m = freedom % 2 === 0 ? 3 : 2; m <= freedom - 1; m += 2) whole *= (m - 1) / m;
  // Newton's steps: the derivative of the integral is the integrand.
  let angle = Math.atan(Z95 / Math.sqrt(freedom));
  for (let step = 0; step < 50; step += 1) {
    const share = 0.5 + integral(power, 0, angle, panelsFor(angle)) / whole / 2;
    const move = ((0.975 - share) * 2 * whole) / power(angle);
    angle = Math.min(angle + move, (angle + Math.PI / 2) / 2);
    if (Math.abs(move) < 1e-15) break;
  }
  const quantile = Math.sqrt(freedom) * Math.tan(angle);
  tQuantiles.set(freedom, quantile);
  return quantile;
}

/**
 * Interval of a share: the p at which the observed share is Z95 standard errors of p away.
 * @see Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212.
 */
export function wilson(successes: number, n: number): { low: number; high: number } {
  const share = successes / n;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Benjamini & Hochberg (1995): the smallest false discovery rate at which each would be a discovery. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  return pValues.map((p) => {
    const candidates = sorted
      .map((other, index) => ({ other, q: (other * sorted.length) / (index + 1) }))
      .filter(({ other }) => other >= p);
    return Math.min(1, ...candidates.map(({ q }) => q));
  });
}

export interface RateRatio {
  /** Factor by which the rate changes over one unit of time. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, from the normal distribution. */
  readonly p: number;
}

export interface RatePoint {
  readonly time: number;
  readonly events: number;
  readonly exposure: number;
}

/**
 * Log-linear rate of events, log E[events] = log exposure + a + b·time, by Newton's method on the Poisson
 * likelihood; the variance is multiplied by Pearson's X² over its degrees of freedom where that is above 1.
 * @returns null where there is no finite slope: all events at the first or all at the last time.
 */
export function rateRatio(points: readonly RatePoint[]): RateRatio | null {
  const times = points.filter(({ events }) => events > 0).map(({ time }) => time);
  const all = points.map(({ time }) => time);
  if (Math.max(...times) === Math.min(...all) || Math.min(...times) === Math.max(...all)) return null;
  const events = points.reduce((sum, point) => sum + point.events, 0);
  const mean = points.reduce((sum, point) => sum + point.time * point.events, 0) / events;
  // For a given slope the best level makes fitted and observed totals equal: one equation is left.
  const fitted = (slope: number): number[] => {
    const weights = points.map(({ time, exposure }) => exposure * Math.exp(slope * (time - mean)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (events * weight) / total);
  };
  const moments = (expected: readonly number[]) => {
    const centre = points.reduce((sum, { time }, i) => sum + (time - mean) * (expected[i] ?? 0), 0);
    const square = points.reduce((sum, { time }, i) => sum + (time - mean) ** 2 * (expected[i] ?? 0), 0);
    return { centre, spread: square - (centre * centre) / events };
  };
  let slope = 0;
  for (let step = 0; step < 500; step += 1) {
    const { centre, spread } = moments(fitted(slope));
    const move = Math.max(-0.5, Math.min(0.5, -centre / spread));
    slope += move;
    if (Math.abs(move) < 1e-14) break;
  }
  const expected = fitted(slope);
  const pearson = points.reduce((sum, point, i) => sum + (point.events - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 0), 0);
  const dispersion = Math.max(1, pearson / (points.length - 2));
  const error = Math.sqrt(dispersion / moments(expected).spread);
  return {
    ratio: Math.exp(slope),
    low: Math.exp(slope - Z95 * error),
    high: Math.exp(slope + Z95 * error),
    p: 2 * normalTail(Math.abs(slope) / error),
  };
}
