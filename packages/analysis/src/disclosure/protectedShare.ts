import { Z_95 } from "../distributions";
import type { Outcome } from "../estimate";
import { wilson } from "../proportion";
import type { ProtectedNumber } from "./protectedCount";

/**
 * A share of protected counts: never of the true ones, or share times count would give the count back.
 *
 * @param part of `whole`.
 * @param least that part and rest are told apart from: fewer are given as so many.
 * @returns the share cut to [0, 1] with its 95% Wilson interval, widened by the noise of both counts; `n` is the protected
 *   whole, `least` or more. NO_DATA where there is none.
 */
export function protectedShare(part: ProtectedNumber, whole: ProtectedNumber, least: number): Outcome {
  const trials = Math.max(least, Math.round(whole.raw));
  if (trials <= 0) return { withheld: "NO_DATA", n: 0 };
  // Where part or rest are few, the share says only that they are: it is coded at the bottom and at the top.
  const fewest = Math.min(least, Math.floor(trials / 2));
  const successes = Math.min(trials - fewest, Math.max(fewest, Math.round(part.raw)));
  const isCoded = successes !== Math.round(part.raw);
  const chance = wilson(successes, trials);
  if ("withheld" in chance) return chance;
  const { value } = chance;
  const noise = (Z_95 * Math.hypot(part.deviation, value * whole.deviation)) / trials;
  const { low, high } = chance;
  return {
    value,
    low: isCoded && successes === fewest ? 0 : Math.max(0, value - Math.hypot(value - (low ?? value), noise)),
    high: isCoded && successes !== fewest ? 1 : Math.min(1, value + Math.hypot((high ?? value) - value, noise)),
    n: trials,
  };
}
