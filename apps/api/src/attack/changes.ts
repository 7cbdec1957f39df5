import { idOf, type Cell, type Measure } from "./cell";
import type { Fact } from "./facts";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import { isThin, sizeOf, type Truth } from "./truth";

export interface Change {
  readonly cell: Cell;
  readonly measure: Measure;
  readonly by: number;
}

/**
 * What differs between two times of asking. A cell that comes or goes is left aside.
 * @param least change that counts as one.
 */
export function changesBetween(before: Harvest, after: Harvest, least = 1): Change[] {
  return after.shown().flatMap(({ cell, measure, value }): Change[] => {
    const old = before.value(cell, measure);
    return old === null || Math.abs(value - old) < least ? [] : [{ cell, measure, by: value - old }];
  });
}

/** What came into a cell in a month: its records, or all records there of the systems that were not in it before. */
function newIn(truth: Truth, { population, conditions }: Cell, measure: Measure, month: string): Fact[] {
  const facts = truth.factsAt(population, truth.places({ population, conditions }));
  const isNew = ({ holds }: Fact) => holds.has(month);
  if (measure === "records") return facts.filter(isNew);
  const before = new Set(facts.filter((fact) => !isNew(fact)).map(({ system }) => system.key));
  return facts.filter(({ system }) => !before.has(system.key));
}

/**
 * Subtracts from each published figure the one of the month before, and so gets what came in between, be it few. What is the same few
 * by several figures is averaged.
 * @param truth as of the later publication.
 * @param month that lies between both, such as `MONTH=2021-01`.
 */
export function betweenPublications(before: Harvest, after: Harvest, truth: Truth, { month, noise }: { readonly month: string; readonly noise: number }): Claim[] {
  const came = new Map<string, { readonly facts: readonly Fact[]; readonly measure: Measure; readonly cell: Cell; readonly estimates: Set<number> }>();
  for (const { cell, measure, by } of changesBetween(before, after, 0)) {
    const facts = newIn(truth, cell, measure, month);
    if (facts.length === 0 || !isThin(facts, truth.facts.hubs)) continue;
    const id = `${measure} ${facts.map((fact) => fact.id).join(" ")}`;
    const known = came.get(id) ?? { facts, measure, cell, estimates: new Set<number>() };
    came.set(id, known);
    known.estimates.add(by);
  }
  return [...came.values()].map(({ facts, measure, cell, estimates }) => ({
    cell: `${idOf(cell)} ${measure} new in ${month}`,
    truth: sizeOf(facts, measure),
    estimate: [...estimates].reduce((sum, one) => sum + one, 0) / estimates.size,
    deviation: (noise * Math.SQRT2) / Math.sqrt(estimates.size),
  }));
}
