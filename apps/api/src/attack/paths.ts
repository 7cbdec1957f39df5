import { idOf } from "./cell";
import type { Published } from "./answer";
import type { Harvest } from "./harvest";
import type { Truth } from "./truth";

/** The same rows, counted in two answers that do not agree: whoever has both averages, or learns which is exact. */
export interface Disagreement {
  readonly one: string;
  readonly other: string;
  readonly values: readonly [number, number];
}

const nameOf = ({ cell, measure, path, value }: Published): string => `${path} ${idOf(cell)} ${measure} = ${value}`;

/** Compares all answers for the same rows (or, counting systems, the same systems), by whatever path and under whatever name. */
export function disagreements(harvest: Harvest, truth: Truth): Disagreement[] {
  const first = new Map<string, Published>();
  return harvest.cells().flatMap((answers) =>
    answers.flatMap((answer): Disagreement[] => {
      if (answer.value === null) return [];
      const rows = rowsOf(truth, answer);
      const before = first.get(rows);
      if (!before) first.set(rows, answer);
      if (!before || before.value === answer.value) return [];
      return [{ one: nameOf(before), other: nameOf(answer), values: [before.value ?? 0, answer.value] }];
    }),
  );
}

function rowsOf(truth: Truth, { cell, measure }: Published): string {
  const facts = truth.factsAt(cell.population, truth.places(cell));
  if (measure === "records") return `${cell.population} ${facts.map(({ id }) => id).join(" ")}`;
  return `${measure} ${[...new Set(facts.map(({ system }) => system.key))].sort().join(" ")}`;
}
