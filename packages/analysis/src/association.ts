import { Z_95 } from "./distributions";
import type { Estimate } from "./estimate";
import { meanLimits, oddsLimits, upperTail, type CountFamily } from "./tilted";

/** How many of all have one thing, another, and both. */
export interface Overlap {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly all: number;
}

/**
 * How many of all would have both, were the two independent: the mean of the hypergeometric distribution.
 *
 * @throws RangeError unless the counts fit together, and there is anything.
 */
export function expectedOverlap(overlap: Overlap): number {
  check(overlap);
  return (overlap.first * overlap.second) / overlap.all;
}

/**
 * Fisher's exact test, one-sided: the probability that so many or more have both, given how many have each, if having one
 * says nothing of having the other.
 *
 * @throws RangeError unless the counts fit together.
 * @see Fisher (1935), The Design of Experiments, chapter 2; Agresti (2013), Categorical Data Analysis, 3rd ed., 3.5.1.
 */
export function fisherGreater(overlap: Overlap): number {
  check(overlap);
  return upperTail(familyOf(overlap), overlap.both);
}

/**
 * How many have both over how many would, were the two independent. The 95% interval begins with the limits that are exact
 * given how many have each: of the odds for which so many would be too many, or too few, what they lead to expect (Cornfield,
 * 1956). Where two things go together, how many have each tells of how many have both as well, so the limits are widened by what
 * the variance of log lift over samples (delta method) has beyond that given the margins. At independence that is nothing:
 * the interval lies above 1 exactly where Fisher's one-sided test has p < 0.025.
 *
 * @returns a ratio, 1 = independence; `n` = all.
 * @throws RangeError unless the counts fit together, and both things occur.
 */
export function lift(overlap: Overlap): Estimate {
  const expected = expectedOverlap(overlap);
  if (expected === 0) throw new RangeError("without either there is no lift");
  const { low, high } = meanLimits(familyOf(overlap), overlap.both);
  const value = overlap.both / expected;
  return { value, low: widened(value, low / expected, -1, variances(overlap, low)), high: widened(value, high / expected, 1, variances(overlap, high)), n: overlap.all };
}

/** A limit further away, on the scale of logarithms. */
function widened(value: number, limit: number, side: 1 | -1, { sampled, givenMargins }: { sampled: number; givenMargins: number }): number {
  if (limit === 0 || value === 0) return limit;
  const margins = Z_95 ** 2 * Math.max(0, sampled - givenMargins);
  return value * Math.exp(side * Math.hypot(Math.log(limit / value), Math.sqrt(margins)));
}

/** Variances of log lift were so many to have both: over samples in which all four counts vary, and with both margins as they are. */
function variances({ first, second, all }: Overlap, both: number): { sampled: number; givenMargins: number } {
  const cells = [both, first - both, second - both, all - first - second + both];
  const isEdge = cells.some((cell) => cell < 1e-9);
  return {
    sampled: 1 / both - 1 / first - 1 / second + (2 * both) / (first * second) - 1 / all,
    givenMargins: isEdge ? 0 : 1 / (both ** 2 * cells.reduce((sum, cell) => sum + 1 / cell, 0)),
  };
}

/** The 95% interval of the odds ratio from which that of the lift comes. */
export function oddsRatioLimits(overlap: Overlap): { low: number; high: number } {
  check(overlap);
  return oddsLimits(familyOf(overlap), overlap.both);
}

/**
 * Pointwise mutual information, normalised: 1 where two things only occur together, 0 under independence, −1 where they never do.
 *
 * @throws RangeError unless the counts fit together.
 * @see Bouma (2009), Normalized (pointwise) mutual information in collocation extraction, Proc. GSCL, 31–40.
 */
export function npmi(overlap: Overlap): number {
  check(overlap);
  const { both, first, second, all } = overlap;
  if (both === 0) return -1;
  if (both === all) return 1;
  return Math.log((both * all) / (first * second)) / -Math.log(both / all);
}

/** Overlaps given both margins: hypergeometric, told by the ratios of its neighbouring probabilities. */
function familyOf({ first, second, all }: Overlap): CountFamily {
  const least = Math.max(0, first + second - all);
  const most = Math.min(first, second);
  const ratios = new Float64Array(most - least);
  for (let k = least; k < most; k += 1) ratios[k - least] = ((first - k) * (second - k)) / ((k + 1) * (all - first - second + k + 1));
  return { least, ratios };
}

function check({ both, first, second, all }: Overlap): void {
  const areCounts = [both, first, second, all].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!areCounts || all === 0 || both > Math.min(first, second) || first + second - both > all) {
    throw new RangeError(`${both} of ${all} cannot have both, where ${first} and ${second} have each`);
  }
}
