/** The gamma and beta functions behind exact intervals for counts. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Continued fractions and series end when a further term changes nothing that a double can hold. */
const PRECISION = 1e-16;
const TERMS = 100_000;
const TINY = 1e-300;

/**
 * ln Γ(x) for x > 0, to about 14 digits.
 *
 * @see Lanczos (1964), SIAM J. Numer. Anal. B 1, 86–96, with g = 7 and nine terms.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const sum = LANCZOS.reduce((all, term, k) => all + (k === 0 ? term : term / (x - 1 + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** A continued fraction b0 + a1/(b1 + a2/(b2 + …)), by the modified method of Lentz. */
function lentz(b0: number, term: (k: number) => readonly [a: number, b: number]): number {
  let value = b0 === 0 ? TINY : b0;
  let c = value;
  let d = 0;
  for (let k = 1; k < TERMS; k += 1) {
    const [a, b] = term(k);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < PRECISION * 4) return value;
  }
  throw new RangeError("the continued fraction does not settle");
}

/**
 * The regularised incomplete beta function I_x(a, b): P(X ≤ x) of a beta variable.
 *
 * @param a, b over 0. @param x in [0, 1].
 * @see Abramowitz & Stegun (1964), 26.5.8.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const fraction = lentz(1, (k) => {
    const m = Math.floor(k / 2);
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [k % 2 === 0 ? even : odd, 1];
  });
  return front / fraction;
}

/**
 * The regularised lower incomplete gamma function P(a, x): P(X ≤ x) of a gamma variable of shape a and scale 1.
 *
 * @param a over 0. @param x from 0.
 * @see Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
 */
export function gammaCdf(x: number, a: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x > a + 1) return 1 - front / lentz(x + 1 - a, (k) => [-k * (k - a), x + 2 * k + 1 - a]);
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < TERMS && term > sum * PRECISION; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return front * sum;
}

/** The x in [low, high] at which a rising function comes to `target`, to the last digits a double holds. */
export function solveRising(rising: (x: number) => number, target: number, low: number, high: number): number {
  let [left, right] = [low, high];
  for (let round = 0; round < 200; round += 1) {
    const middle = (left + right) / 2;
    if (middle === left || middle === right) return middle;
    if (rising(middle) < target) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}

/** P(|T| > |t|) of Student's t; degrees of freedom over 0, not necessarily whole. */
export const studentTwoSided = (t: number, df: number): number => betaCdf(df / (df + t * t), df / 2, 0.5);
