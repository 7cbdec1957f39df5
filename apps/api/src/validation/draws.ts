import { seededRandom } from "@arl/analysis/seededRandom";

/** Chance for one network: every draw follows from the seed. */
export interface Draws {
  /** In (0, 1). */
  uniform(): number;
  normal(): number;
  exponential(): number;
  chance(probability: number): boolean;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** The whole number above or below `x`, so that its mean is `x`. */
  rounded(x: number): number;
}

/** Item `index` of a list that has it. @throws RangeError where it has not. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

export function drawsOf(seed: number, stream: number): Draws {
  const { uniform, normal, exponential } = seededRandom(seed, stream);
  const below = (most: number) => Math.min(most - 1, Math.floor(uniform() * most));
  return {
    uniform,
    normal,
    exponential,
    chance: (probability) => uniform() < probability,
    below,
    pick: (items) => itemAt(items, below(items.length)),
    rounded: (x) => Math.floor(x) + (uniform() < x - Math.floor(x) ? 1 : 0),
  };
}
