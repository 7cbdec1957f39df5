import { Z_95 } from "../distributions";
import type { Outcome } from "../estimate";
import type { ProtectedNumber } from "./protectedCount";

/**
 * A protected sum over a protected sum that holds it, such as the students of some systems over those of all.
 *
 * @param n what the whole rests on, protected.
 * @returns the ratio cut to [0, 1]; a 95% interval of the noise alone, since nothing is sampled. NO_DATA where the
 *   protected whole is not over 0.
 */
export function protectedRatio(part: ProtectedNumber, whole: ProtectedNumber, n: number): Outcome {
  if (!(whole.raw > 0)) return { withheld: "NO_DATA", n };
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const value = within(part.raw / whole.raw);
  const half = (Z_95 * Math.hypot(part.deviation, value * whole.deviation)) / whole.raw;
  return { value, low: within(value - half), high: within(value + half), n };
}
