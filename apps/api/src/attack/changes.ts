import type { Cell, Measure } from "./cell";
import type { Harvest } from "./harvest";

export interface Change {
  readonly cell: Cell;
  readonly measure: Measure;
  readonly by: number;
}

/** What differs between two times of asking. A cell that comes or goes is left aside. */
export function changesBetween(before: Harvest, after: Harvest): Change[] {
  return after.shown().flatMap(({ cell, measure, value }): Change[] => {
    const old = before.value(cell, measure);
    return old === null || old === value ? [] : [{ cell, measure, by: value - old }];
  });
}
