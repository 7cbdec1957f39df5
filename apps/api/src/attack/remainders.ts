import { PARTITIONS } from "./catalogue";
import { cellOf, dimensionOf, idOf, widerOf, type Cell, type Measure } from "./cell";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import { difference, isThin, sizeOf, type Truth } from "./truth";

/** A cell with all the cells that one dimension splits it into, as far as they were asked for. */
export interface Line {
  readonly whole: Cell;
  readonly dimension: string;
  readonly measure: Measure;
  readonly parts: readonly Cell[];
}

const OF_SYSTEMS = PARTITIONS.filter((dimension) => !["MONTH", "QUARTER", "CHALLENGE_LEVEL"].includes(dimension));

/** Months and levels do not split the systems: one may be in several. */
const SPLITS: Readonly<Record<Measure, readonly string[]>> = {
  records: PARTITIONS,
  systems: OF_SYSTEMS,
  students: OF_SYSTEMS,
  states: [],
  organisations: [],
};

const found = new WeakMap<Harvest, readonly Line[]>();

/** Every line with a shown whole that the cells asked for make up, across tables and scopes. */
export function linesOf(harvest: Harvest): readonly Line[] {
  const before = found.get(harvest);
  if (before) return before;
  const lines = findLines(harvest);
  found.set(harvest, lines);
  return lines;
}

function findLines(harvest: Harvest): Line[] {
  const lines = new Map<string, Line & { readonly parts: Cell[] }>();
  for (const [first] of harvest.cells()) {
    if (!first) continue;
    const { cell, measure } = first;
    for (const condition of cell.conditions) {
      const dimension = dimensionOf(condition);
      if (!SPLITS[measure].includes(dimension)) continue;
      const others = cell.conditions.filter((other) => other !== condition);
      for (const more of [[], ...widerOf(condition).map((wider) => [wider])]) {
        const whole = cellOf(cell.population, [...others, ...more]);
        if (harvest.value(whole, measure) === null) continue;
        const id = `${idOf(whole)} ${dimension} ${measure}`;
        const line = lines.get(id);
        if (line) line.parts.push(cell);
        else lines.set(id, { whole, dimension, measure, parts: [cell] });
      }
    }
  }
  return [...lines.values()];
}

/** Subtracts from every shown cell all the shown cells that a dimension splits it into: what is left are the hidden ones. */
export function lineRemainders(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  return linesOf(harvest).flatMap(({ whole, dimension, measure, parts }): Claim[] => {
    const total = harvest.value(whole, measure);
    const shown = parts.filter((part) => harvest.value(part, measure) !== null);
    if (total === null || shown.length === 0) return [];
    const rest = shown.reduce((places, part) => difference(places, truth.places(part)), truth.places(whole));
    const facts = truth.factsAt(whole.population, rest);
    if (facts.length === 0 || !isThin(facts, truth.facts.hubs)) return [];
    const estimate = shown.reduce((left, part) => left - (harvest.value(part, measure) ?? 0), total);
    return [{ cell: `${idOf(whole)} without shown ${dimension} (${shown.length}) ${measure}`, estimate, deviation: Math.hypot(...[whole, ...shown].map((cell) => harvest.deviation(cell, measure, noise))), truth: sizeOf(facts, measure) }];
  });
}
