import { amongClusters, movesOfDifference, movesOfLogRatio, spreadOf, type ClusterParts } from "@arl/analysis/clustered";
import { movesOfSurvival } from "@arl/analysis/clusteredSurvival";
import type { Sample, Share } from "@arl/analysis/difference";
import type { Compared } from "@arl/analysis/rate";
import type { SideFacts, SystemFacts } from "./compare.queries";

/** How much of something each system has on a side; a system without may be left out. */
export type BySystem = ReadonlyMap<string, number>;

export const bySystem = ({ systems }: SideFacts, of: (facts: SystemFacts) => number): BySystem => new Map(systems.map((facts) => [facts.system, of(facts)] as const));

/** With fewer systems on a side nothing tells how much systems differ. */
export const LEAST_SYSTEMS = 5;

const atWork = (counts: BySystem): number => [...counts.values()].filter((count) => count > 0).length;
const all = (counts: BySystem): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** A ratio on each side: what is above the line and what is below it, system by system. */
export interface Ratios {
  readonly upper: readonly [one: BySystem, other: BySystem];
  readonly lower: readonly [one: BySystem, other: BySystem];
}

function partsOf({ upper, lower }: Ratios): ClusterParts[] {
  const systems = new Set([...lower[0].keys(), ...lower[1].keys()]);
  const part = (system: string, side: 0 | 1) => [upper[side].get(system) ?? 0, lower[side].get(system) ?? 0] as const;
  return [...systems].map((system) => ({ one: part(system, 0), other: part(system, 1) }));
}

export const fewest = (sides: readonly BySystem[]): number => Math.min(...sides.map(atWork));

const varianceOf = ({ successes, trials }: Share): number => ((successes / trials) * (1 - successes / trials)) / trials;

/** Of shares that are all or nothing on both sides: as if a system's records were all alike. */
const allAlike = ({ lower }: Ratios): number => Math.max(...lower.map((counts) => [...counts.values()].reduce((sum, count) => sum + count ** 2, 0) / all(counts)));

/** A difference of shares whose records come by systems. */
export function sharesAmong(independent: Compared, ratios: Ratios, shares: readonly [Share, Share]): Compared {
  const variance = varianceOf(shares[0]) + varianceOf(shares[1]);
  const clusters = fewest(ratios.lower);
  const spread = variance > 0 ? spreadOf(movesOfDifference(partsOf(ratios)), variance, clusters) : { designEffect: allAlike(ratios), df: clusters - 1 };
  return within(amongClusters(independent, spread, "DIFFERENCE"));
}

/** Shares do not differ by more than one whole. */
function within({ outcome, pValue }: Compared): Compared {
  if ("withheld" in outcome) return { outcome, pValue };
  const end = (at: number | null) => (at === null ? null : Math.max(-1, Math.min(1, at)));
  return { outcome: { ...outcome, low: end(outcome.low), high: end(outcome.high) }, pValue };
}

/** A difference of means whose records come by systems. */
export function meansAmong(independent: Compared, ratios: Ratios, samples: readonly [Sample, Sample]): Compared {
  const variance = samples.reduce((sum, sample) => sum + sample.variance / sample.n, 0);
  return variance > 0 ? amongClusters(independent, spreadOf(movesOfDifference(partsOf(ratios)), variance, fewest(ratios.lower)), "DIFFERENCE") : independent;
}

/** A ratio of rates of what comes by systems. */
export function ratesAmong(independent: Compared, counts: readonly [BySystem, BySystem]): Compared {
  const there = counts.filter((each) => all(each) > 0);
  const variance = there.reduce((sum, each) => sum + 1 / all(each), 0);
  const [one, other] = counts;
  const moves = movesOfLogRatio([...new Set([...one.keys(), ...other.keys()])].map((system) => ({ one: one.get(system) ?? 0, other: other.get(system) ?? 0 })));
  return there.length === 0 ? independent : amongClusters(independent, spreadOf(moves, variance, fewest(there)), "RATIO");
}

type Lengths = SideFacts["lengths"];

/** A difference of survival of relationships that come by systems. */
export function survivalAmong(independent: Compared, lengths: readonly [Lengths, Lengths], days: number): Compared {
  const movesBy = (cluster: (system: string, at: number) => string) =>
    lengths.map((own) => movesOfSurvival(own.map(([time, event, system], at) => ({ time, event, cluster: cluster(system, at) })), days));
  const alone = movesBy((_, at) => String(at)).flatMap((moves) => [...moves.values()]);
  const [one, other] = movesBy((system) => system);
  if (one === undefined || other === undefined) return independent;
  const moves = [...new Set([...one.keys(), ...other.keys()])].map((system) => (one.get(system) ?? 0) - (other.get(system) ?? 0));
  return within(amongClusters(independent, spreadOf(moves, alone.reduce((sum, move) => sum + move ** 2, 0), Math.min(one.size, other.size)), "DIFFERENCE"));
}
