import type { Outcome } from "./estimate";

/** So many of so many. */
export interface Part {
  readonly part: number;
  readonly whole: number;
}

/** The 95% quantile of chi-squared with one degree of freedom. */
const CHI_SQUARED_95 = 3.841458820694124;

/**
 * The ratio of two independent shares with its 95% score interval.
 *
 * The interval has no approximation on the log scale in it, and so holds where counts are small; where the second part is
 * empty it has no upper end.
 *
 * @returns the ratio, `n` = both wholes together; NO_DATA where nothing is counted, or nothing in the second part.
 * @throws RangeError unless each part is a whole number from 0 to its whole.
 * @see Koopman (1984), Confidence intervals for the ratio of two binomial proportions, Biometrics 40(2), 513–517.
 */
export function riskRatio(one: Part, other: Part): Outcome {
  for (const { part, whole } of [one, other]) {
    if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || part > whole) throw new RangeError(`there are no ${part} of ${whole}`);
  }
  const n = one.whole + other.whole;
  if (one.whole === 0 || other.whole === 0 || other.part === 0) return { withheld: "NO_DATA", n };
  const value = one.part / one.whole / (other.part / other.whole);
  const tooFar = (ratio: number): boolean => scoreStatistic(one, other, ratio) > CHI_SQUARED_95;
  return { value, low: one.part === 0 ? 0 : edge(tooFar, value, 0.5), high: edge(tooFar, one.part === 0 ? 1e-6 : value, 2), n };
}

/** How far both parts lie from the shares that have this ratio and fit best, as chi-squared. */
function scoreStatistic({ part: x, whole: m }: Part, { part: y, whole: n }: Part, ratio: number): number {
  const b = ratio * (m + y) + x + n;
  const first = (b - Math.sqrt(Math.max(0, b * b - 4 * ratio * (m + n) * (x + y)))) / (2 * (m + n));
  return distance(x, m, Math.min(1, first)) + distance(y, n, Math.min(1, first / ratio));
}

function distance(part: number, whole: number, share: number): number {
  const off = part - whole * share;
  const spread = whole * share * (1 - share);
  if (spread > 0) return off ** 2 / spread;
  return Math.abs(off) < 1e-9 ? 0 : Infinity;
}

/** Where a ratio becomes too far, going from one that is not, by factors of `stride` and then by halves of the way on the log scale. */
function edge(tooFar: (ratio: number) => boolean, from: number, stride: number): number {
  let near = from;
  let far = from * stride;
  for (let step = 0; step < 200 && !tooFar(far); step += 1) {
    near = far;
    far *= stride;
  }
  for (let step = 0; step < 60; step += 1) {
    const middle = Math.sqrt(near * far);
    if (tooFar(middle)) far = middle;
    else near = middle;
  }
  return Math.sqrt(near * far);
}
