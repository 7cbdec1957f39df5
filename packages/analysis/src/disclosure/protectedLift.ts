import { fisherGreater, lift, type Overlap } from "../association";
import { Z_95 } from "../distributions";
import type { Estimate } from "../estimate";
import { NOISE_DEVIATION, NOISE_TABLE } from "./noise";

/** Counts that fit together although each has noise of its own. */
export function fittedOverlap({ both, first, second, all }: Overlap): Overlap {
  const shared = Math.min(both, first, second);
  return { both: shared, first, second, all: Math.max(all, first + second - shared) };
}

/**
 * The lift of published counts, each with noise of scale 1: nothing but what is published anyway enters.
 *
 * @param overlap as {@link fittedOverlap} gives it, none of its counts 0.
 * @returns the ratio with its 95% interval, widened by the noise of all four counts on the scale of logarithms.
 */
export function protectedLift(overlap: Overlap): Estimate {
  const { value, low, high, n } = lift(overlap);
  const noise = Z_95 * NOISE_DEVIATION * Math.hypot(1 / overlap.both, 1 / overlap.first, 1 / overlap.second, 1 / overlap.all);
  const widened = (end: number | null, side: 1 | -1) => (end === null || end <= 0 ? end : value * Math.exp(side * Math.hypot(Math.log(end / value), noise)));
  return { value, low: widened(low, -1), high: widened(high, 1), n };
}

/** Three places with the variance of the noise: enough for a margin, of which the expected overlap takes a small part. */
const MARGIN_NOISE = [
  { by: -3, probability: 2 / 9 },
  { by: 0, probability: 5 / 9 },
  { by: 3, probability: 2 / 9 },
] as const;

/**
 * Fisher's one-sided test of published counts: the probability that chance and noise together make so many or more of both. It is the
 * mean of the exact test over what the noise may have been.
 *
 * @param overlap as {@link fittedOverlap} gives it.
 */
export function protectedFisher(overlap: Overlap): number {
  let p = 0;
  for (const first of MARGIN_NOISE) {
    for (const second of MARGIN_NOISE) {
      const margins = { first: overlap.first - first.by, second: overlap.second - second.by, all: overlap.all };
      const within = (both: number) => Math.max(Math.max(0, margins.first + margins.second - margins.all), both);
      NOISE_TABLE.probabilities.forEach((probability, place) => {
        const both = within(overlap.both - (place - NOISE_TABLE.most));
        if (both <= Math.min(margins.first, margins.second)) p += first.probability * second.probability * probability * fisherGreater({ ...margins, both });
      });
    }
  }
  return Math.min(1, p);
}
