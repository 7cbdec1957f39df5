import { Z_95 } from "../distributions";
import type { Outcome } from "../estimate";
import type { ProtectedNumber } from "./protectedCount";

/** What a mean on a scale is computed from. */
export interface ProtectedMoments {
  /** Observations. */
  readonly count: ProtectedNumber;
  /** Sum of the observations, less the middle of the scale each: its noise is its own, and that of `count` is of average observations. */
  readonly sum: ProtectedNumber;
  /** Sum of the squares of the same. */
  readonly squares: ProtectedNumber;
  /** Ends of the scale. */
  readonly min: number;
  readonly max: number;
  /** The fewest observations that are published. */
  readonly least: number;
}

/** Middle of a scale, from which observations are measured. */
export const middleOf = (min: number, max: number): number => (min + max) / 2;

/**
 * A mean of observations on a scale, from protected moments.
 *
 * @returns the mean cut to the scale; a 95% normal interval of sampling and noise together; `n` is the protected count.
 *   NO_DATA where the protected count is not over 0.
 */
export function protectedMean({ count, sum, squares, min, max, least }: ProtectedMoments): Outcome {
  const n = Math.max(least, Math.round(count.raw));
  if (n <= 0) return { withheld: "NO_DATA", n: 0 };
  const middle = middleOf(min, max);
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const value = within(middle + sum.raw / n);
  // The spread of values between two ends is largest with all of them at the ends (Bhatia and Davis, 2000).
  const most = (max - value) * (value - min);
  const variance = Math.min(most, Math.max(0, squares.raw / n - (value - middle) ** 2));
  const half = Z_95 * Math.hypot(Math.sqrt(variance / n), sum.deviation / n);
  return { value, low: within(value - half), high: within(value + half), n };
}
