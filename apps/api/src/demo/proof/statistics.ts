/** Plain versions of the estimators, for checking what the demo network claims: short, slow, and without dependencies. */

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Two-sided tail of the standard normal (Abramowitz and Stegun 1964, 7.1.26; error under 1.5e-7). */
function twoSidedNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return series * Math.exp(-x * x);
}

/**
 * Log-linear rate by month with exposure as offset, fitted by Newton's method; dispersion is Pearson's, not under 1.
 *
 * @returns the factor from month to month and its two-sided p value
 */
export function rateTrend(counts: readonly number[], exposure: readonly number[]): { ratio: number; p: number } {
  const months = range(counts.length);
  let level = Math.log(total(counts) / total(exposure));
  let slope = 0;
  let means: number[] = [];
  const information = (): [number, number, number] => [
    total(means),
    total(months.map((m) => m * (means[m] ?? 0))),
    total(months.map((m) => m * m * (means[m] ?? 0))),
  ];
  const expect = (): void => {
    means = months.map((m) => (exposure[m] ?? 0) * Math.exp(level + slope * m));
  };
  for (let step = 0; step < 60; step += 1) {
    expect();
    const [a, b, c] = information();
    const residual = months.map((m) => (counts[m] ?? 0) - (means[m] ?? 0));
    const [u, v] = [total(residual), total(months.map((m) => m * (residual[m] ?? 0)))];
    const determinant = a * c - b * b;
    level += (c * u - b * v) / determinant;
    slope += (a * v - b * u) / determinant;
  }
  expect();
  const [a, b, c] = information();
  const pearson = total(months.map((m) => ((counts[m] ?? 0) - (means[m] ?? 0)) ** 2 / (means[m] ?? 1)));
  const dispersion = Math.max(1, pearson / (counts.length - 2));
  const error = Math.sqrt((dispersion * a) / (a * c - b * b));
  return { ratio: Math.exp(slope), p: twoSidedNormal(slope / error) };
}

/** q values of Benjamini and Hochberg (1995), in the order of the p values. */
export function falseDiscovery(pValues: readonly number[]): number[] {
  const order = range(pValues.length).toSorted((i, j) => (pValues[i] ?? 1) - (pValues[j] ?? 1));
  const qValues = Array<number>(pValues.length).fill(1);
  let least = 1;
  for (const [rank, index] of [...order.entries()].toReversed()) {
    least = Math.min(least, ((pValues[index] ?? 1) * pValues.length) / (rank + 1));
    qValues[index] = least;
  }
  return qValues;
}

const logFactorials = [0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** One-sided Fisher's exact test: the chance of at least `both` among `one` and `other` out of `all`. */
export function fisherAtLeast(both: number, one: number, other: number, all: number): number {
  const most = Math.min(one, other);
  return total(
    range(most - both + 1).map((more) => {
      const joint = both + more;
      if (other - joint > all - one) return 0;
      return Math.exp(logChoose(one, joint) + logChoose(all - one, other - joint) - logChoose(all, other));
    }),
  );
}

/** The Kaplan-Meier curve by the textbook's table: at each time of an ending, 1 - endings / at risk. */
export function survivalCurve(observed: readonly { days: number; ended: boolean }[]): { share(days: number): number; median: number } {
  const times = [...new Set(observed.filter((one) => one.ended).map((one) => one.days))].toSorted((x, y) => x - y);
  const share = (days: number): number =>
    times
      .filter((time) => time <= days)
      .map((time) => {
        const atRisk = observed.filter((one) => one.days >= time).length;
        return 1 - observed.filter((one) => one.ended && one.days === time).length / atRisk;
      })
      .reduce((product, factor) => product * factor, 1);
  return { share, median: times.find((time) => share(time) <= 0.5) ?? Infinity };
}

export function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean([sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN]);
}
