import { likeness, type Example } from "./kernel";
import { solvePositive } from "./positiveSystem";

/** What an example teaches: the share of each class in it, and how much it is believed. */
export interface Lesson extends Example {
  /** Shares by class, 1 in all. */
  readonly target: ReadonlyMap<number, number>;
  /** 1 = as much as any other; less is believed less. */
  readonly belief: number;
}

/** What was learned: the usual share of each class, and what each example adds to or takes from it, row after row. */
export interface Learned {
  readonly usual: Float64Array;
  readonly weights: Float64Array;
}

/** Noise in what one example says, in units of likeness. */
const NOISE = 1;

/** The mean share of each class in some lessons. */
export function usualShares(lessons: readonly Pick<Lesson, "target">[], classes: number): Float64Array {
  const usual = new Float64Array(classes);
  for (const { target } of lessons) for (const [at, share] of target) usual[at] = (usual[at] ?? 0) + share / lessons.length;
  return usual;
}

/**
 * Fits the share of every class by kernel ridge regression: the smoothest function of likeness that comes near what the examples say.
 *
 * @param alike likeness of any two lessons, `lessons.length` squared, row after row; it is used up.
 * @param usual what is expected where nothing is like it.
 * @see Saunders, Gammerman & Vovk (1998), Ridge regression learning algorithm in dual variables, ICML, 515–521.
 */
export function fitRidge(lessons: readonly Lesson[], classes: number, alike: Float64Array, usual: Float64Array = usualShares(lessons, classes)): Learned {
  const size = lessons.length;
  const weights = new Float64Array(size * classes);
  for (const [i, { target, belief }] of lessons.entries()) {
    alike[i * size + i] = (alike[i * size + i] ?? 0) + NOISE / belief;
    for (let c = 0; c < classes; c += 1) weights[i * classes + c] = (target.get(c) ?? 0) - (usual[c] ?? 0);
  }
  solvePositive(alike, weights, size, classes);
  return { usual, weights };
}

/** Likeness of any two examples, row after row; both triangles are filled. */
export function likenesses(examples: readonly Example[]): Float64Array {
  const size = examples.length;
  const alike = new Float64Array(size * size);
  for (const [i, a] of examples.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const b = examples[j];
      if (b) alike[i * size + j] = alike[j * size + i] = likeness(a, b);
    }
  }
  return alike;
}

/** The share of each class that what was learned expects of an example, from its likeness to each lesson. */
export function expectedShares({ usual, weights }: Learned, alike: ArrayLike<number>): Float64Array {
  const classes = usual.length;
  const shares = Float64Array.from(usual);
  for (let i = 0; i < alike.length; i += 1) {
    const by = alike[i] ?? 0;
    for (let c = 0; c < classes; c += 1) shares[c] = (shares[c] ?? 0) + by * (weights[i * classes + c] ?? 0);
  }
  return shares;
}
