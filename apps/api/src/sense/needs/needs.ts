import { wilson } from "@arl/analysis/proportion";
import { estimate, exact } from "../figure/figure";
import type { Cell, Key } from "../figure/key.type";
import type { Counts } from "../scope/counts.queries";
import { headingsFor } from "../scope/headings";
import type { Dimension } from "../scope/scope.type";
import type { NamedThings } from "../scope/vocabulary.queries";
import type { NeedPatterns } from "./need.type";

export interface PatternCounts extends Counts {
  readonly rows: Dimension;
  readonly columns: Dimension | null;
}

/** The table: headings in order, cells row by row, each with its share of its column. */
export function needPatterns({ rows, columns, cells, rowKeys, columnKeys, totals }: PatternCounts, names: NamedThings): NeedPatterns {
  const rowHeadings = headingsFor(rows, rowKeys, names);
  const columnHeadings = columns && headingsFor(columns, columnKeys, names);
  const totalOf = new Map(totals.map(({ key, count }) => [key, count]));
  const places = new Map<Key | null, number>([...rowHeadings.keys, ...(columnHeadings?.keys ?? [])].map((heading, at) => [heading, at]));
  const placeOf = (heading: Key | null) => places.get(heading) ?? 0;
  const shown = cells.map(({ row, column, count, systems }): Cell => ({
    row: rowHeadings.of(row),
    column: columnHeadings && column !== null ? columnHeadings.of(column) : null,
    count: exact(count, systems),
    systems: exact(systems, systems),
    share: estimate(wilson(count, totalOf.get(column) ?? 0)),
  }));
  shown.sort((a, b) => placeOf(a.row) - placeOf(b.row) || placeOf(a.column) - placeOf(b.column));
  return { rows: [...rowHeadings.keys], columns: columnHeadings ? [...columnHeadings.keys] : [], cells: shown };
}
