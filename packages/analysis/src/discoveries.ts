/**
 * False-discovery rates where tests come in clusters of near repeats, such as windows that overlap, of which only the best is told.
 *
 * Benjamini and Hochberg's q-value, with all tests made as the number of tests, and clusters, not tests, as what is found:
 * however many tests of a cluster succeed, they are one discovery, and make no room for others. Among clusters that are
 * chance, those whose best p is under a bound are no more than the tests under it, so q errs on the high side.
 *
 * @param best the least p-value of each cluster, in [0, 1].
 * @param tests how many tests were made in all, at least one for each cluster.
 * @returns q-values in the order of the input, each at most 1.
 * @throws RangeError if a p-value lies outside [0, 1], or there are fewer tests than clusters.
 * @see Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289–300.
 */
export function clusterQValues(best: readonly number[], tests: number): number[] {
  const bad = best.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`p-values must lie in [0, 1], got ${bad}`);
  if (tests < best.length) throw new RangeError(`${best.length} clusters cannot come of ${tests} tests`);

  const descending = best.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const qValues = best.map(() => 1);
  let least = 1;
  descending.forEach(({ p, index }, place) => {
    least = Math.min(least, p * (tests / (best.length - place)));
    qValues[index] = least;
  });
  return qValues;
}
