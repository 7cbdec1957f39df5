import { withinRegression, type Cluster, type Coefficient } from "@arl/analysis/fixedEffects";
import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";

/** One outcome of a cluster, and what it is set against. */
export interface Observed {
  readonly outcome: number;
  /** What the slope is of. */
  readonly x: number;
  /** The place, from 0, of the level that `x` falls in. */
  readonly level: number;
  /** What is held the same. */
  readonly held: readonly number[];
}

/** Under so many degrees of freedom the interval is not to be trusted (Pustejovsky and Tipton, 2018). */
const LEAST_DF = 4;

/** A level with fewer outcomes that tell anything is withheld. */
export const LEAST_AT_LEVEL = 10;

/** A slope, or null where it could not be supported. */
export interface Slope {
  readonly coefficient: Coefficient;
  readonly observations: number;
  readonly clusters: number;
}

/** The slope of the outcome within clusters; null where there is too little of it, or the outcome does not vary. */
export function slopeWithin(clusters: readonly (readonly Observed[])[]): Slope | null {
  const found = withinRegression(clusters.map((own) => clusterOf(own, ({ x }) => [x])));
  const coefficient = found?.coefficients[0];
  if (!found || !coefficient || !isSound(coefficient)) return null;
  return { coefficient, observations: found.observations, clusters: found.clusters };
}

/**
 * The difference of each level from the first, within clusters.
 * @param from "first" where nothing is shown without the first level; "lowest" where the lowest that has enough will do.
 */
export function changesWithin(clusters: readonly (readonly Observed[])[], levels: number, from: "first" | "lowest"): Figure[] {
  const counts = Array.from({ length: levels }, () => 0);
  for (const own of clusters) if (own.length > 1) for (const { level } of own) counts[level] = (counts[level] ?? 0) + 1;
  const kept = counts.flatMap((count, level) => (count >= LEAST_AT_LEVEL ? [level] : []));
  const [base, ...others] = kept;
  const among = clusters.map((own) => own.filter(({ level }) => kept.includes(level)));
  const found = others.length === 0 || (from === "first" && base !== 0) ? null : withinRegression(among.map((own) => clusterOf(own, ({ level }) => others.map((other) => (level === other ? 1 : 0)))));
  return counts.map((count, level) => {
    if (level === base && found !== null) return exact(0, count);
    const coefficient = found?.coefficients[others.indexOf(level)];
    return coefficient && others.includes(level) && isSound(coefficient) ? figureOf(coefficient, count) : withheld("TOO_FEW", count);
  });
}

export const figureOf = ({ value, low, high }: Coefficient, n: number): Figure => ({ value, low, high, n, withheld: null });

function clusterOf(own: readonly Observed[], variables: (observed: Observed) => readonly number[]): Cluster {
  return { outcomes: own.map(({ outcome }) => outcome), rows: own.map((observed) => [...variables(observed), ...observed.held]) };
}

const isSound = ({ df, standardError }: Coefficient): boolean => df >= LEAST_DF && standardError > 0;
