import { inverseOf } from "./positiveDefinite";
import { riskSets } from "./riskSet";
import { gammaCdf } from "./specialFunctions";
import type { Spell } from "./survival";

/** What one group had, and what it would have had if all groups were alike. */
export interface GroupEvents {
  /** Spells of the group. */
  readonly n: number;
  readonly observed: number;
  /** Events that its share of those at risk would have had. */
  readonly expected: number;
}

export interface LogRank {
  readonly groups: readonly GroupEvents[];
  readonly chiSquare: number;
  /** Groups with spells that were ever at risk of an event, less one. */
  readonly df: number;
  readonly pValue: number;
}

/** A spell and the place of its group. */
type Placed = Spell & { readonly group: number };

interface Sums {
  readonly observed: number[];
  readonly expected: number[];
  /** Covariances of the observed events, by the hypergeometric distribution at each time. */
  readonly covariance: number[][];
}

/**
 * Log-rank test of whether several survival curves are one and the same.
 *
 * Of a competing event it tests the cause-specific rate: spells that another cause ended are given as censored.
 *
 * @param groups spells of each group, in any order; a group may be empty, and then adds nothing.
 * @returns null where there is nothing to compare: fewer than two groups at risk of an event.
 * @throws RangeError if a time is negative or not finite.
 * @see Mantel (1966), Cancer Chemother. Rep. 50(3), 163–170; Peto & Peto (1972), J. R. Stat. Soc. A 135(2), 185–207.
 */
export function logRank(groups: readonly (readonly Spell[])[]): LogRank | null {
  const sums = sumsOver(groups);
  const tested = sums.expected.flatMap((expected, group) => (expected > 0 ? [group] : []));
  // The differences sum to zero, so the last group says nothing new.
  const free = tested.slice(0, -1);
  if (free.length === 0) return null;
  const inverse = inverseOf(free.map((row) => free.map((column) => sums.covariance[row]?.[column] ?? 0)));
  if (inverse === null) return null;

  const differences = free.map((group) => (sums.observed[group] ?? 0) - (sums.expected[group] ?? 0));
  const chiSquare = quadraticForm(inverse, differences);
  return { groups: eventsOf(groups, sums), chiSquare, df: free.length, pValue: chiSquareUpperTail(chiSquare, free.length) };
}

/** Events of each group beside those expected of it; see {@link logRank}. */
export const expectedEvents = (groups: readonly (readonly Spell[])[]): GroupEvents[] => eventsOf(groups, sumsOver(groups));

const eventsOf = (groups: readonly (readonly Spell[])[], { observed, expected }: Sums): GroupEvents[] =>
  groups.map((spells, group) => ({ n: spells.length, observed: observed[group] ?? 0, expected: expected[group] ?? 0 }));

function sumsOver(groups: readonly (readonly Spell[])[]): Sums {
  const zeros = () => groups.map(() => 0);
  const [observed, expected, covariance] = [zeros(), zeros(), groups.map(zeros)];
  const atRisk = groups.map((spells) => spells.length);
  const placed: Placed[] = groups.flatMap((spells, group) => spells.map(({ time, event }) => ({ time, event, group })));
  for (const { atRisk: all, leaving } of riskSets(placed)) {
    const ended = leaving.filter(({ event }) => event);
    if (ended.length > 0) addTime(atRisk.map((each) => each / all), all, ended, { observed, expected, covariance });
    for (const { group } of leaving) atRisk[group] = (atRisk[group] ?? 0) - 1;
  }
  return { observed, expected, covariance };
}

/** @param shares of those at risk, by group; sum to 1. */
function addTime(shares: readonly number[], all: number, ended: readonly Placed[], { observed, expected, covariance }: Sums): void {
  const events = ended.length;
  const scale = all > 1 ? (events * (all - events)) / (all - 1) : 0;
  for (const { group } of ended) observed[group] = (observed[group] ?? 0) + 1;
  shares.forEach((share, group) => {
    expected[group] = (expected[group] ?? 0) + events * share;
    const row = covariance[group] ?? [];
    shares.forEach((other, place) => (row[place] = (row[place] ?? 0) + scale * share * ((place === group ? 1 : 0) - other)));
  });
}

/** x'Ax. */
export function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number {
  return matrix.reduce((sum, row, i) => sum + (vector[i] ?? 0) * row.reduce((own, each, j) => own + each * (vector[j] ?? 0), 0), 0);
}

/** P(X > x) of a chi-square variable with so many degrees of freedom. */
export const chiSquareUpperTail = (x: number, df: number): number => Math.max(0, 1 - gammaCdf(x / 2, df / 2));
