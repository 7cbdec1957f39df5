import { cellOf, idOf } from "./cell";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import type { Truth } from "./truth";

/** Multiplies every share with what it is a share of, and so gets the part, and the rest, that the share is made of. */
export function sharesTimesWholes(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  const claims = new Map<string, Claim>();
  for (const { cell, measure, share, whole, path } of harvest.shares) {
    const id = `${idOf(cell)} ${measure} from ${path}`;
    if (truth.isThin(cell)) claims.set(id, { cell: id, estimate: share * whole, deviation: noise, truth: truth.value(cell, measure) });
    const without = restOf(cell.conditions, path);
    if (without === null) continue;
    const rest = cellOf(cell.population, without);
    const left = truth.value(rest, measure) - truth.value(cell, measure);
    if (left > 0 && left < 10) claims.set(`rest of ${id}`, { cell: `rest of ${id}`, estimate: (1 - share) * whole, deviation: noise * Math.SQRT2, truth: left });
  }
  return [...claims.values()];
}

/** Conditions of the whole, for the shares whose rest is a group that somebody may be found in. */
function restOf(conditions: readonly string[], path: string): string[] | null {
  const without = (own: string): string[] => conditions.filter((condition) => condition !== own);
  if (path === "impact.responseRate") return without("RATED=true");
  if (path === "impact.returnRate") return without("RETURNED=true");
  return null;
}
