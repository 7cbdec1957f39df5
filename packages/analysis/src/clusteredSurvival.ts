import { riskSets } from "./riskSet";
import type { Spell } from "./survival";

/** A spell of one of a cluster's subjects. */
export interface ClusteredSpell extends Spell {
  readonly cluster: string;
}

/**
 * How far log(−log S(time)) of the Kaplan–Meier curve moves with each cluster: the sum of its spells' influences, made as large as
 * leaving the cluster out would make it.
 *
 * @param spells in any order. @param time in their unit.
 * @returns the move of each cluster; none where the curve is at 1 or 0 at that time.
 * @see Williams (1995), Stat. Med. 14(22), 2481–2490: product-limit survival with correlated times.
 */
export function movesOfSurvival(spells: readonly ClusteredSpell[], time: number): ReadonlyMap<string, number> {
  const moves = new Map<string, number>();
  let [survival, hazard] = [1, 0];
  for (const { time: at, atRisk, leaving } of riskSets(spells)) {
    const events = at > time ? 0 : leaving.filter(({ event }) => event).length;
    const before = hazard;
    survival *= (atRisk - events) / atRisk;
    if (events > 0) hazard += events / (atRisk * (atRisk - events));
    for (const { cluster, event } of leaving) moves.set(cluster, (moves.get(cluster) ?? 0) + (event && at <= time ? 1 / atRisk - before : -hazard));
  }
  if (survival <= 0 || survival >= 1) return new Map();
  const scale = -Math.log(survival) * (1 - 1 / Math.max(2, moves.size));
  return new Map([...moves].map(([cluster, move]) => [cluster, move / scale]));
}
