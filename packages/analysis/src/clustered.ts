import { normalQuantile, Z_95 } from "./distributions";
import type { Compared } from "./rate";
import { solveRising, studentTwoSided } from "./specialFunctions";

/** What one cluster (a system, say) holds on each of two sides: the upper and the lower part of a ratio. */
export interface ClusterParts {
  readonly one: readonly [upper: number, lower: number];
  readonly other: readonly [upper: number, lower: number];
}

/** How much farther a comparison may be off than if records were independent. */
export interface Spread {
  /** Variance of the comparison with clusters as units, over that with records as units. */
  readonly designEffect: number;
  /** Degrees of freedom of the variance with clusters as units. */
  readonly df: number;
}

const total = (clusters: readonly ClusterParts[], side: keyof ClusterParts, part: 0 | 1): number => clusters.reduce((sum, cluster) => sum + cluster[side][part], 0);

/**
 * How far the difference of two ratios (one − other) moves as each cluster is left out; a cluster on both sides is left out of both.
 *
 * @returns a move for each cluster; infinite where a cluster is a whole side.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 11, for the jackknife.
 */
export function movesOfDifference(clusters: readonly ClusterParts[]): number[] {
  const sides = (["one", "other"] as const).map((side) => ({ side, upper: total(clusters, side, 0), lower: total(clusters, side, 1) }));
  const move = (cluster: ClusterParts, { side, upper, lower }: { side: keyof ClusterParts; upper: number; lower: number }) => {
    const [x, n] = cluster[side];
    return n === 0 && x === 0 ? 0 : (x - (upper / lower) * n) / (lower - n);
  };
  return clusters.map((cluster) => sides.reduce((sum, side, at) => sum + (at === 0 ? 1 : -1) * move(cluster, side), 0));
}

/**
 * The same for the logarithm of a ratio of two counts, whose clusters come by chance as their records do; to first order.
 *
 * @param counts of each cluster on both sides.
 */
export function movesOfLogRatio(counts: readonly { readonly one: number; readonly other: number }[]): number[] {
  const sum = (side: "one" | "other") => Math.max(1, counts.reduce((all, each) => all + each[side], 0));
  const [one, other] = [sum("one"), sum("other")];
  return counts.map((each) => each.one / one - each.other / other);
}

/**
 * How sure a comparison is with clusters as units.
 *
 * @param moves of the comparison as each cluster is left out.
 * @param independent variance of the same comparison with its records as units; over 0.
 * @param clusters on the side that has fewer.
 * @returns degrees of freedom from the fourth moments of the moves, at most one less than `clusters`, at least 1.
 * @see Satterthwaite (1946), Biometrics Bulletin 2(6), 110–114, for degrees of freedom.
 */
export function spreadOf(moves: readonly number[], independent: number, clusters: number): Spread {
  const k = moves.length;
  const squares = moves.reduce((sum, move) => sum + move ** 2, 0);
  const fourths = moves.reduce((sum, move) => sum + move ** 4, 0);
  const scatter = fourths - squares ** 2 / Math.max(1, k);
  const df = scatter > 0 ? (2 * squares ** 2) / scatter : Infinity;
  return { designEffect: k < 2 ? Infinity : (((k - 1) / k) * squares) / independent, df: Math.max(1, Math.min(df, clusters - 1)) };
}

/** A p-value under this is as good as any. */
const LEAST_P = 1e-300;

/**
 * A comparison made as if records were independent, as sure as its clusters let it be: its deviate is divided by the square root
 * of the design effect and read from Student's t, its interval is widened by the same. Never surer than it was.
 *
 * @param by the scale on which the interval is widened: about the difference, or about the logarithm of the ratio.
 * @returns the comparison unchanged where it has no p-value.
 * @see Rao & Scott (1992), Biometrics 48(2), 577–585, for dividing by the design effect.
 */
export function amongClusters({ outcome, pValue }: Compared, { designEffect, df }: Spread, by: "DIFFERENCE" | "RATIO"): Compared {
  if (pValue === null) return { outcome, pValue };
  const effect = Math.max(1, designEffect);
  const deviate = pValue >= 1 ? 0 : -normalQuantile(Math.max(pValue, LEAST_P) / 2);
  const p = Math.max(pValue, studentTwoSided(deviate / Math.sqrt(effect), df));
  if ("withheld" in outcome) return { outcome, pValue: p };
  const factor = Math.sqrt(effect) * Math.max(1, quantileT95(df) / Z_95);
  const { value, low, high, n } = outcome;
  const wider = (end: number | null) => (end === null ? null : by === "DIFFERENCE" ? value + factor * (end - value) : value * (end / value) ** factor);
  // A ratio of 0 has no logarithm; its upper end goes out from what can still be told apart.
  const [from, to] = by === "RATIO" && value === 0 ? [low, high === null ? null : high * factor ** 2] : [wider(low), wider(high)];
  return { outcome: { value, low: from, high: to, n }, pValue: p };
}

/** The t that |T| stays under in 95 of 100, for degrees of freedom that need not be whole, from 1 on. */
const quantileT95 = (df: number): number => solveRising((t) => 1 - studentTwoSided(t, df), 0.95, 0, 13);
