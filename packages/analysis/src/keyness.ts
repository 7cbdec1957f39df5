import { fisherGreater } from "./association";
import { Z_95 } from "./distributions";

/** So many of so many, in two parts of a whole that are compared: with it in the first, of all in the first, and of the second. */
export interface TwoParts {
  readonly first: number;
  readonly allFirst: number;
  readonly second: number;
  readonly allSecond: number;
}

/**
 * Dunning's log-likelihood ratio: how badly one common share fits both parts. Asymptotically chi-squared with one degree of
 * freedom where they are alike.
 *
 * @returns −2 log λ, from 0.
 * @throws RangeError unless the counts fit together.
 * @see Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19(1), 61–74.
 */
export function logLikelihoodRatio(parts: TwoParts): number {
  check(parts);
  const { first, allFirst, second, allSecond } = parts;
  const all = allFirst + allSecond;
  const cells = [
    [first, allFirst, first + second],
    [allFirst - first, allFirst, all - first - second],
    [second, allSecond, first + second],
    [allSecond - second, allSecond, all - first - second],
  ] as const;
  return cells.reduce((sum, [observed, row, column]) => sum + (observed === 0 ? 0 : 2 * observed * Math.log((observed * all) / (row * column))), 0);
}

/** Fisher's exact test that the share of the first part is the higher one, one-sided. @throws RangeError unless the counts fit together. */
export function higherInFirst(parts: TwoParts): number {
  check(parts);
  const { first, allFirst, second, allSecond } = parts;
  return fisherGreater({ both: first, first: first + second, second: allFirst, all: allFirst + allSecond });
}

/** The least p that `higherInFirst` could give with so many in both parts together. */
export function leastPossible(together: number, allFirst: number, allSecond: number): number {
  const first = Math.min(together, allFirst);
  return higherInFirst({ first, allFirst, second: together - first, allSecond });
}

/**
 * The share of the first part over that of the second, with its 95% interval. Half a count is added to each, so that it stands
 * where the second part has none: then it says how large the ratio is at least, rather than how large it is.
 *
 * @throws RangeError unless the counts fit together and both parts have somebody.
 * @see Walter (1975), The distribution of Levin's measure of attributable risk, Biometrika 62(2), 371–374, for the halves.
 * @see Katz, Baptista, Azen & Pike (1978), Biometrics 34(3), 469–474, for the interval.
 */
export function shareRatio(parts: TwoParts): { value: number; low: number; high: number; n: number } {
  check(parts);
  const { first, allFirst, second, allSecond } = parts;
  if (allFirst === 0 || allSecond === 0) throw new RangeError("a share of nothing has no ratio");
  const [a, m, b, n] = [first + 0.5, allFirst + 0.5, second + 0.5, allSecond + 0.5];
  const value = a / m / (b / n);
  const reach = Z_95 * Math.sqrt(1 / a - 1 / m + 1 / b - 1 / n);
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach), n: allFirst + allSecond };
}

function check({ first, allFirst, second, allSecond }: TwoParts): void {
  const areCounts = [first, allFirst, second, allSecond].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!areCounts || first > allFirst || second > allSecond) throw new RangeError(`there are no ${first} of ${allFirst} and ${second} of ${allSecond}`);
}
