import { inner, type SparseVector } from "./vocabulary";

/** A text as the model sees it. */
export interface Example {
  /** Where a sentence encoder puts the text and the middle of its sentences, one after the other; of length 1 together. */
  readonly meaning: Float32Array;
  /** Its features, over the vocabulary of the model. */
  readonly vector: SparseVector;
}

/** What meaning counts beside shared words, and how fast it fades with distance. */
const MEANING = 3;
const REACH = 0.35;

/** The inner product of two meanings: 1 where they are the same. */
export function closeness(a: Float32Array, b: Float32Array): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let i = 0; i + 3 < a.length; i += 4) {
    p += (a[i] ?? 0) * (b[i] ?? 0);
    q += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    r += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  return p + q + r + s;
}

/** How near two meanings are: a Gaussian of their distance on the sphere. */
export const nearness = (a: Float32Array, b: Float32Array): number => MEANING * Math.exp((closeness(a, b) - 1) / REACH);

/** How alike two texts are, by meaning and by words. Symmetric and positive definite, so that it is a kernel. */
export const likeness = (a: Example, b: Example): number => nearness(a.meaning, b.meaning) + inner(a.vector, b.vector);

/** The meaning of a text, from where the encoder puts it and the middle of its sentences. */
export function meaningOf(whole: ArrayLike<number>, sentences: readonly ArrayLike<number>[]): Float32Array {
  const size = whole.length;
  const both = new Float32Array(2 * size);
  const middle = new Float64Array(size);
  for (const sentence of sentences) for (let i = 0; i < size; i += 1) middle[i] = (middle[i] ?? 0) + (sentence[i] ?? 0);
  const [wholeLength, middleLength] = [lengthOf(whole), lengthOf(middle)];
  for (let i = 0; i < size; i += 1) {
    both[i] = (whole[i] ?? 0) / (wholeLength * Math.SQRT2);
    both[size + i] = ((middleLength > 0 ? middle[i] : whole[i]) ?? 0) / ((middleLength > 0 ? middleLength : wholeLength) * Math.SQRT2);
  }
  return both;
}

function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i += 1) sum += (vector[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}
