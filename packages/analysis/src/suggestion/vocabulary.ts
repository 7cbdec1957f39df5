import { featuresOf, type Feature, type FeatureKind } from "./features";

/** The features that several texts share, each with its place in a vector and how rare it is. */
export interface Vocabulary {
  readonly places: ReadonlyMap<string, number>;
  /** Logarithm of how rare, from 1. */
  readonly rarity: Float64Array;
}

/** A text as numbers: the places of its features, in order, and their values. */
export interface SparseVector {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** Texts that must share a feature for it to count. */
const FEWEST_TEXTS = 2;

/** What each kind of feature adds to the square of a text's length. */
const SHARES: Readonly<Record<FeatureKind, number>> = { word: 1, pair: 0.5, letters: 1 };

/** Counts in how many texts each feature stands, so that a large collection can be gone through in turns. */
export class TextCounts {
  readonly #within = new Map<string, number>();
  #texts = 0;

  add(text: string): void {
    this.#texts += 1;
    for (const name of new Set(featuresOf(text).features.map((feature) => feature.name))) this.#within.set(name, (this.#within.get(name) ?? 0) + 1);
  }

  /**
   * The vocabulary of the texts so far.
   * @see Salton & Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing & Management 24(5), 513–523.
   */
  vocabulary(): Vocabulary {
    const kept = [...this.#within].filter(([, count]) => count >= FEWEST_TEXTS).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      places: new Map(kept.map(([name], place) => [name, place])),
      rarity: Float64Array.from(kept, ([, count]) => Math.log((1 + this.#texts) / (1 + count)) + 1),
    };
  }
}

/** The vocabulary of a collection of texts. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const counts = new TextCounts();
  for (const text of texts) counts.add(text);
  return counts.vocabulary();
}

/** What each feature of a text that the vocabulary knows weighs; the weights of each kind have the length that its share gives. */
export function weighed(vocabulary: Vocabulary, features: readonly Feature[]): Map<number, { weight: number; feature: Feature; times: number }> {
  const known = new Map<number, { weight: number; feature: Feature; times: number }>();
  for (const feature of features) {
    const place = vocabulary.places.get(feature.name);
    if (place === undefined) continue;
    const before = known.get(place);
    known.set(place, before ? { ...before, times: before.times + 1 } : { weight: 0, feature, times: 1 });
  }
  const squares: Record<FeatureKind, number> = { word: 0, pair: 0, letters: 0 };
  for (const [place, entry] of known) {
    entry.weight = (1 + Math.log(entry.times)) * (vocabulary.rarity[place] ?? 0);
    squares[entry.feature.kind] += entry.weight ** 2;
  }
  for (const entry of known.values()) entry.weight *= Math.sqrt(SHARES[entry.feature.kind] / squares[entry.feature.kind]);
  return known;
}

/** A text as a vector over a vocabulary. What the vocabulary does not know is left out. */
export function vectorOf(vocabulary: Vocabulary, text: string): SparseVector {
  const entries = [...weighed(vocabulary, featuresOf(text).features)].sort(([a], [b]) => a - b);
  return { places: Int32Array.from(entries, ([place]) => place), values: Float64Array.from(entries, ([, { weight }]) => weight) };
}

/** The inner product of two vectors over one vocabulary. */
export function inner(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.places.length && j < b.places.length) {
    const [left, right] = [a.places[i] ?? 0, b.places[j] ?? 0];
    if (left === right) sum += (a.values[i] ?? 0) * (b.values[j] ?? 0);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}
