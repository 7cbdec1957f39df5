import { Harvest } from "./harvest";
import type { Truth } from "./truth";

/** Exact answers of which the thin ones are left out: what a threshold alone protects, without noise and without anything else. */
export function thresholdsAlone(exact: Harvest, truth: Truth): Harvest {
  const harvest = new Harvest();
  for (const answer of exact.cells().flat()) harvest.put(answer.value === 0 || truth.isThin(answer.cell) ? { ...answer, value: null } : answer);
  return harvest;
}
