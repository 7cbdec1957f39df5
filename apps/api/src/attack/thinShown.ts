import type { Harvest } from "./harvest";
import { idOf } from "./cell";
import type { Claim } from "./score";
import type { Truth } from "./truth";

/**
 * Takes at their word the counts that are given for thin cells, wherever they stand: values, denominators, tallies.
 * @param noise standard deviation of one answer.
 */
export function thinShown(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  return harvest
    .shown()
    .filter(({ cell }) => truth.isThin(cell))
    .map(({ cell, measure, value }) => ({ cell: `${idOf(cell)} ${measure}`, estimate: value, deviation: noise, truth: truth.value(cell, measure) }));
}
