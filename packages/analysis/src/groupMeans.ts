import { quantile95 } from "./fixedEffects";
import { quadraticForm } from "./logRank";
import { inverseOf } from "./positiveDefinite";
import { betaCdf, studentTwoSided } from "./specialFunctions";

/** One answer, of somebody who may have given several, and under how many headings it counts. */
export interface Answer {
  readonly value: number;
  /** Whoever gave it: answers of one giver are alike. */
  readonly giver: number;
  /** Places of the groups it counts in; none, one or several. */
  readonly groups: readonly number[];
}

/** How much answers differ from giver to giver, and within one. */
export interface Components {
  readonly between: number;
  readonly within: number;
  readonly givers: number;
}

export interface GroupAnswers {
  readonly n: number;
  readonly givers: number;
  readonly mean: number;
  /** Variance of the mean. */
  readonly variance: number;
  /** 95% interval, t over the givers of all groups. */
  readonly low: number;
  readonly high: number;
  /** Of its differing from the mean of all other groups' answers by chance alone, two-sided; null without other groups. */
  readonly pValue: number | null;
}

/** Whether groups differ at all. */
export interface Homogeneity {
  /** F: between groups over what chance would make. */
  readonly statistic: number;
  readonly df: number;
  readonly dfWithin: number;
  readonly pValue: number;
}

export interface ComparedGroups {
  /** In the order of their places; null for a group without answers. */
  readonly groups: readonly (GroupAnswers | null)[];
  /** Null where fewer than two groups can be told apart. */
  readonly homogeneity: Homogeneity | null;
  readonly components: Components;
}

/**
 * Variance of answers between and within givers, by the analysis of variance of one random factor; neither is under 0.
 *
 * @returns null with fewer than two givers, or where nobody gave two answers and so nothing within is seen: then all of the
 *   variance is put within.
 * @see Searle, Casella & McCulloch (1992), Variance Components, section 3.6.
 */
export function components(answers: readonly { readonly value: number; readonly giver: number }[]): Components | null {
  const byGiver = [...Map.groupBy(answers, ({ giver }) => giver).values()].map((own) => ({ n: own.length, sum: own.reduce((sum, { value }) => sum + value, 0) }));
  const n = answers.length;
  const givers = byGiver.length;
  if (givers < 2) return null;
  const mean = answers.reduce((sum, { value }) => sum + value, 0) / n;
  const total = answers.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  if (n === givers) return { between: 0, within: total / (n - 1), givers };
  const betweenSquares = byGiver.reduce((sum, own) => sum + own.n * (own.sum / own.n - mean) ** 2, 0);
  const within = Math.max(0, total - betweenSquares) / (n - givers);
  const usual = (n - byGiver.reduce((sum, own) => sum + own.n ** 2, 0) / n) / (givers - 1);
  return { between: Math.max(0, (betweenSquares / (givers - 1) - within) / usual), within, givers };
}

/**
 * Means of groups that may share answers and givers, whether they differ at all (a generalised least-squares F test), and
 * which differs from the others.
 *
 * The variance is pooled over all groups: a group of few, all of whom happened to say the same, is not taken to be certain.
 * Where groups do differ, part of that is in the pooled variance, which makes the test cautious.
 *
 * @param count of groups.
 * @returns null where answers do not vary, or come from fewer than two givers.
 * @see Rao (1973), Linear Statistical Inference, 2nd ed., section 4a, for the test.
 */
export function compareGroups(answers: readonly Answer[], count: number): ComparedGroups | null {
  const found = components(answers.filter(({ groups }) => groups.length > 0));
  if (found === null || found.between + found.within <= 0) return null;
  const tallies = tally(answers, count);
  const covariance = covarianceOf(answers, tallies, found);
  const df = found.givers - 1;
  const known = tallies.flatMap(({ n }, place) => (n > 0 ? [place] : []));
  const all = known.reduce((sum, place) => sum + (tallies[place]?.n ?? 0), 0);
  const groups = tallies.map(({ n, sum, givers }, place) => {
    if (n === 0) return null;
    const variance = covariance[place]?.[place] ?? 0;
    const half = quantile95(df) * Math.sqrt(variance);
    const mean = sum / n;
    return { n, givers: givers.size, mean, variance, low: mean - half, high: mean + half, pValue: againstRest(place, { tallies, covariance, all, df }) };
  });
  return { groups, homogeneity: homogeneity(known, tallies, covariance, df), components: found };
}

interface Tally {
  readonly n: number;
  readonly sum: number;
  /** Answers by giver. */
  readonly givers: ReadonlyMap<number, number>;
}

function tally(answers: readonly Answer[], count: number): Tally[] {
  const tallies = Array.from({ length: count }, () => ({ n: 0, sum: 0, givers: new Map<number, number>() }));
  for (const { value, giver, groups } of answers) {
    for (const place of groups) {
      const own = tallies[place];
      if (!own) throw new RangeError(`group ${place} of ${count}`);
      own.n += 1;
      own.sum += value;
      own.givers.set(giver, (own.givers.get(giver) ?? 0) + 1);
    }
  }
  return tallies;
}

function covarianceOf(answers: readonly Answer[], tallies: readonly Tally[], { between, within }: Components): number[][] {
  const sum = tallies.map(() => tallies.map(() => 0));
  const add = (one: number, other: number, value: number) => {
    const row = sum[one] ?? [];
    row[other] = (row[other] ?? 0) + value;
  };
  for (const { groups } of answers) for (const one of groups) for (const other of groups) add(one, other, within);
  for (const own of answersByGiver(tallies).values()) for (const [one, n] of own) for (const [other, m] of own) add(one, other, between * n * m);
  return tallies.map((one, i) => tallies.map((other, j) => (one.n === 0 || other.n === 0 ? 0 : (sum[i]?.[j] ?? 0) / (one.n * other.n))));
}

/** The groups that each giver's answers count in, and how many do. */
function answersByGiver(tallies: readonly Tally[]): Map<number, [group: number, n: number][]> {
  const byGiver = new Map<number, [number, number][]>();
  tallies.forEach(({ givers }, group) => {
    for (const [giver, n] of givers) {
      const own = byGiver.get(giver) ?? [];
      own.push([group, n]);
      byGiver.set(giver, own);
    }
  });
  return byGiver;
}

interface Setting {
  readonly tallies: readonly Tally[];
  readonly covariance: readonly (readonly number[])[];
  readonly all: number;
  readonly df: number;
}

function againstRest(place: number, { tallies, covariance, all, df }: Setting): number | null {
  const others = all - (tallies[place]?.n ?? 0);
  if (others === 0) return null;
  const weights = tallies.map(({ n }, i) => (i === place ? 1 : -n / others));
  const difference = tallies.reduce((sum, { n, sum: own }, i) => sum + (n === 0 ? 0 : ((weights[i] ?? 0) * own) / n), 0);
  const variance = quadraticForm(covariance, weights);
  return variance > 0 ? studentTwoSided(difference / Math.sqrt(variance), df) : null;
}

function homogeneity(known: readonly number[], tallies: readonly Tally[], covariance: readonly (readonly number[])[], dfWithin: number): Homogeneity | null {
  const base = known[0];
  const others = known.slice(1);
  if (base === undefined || others.length === 0 || dfWithin < others.length) return null;
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0;
  const meanOf = (place: number) => (tallies[place]?.sum ?? 0) / (tallies[place]?.n ?? 1);
  const inverse = inverseOf(others.map((i) => others.map((j) => at(i, j) - at(i, base) - at(base, j) + at(base, base))));
  if (inverse === null) return null;
  const differences = others.map((place) => meanOf(place) - meanOf(base));
  const df = others.length;
  const statistic = quadraticForm(inverse, differences) / df;
  return { statistic, df, dfWithin, pValue: betaCdf(dfWithin / (dfWithin + df * statistic), dfWithin / 2, df / 2) };
}
