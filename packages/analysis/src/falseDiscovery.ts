/**
 * Benjamini–Hochberg q-values: for each test, the least false discovery rate at which it would still be a discovery.
 *
 * @param pValues of all tests made together, each in [0, 1]; may be empty.
 * @returns q-values in the order of the input, each at least its p-value and at most 1.
 * @throws RangeError if a p-value lies outside [0, 1].
 * @see Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289–300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const bad = pValues.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`p-values must lie in [0, 1], got ${bad}`);

  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const qValues = pValues.map(() => 1);
  let least = 1;
  descending.forEach(({ p, index }, i) => {
    const rank = pValues.length - i;
    least = Math.min(least, p * (pValues.length / rank));
    qValues[index] = least;
  });
  return qValues;
}
