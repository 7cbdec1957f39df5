import { normalUpperTail, Z_95 } from "./distributions";
import type { Estimate } from "./estimate";
import { meanLimits, upperTail, type CountFamily } from "./tilted";

/** Beyond so many trials the normal approximation is as good, and far cheaper. */
const EXACT_TO = 100;

/**
 * The probability that the first of some calls with `a` comes before the first with `b`, were the calls in random order:
 * the earliest of all calls that have either is as likely each of them.
 *
 * @param onlyA calls that have a and not b, `others` those that have b; whole numbers, `others` from 1.
 */
export const chanceOfFirst = (onlyA: number, others: number): number => onlyA / (onlyA + others);

/**
 * Whether one thing comes before another oftener than chance orders them: trials that succeed with probabilities of their own,
 * each that of its own calls in random order, so that long relationships and topics that fill many calls are allowed for. The
 * distribution is exact (Poisson-binomial); beyond 100 trials it is taken as normal, with continuity correction.
 *
 * @param chances each between 0 and 1, neither included.
 * @param observed of them that succeeded.
 * @returns p, one-sided: that so many or more succeed by chance.
 * @throws RangeError without trials, or where a chance decides its trial.
 * @see Fisher (1935), The Design of Experiments, chapter 3, for the permutation test; Wang (1993), Stat. Sinica 3, 295–312, for the
 *   distribution.
 */
export function comesBefore(chances: readonly number[], observed: number): number {
  check(chances, observed);
  if (chances.length <= EXACT_TO) return upperTail(familyOf(chances), observed);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  return normalUpperTail((observed - 0.5 - sumOf(chances)) / Math.sqrt(variance));
}

/**
 * How often one thing comes before another, over how often chance would order them so. The 95% interval is of the means that a
 * common factor on all odds leads to: exact up to 100 trials, from the score beyond.
 *
 * @returns a ratio, 1 = as often; `n` = trials.
 * @throws RangeError as {@link comesBefore} does.
 */
export function orderLift(chances: readonly number[], observed: number): Estimate {
  check(chances, observed);
  const expected = sumOf(chances);
  const { low, high } = chances.length <= EXACT_TO ? meanLimits(familyOf(chances), observed) : scoreLimits(chances, observed);
  return { value: observed / expected, low: low / expected, high: high / expected, n: chances.length };
}

const sumOf = (chances: readonly number[]): number => chances.reduce((sum, chance) => sum + chance, 0);

function check(chances: readonly number[], observed: number): void {
  if (chances.length === 0 || !chances.every((chance) => chance > 0 && chance < 1)) throw new RangeError("chances must lie between 0 and 1");
  if (!Number.isSafeInteger(observed) || observed < 0 || observed > chances.length) throw new RangeError(`${observed} of ${chances.length} cannot be`);
}

/** The distribution of how many succeed, trial by trial. */
function familyOf(chances: readonly number[]): CountFamily {
  const weights = new Float64Array(chances.length + 1);
  weights[0] = 1;
  chances.forEach((chance, trial) => {
    for (let k = trial + 1; k >= 0; k -= 1) weights[k] = (weights[k] ?? 0) * (1 - chance) + (k > 0 ? (weights[k - 1] ?? 0) * chance : 0);
  });
  return { least: 0, ratios: Float64Array.from(chances, (_, k) => (weights[k + 1] ?? 0) / (weights[k] ?? 1)) };
}

const scoreLimits = (chances: readonly number[], observed: number): { low: number; high: number } => ({
  low: observed === 0 ? 0 : scoreLimit(chances, observed, -1),
  high: observed === chances.length ? observed : scoreLimit(chances, observed, 1),
});

/** The mean, at odds multiplied alike, from which what was observed lies 1.96 standard deviations away. */
function scoreLimit(chances: readonly number[], observed: number, side: 1 | -1): number {
  let [below, above] = [-40, 40];
  let mean = observed;
  for (let halving = 0; halving < 100; halving += 1) {
    const logOdds = (below + above) / 2;
    const odds = Math.exp(logOdds);
    mean = 0;
    let variance = 0;
    for (const chance of chances) {
      const tilted = (chance * odds) / (1 - chance + chance * odds);
      mean += tilted;
      variance += tilted * (1 - tilted);
    }
    const isOver = mean - observed > side * Z_95 * Math.sqrt(variance);
    if (isOver) above = logOdds;
    else below = logOdds;
  }
  return mean;
}
