import { Z_95 } from "./distributions";
import type { Outcome } from "./estimate";

/**
 * A proportion with its 95% Wilson score interval, without continuity correction.
 *
 * Unlike the normal approximation it stays within 0 and 1 and keeps a width at 0 and at 1.
 *
 * @param successes whole number from 0 to `trials`.
 * @param trials whole number from 0.
 * @returns a share in [0, 1], `n` = trials; NO_DATA without trials.
 * @throws RangeError if a number is negative or not whole, or successes exceed trials.
 * @see Wilson (1927), J. Am. Stat. Assoc. 22(158), 209–212.
 */
export function wilson(successes: number, trials: number): Outcome {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
    throw new RangeError(`successes must be a whole number from 0 to the trials, got ${successes} of ${trials}`);
  }
  if (trials === 0) return { withheld: "NO_DATA", n: 0 };

  const value = successes / trials;
  const spread = Z_95 ** 2 / trials;
  const centre = (value + spread / 2) / (1 + spread);
  const half = (Z_95 * Math.sqrt((value * (1 - value) + spread / 4) / trials)) / (1 + spread);
  // At the two ends the interval touches 0 and 1 exactly; rounding must not leave it short of the estimate.
  const low = successes === 0 ? 0 : centre - half;
  const high = successes === trials ? 1 : centre + half;
  return { value, low, high, n: trials };
}
