import { Z_95 } from "./distributions";

/** A group's mean and how far it may be off by chance. */
export interface GroupMean {
  readonly mean: number;
  /** Variance of the mean, taken as known. */
  readonly variance: number;
}

/** Where a group's own mean probably lies, given all the groups. */
export interface ShrunkenMean {
  readonly value: number;
  /** 95% interval. */
  readonly low: number;
  readonly high: number;
  /** How far it was drawn to the common mean: 0 = not at all, 1 = wholly. */
  readonly shrinkage: number;
}

export interface Shrunken {
  /** In the order given. */
  readonly groups: readonly ShrunkenMean[];
  /** What the groups are drawn to. */
  readonly centre: number;
  /** Variance of the groups' own means around it, chance taken out; 0 where chance alone explains the differences. */
  readonly between: number;
}

/** Fewer groups say too little of how groups differ. */
export const LEAST_SHRUNKEN = 4;

const ROUNDS = 500;

/**
 * Empirical Bayes means of groups (normal-normal): each is drawn to the common mean, the more the less it rests on and the
 * more alike the groups are. The intervals allow for the common mean and the spread being estimated themselves.
 *
 * With equal variances this is the estimator of James and Stein, drawn to the mean.
 *
 * @param groups in any order; variances over 0.
 * @returns null with fewer than {@link LEAST_SHRUNKEN} groups.
 * @throws RangeError if a variance is not positive.
 * @see Morris (1983), J. Am. Stat. Assoc. 78(381), 47–55, section 5; Efron & Morris (1975), ibid. 70(350), 311–319.
 */
export function shrunkenMeans(groups: readonly GroupMean[]): Shrunken | null {
  const bad = groups.find(({ variance }) => !(variance > 0 && variance < Infinity));
  if (bad) throw new RangeError(`variances must be over 0, got ${bad.variance}`);
  const k = groups.length;
  if (k < LEAST_SHRUNKEN) return null;

  const between = spreadOf(groups);
  const weights = groups.map(({ variance }) => 1 / (variance + between));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = groups.reduce((sum, { mean }, i) => sum + (weights[i] ?? 0) * mean, 0) / total;
  const usual = groups.reduce((sum, { variance }, i) => sum + (weights[i] ?? 0) * variance, 0) / total;
  const shrunken = groups.map(({ mean, variance }, i) => {
    const weight = weights[i] ?? 0;
    const shrinkage = ((k - 3) / (k - 1)) * variance * weight;
    const value = mean + shrinkage * (centre - mean);
    // What the centre takes of the whole weight: with equal variances a k-th for each group.
    const part = weight / total;
    const ofSpread = (2 / (k - 3)) * shrinkage ** 2 * (usual + between) * weight;
    const half = Z_95 * Math.sqrt(variance * (1 - (1 - part) * shrinkage) + ofSpread * (mean - centre) ** 2);
    return { value, low: value - half, high: value + half, shrinkage };
  });
  return { groups: shrunken, centre, between };
}

/** The variance between groups that the scatter of their means asks for; not under 0. */
function spreadOf(groups: readonly GroupMean[]): number {
  const k = groups.length;
  let between = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [total, weighted] = [0, 0];
    for (const { mean, variance } of groups) {
      total += 1 / (variance + between);
      weighted += mean / (variance + between);
    }
    const centre = weighted / total;
    const excess = groups.reduce((sum, { mean, variance }) => sum + ((k / (k - 1)) * (mean - centre) ** 2 - variance) / (variance + between), 0);
    const next = Math.max(0, excess / total);
    if (Math.abs(next - between) < 1e-12 * (next + between)) return next;
    between = next;
  }
  return between;
}
