import { Z_95 } from "../distributions";
import type { Outcome } from "../estimate";
import { wilson } from "../proportion";
import type { ProtectedNumber } from "./protectedCount";

/**
 * A share of protected counts: never of the true ones, or share times count would give the count back.
 *
 * @param part of `whole`.
 * @returns the share cut to [0, 1] with its 95% Wilson interval, widened by the noise of both counts; `n` is the protected
 *   whole. NO_DATA where the protected whole is not over 0.
 */
export function protectedShare(part: ProtectedNumber, whole: ProtectedNumber): Outcome {
  const trials = Math.round(whole.raw);
  if (trials <= 0) return { withheld: "NO_DATA", n: 0 };
  const successes = Math.min(trials, Math.max(0, Math.round(part.raw)));
  const chance = wilson(successes, trials);
  if ("withheld" in chance) return chance;
  const { value } = chance;
  const noise = (Z_95 * Math.hypot(part.deviation, value * whole.deviation)) / trials;
  const { low, high } = chance;
  return {
    value,
    low: Math.max(0, value - Math.hypot(value - (low ?? value), noise)),
    high: Math.min(1, value + Math.hypot((high ?? value) - value, noise)),
    n: trials,
  };
}
