import { calibrated, type Step } from "@arl/analysis/suggestion/calibration";

/** How expected shares become confidence, and when a text is said to be outside of the framework. */
export interface Rules {
  /** What shares are multiplied by before they are weighed against each other. */
  readonly sharpness: number;
  /** How often a topic was right, by its weight. */
  readonly calibration: readonly Step[];
  /** A text whose weight outside of the framework is this much or more gets no suggestion. */
  readonly outside: number;
}

/** A class and what it weighs against all others, 1 in all. */
export interface Weighed {
  readonly place: number;
  readonly weight: number;
}

/** Topics by weight, the heaviest first, and what weighs against all of them. The last class is "not in the framework". */
export function weighedTopics(shares: Float64Array, sharpness: number): { readonly topics: Weighed[]; readonly outside: number } {
  const top = Math.max(...shares);
  const weights = Array.from(shares, (share) => Math.exp(sharpness * (share - top)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const topics = weights.slice(0, -1).map((weight, place) => ({ place, weight: weight / total }));
  return { topics: topics.sort((a, b) => b.weight - a.weight || a.place - b.place), outside: (weights.at(-1) ?? 0) / total };
}

export interface Choice {
  readonly place: number;
  /** How often it is right, 0 to 1. */
  readonly confidence: number;
}

/** The topics that a text is about, best first; none where it is outside of the framework. */
export function chosen(shares: Float64Array, { sharpness, calibration, outside }: Rules, first: number): Choice[] {
  const weighed = weighedTopics(shares, sharpness);
  if (weighed.outside >= outside) return [];
  return weighed.topics.slice(0, first).map(({ place, weight }) => ({ place, confidence: calibrated(calibration, weight) }));
}
