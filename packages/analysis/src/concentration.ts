/** How unevenly a sum is spread over those who make it up. */
export interface Concentration {
  readonly n: number;
  /** 0 where all have as much, (n − 1)/n where one has everything. */
  readonly gini: number;
  /** Part of the sum that the largest has, and the largest five together. */
  readonly largestShare: number;
  readonly largestFiveShare: number;
  /** 1 over the sum of squared shares: as many of equal size would be as concentrated. */
  readonly effective: number;
  /** From the smallest on: the part of them, and the part of the sum that they have; from 0, 0 to 1, 1. */
  readonly lorenz: readonly LorenzPoint[];
}

export interface LorenzPoint {
  readonly of: number;
  readonly has: number;
}

/** The curve is given in so many steps at most. */
const MOST_STEPS = 100;

/**
 * The concentration of sizes, such as students over systems, counted in full: exact, without an interval.
 *
 * @param sizes each finite and ≥ 0, in any order.
 * @returns null where there is nobody, or nobody has anything.
 * @throws RangeError for any other size.
 * @see Gini (1912), Variabilità e mutabilità; Lorenz (1905), Publ. Am. Stat. Assoc. 9(70), 209–219; Laakso & Taagepera (1979), Comp. Polit.
 *   Stud. 12(1), 3–27, for the effective number.
 */
export function concentrationOf(sizes: readonly number[]): Concentration | null {
  const bad = sizes.find((size) => !(size >= 0 && size < Infinity));
  if (bad !== undefined) throw new RangeError(`sizes must be finite and ≥ 0, got ${bad}`);
  const ascending = Float64Array.from(sizes).sort();
  const n = ascending.length;
  const total = ascending.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) return null;
  const ranked = ascending.reduce((sum, size, index) => sum + (2 * index + 1 - n) * size, 0);
  const squares = ascending.reduce((sum, size) => sum + (size / total) ** 2, 0);
  const largest = (count: number) => ascending.subarray(Math.max(0, n - count)).reduce((sum, size) => sum + size, 0) / total;
  return { n, gini: ranked / (n * total), largestShare: largest(1), largestFiveShare: largest(5), effective: 1 / squares, lorenz: lorenzOf(ascending, total) };
}

function lorenzOf(ascending: Float64Array, total: number): LorenzPoint[] {
  const n = ascending.length;
  const steps = Math.min(n, MOST_STEPS);
  const points: LorenzPoint[] = [{ of: 0, has: 0 }];
  let counted = 0;
  let sum = 0;
  for (let step = 1; step <= steps; step += 1) {
    for (const upTo = Math.round((step * n) / steps); counted < upTo; counted += 1) sum += ascending[counted] ?? 0;
    points.push({ of: counted / n, has: step === steps ? 1 : sum / total });
  }
  return points;
}
