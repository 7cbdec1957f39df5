/** What a team is weighed by. Each lies between 0 and 1, more is better. */
export const TERMS = ["topics", "context", "availability", "continuity", "load", "fairShares", "fewCoaches"] as const;
export type Term = (typeof TERMS)[number];

/** How much each term counts; they sum to 1. */
export type Weights = Readonly<Record<Term, number>>;

/** The weights of a network that has not said otherwise. */
export const DEFAULT_WEIGHTS: Weights = {
  topics: 0.4,
  context: 0.15,
  availability: 0.12,
  continuity: 0.1,
  load: 0.08,
  fairShares: 0.05,
  fewCoaches: 0.1,
};

/** What no learning ever goes beyond: topics stay first, and fairness is never learned away. */
export const WEIGHT_BOUNDS: Readonly<Record<Term, { readonly low: number; readonly high: number }>> = {
  topics: { low: 0.3, high: 0.6 },
  context: { low: 0.05, high: 0.25 },
  availability: { low: 0.05, high: 0.25 },
  continuity: { low: 0.02, high: 0.2 },
  load: { low: 0.04, high: 0.2 },
  fairShares: { low: 0.03, high: 0.15 },
  fewCoaches: { low: 0.04, high: 0.2 },
};

/** @throws RangeError unless every weight is from 0 to 1 and they sum to 1. */
export function assertWeights(weights: Weights): void {
  const bad = TERMS.find((term) => !(weights[term] >= 0 && weights[term] <= 1));
  if (bad) throw new RangeError(`the weight of ${bad} must be from 0 to 1, got ${weights[bad]}`);
  const sum = TERMS.reduce((total, term) => total + weights[term], 0);
  if (Math.abs(sum - 1) > 1e-6) throw new RangeError(`weights must sum to 1, got ${sum}`);
}
