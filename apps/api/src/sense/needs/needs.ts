import type { Cell, Key } from "../figure/key.type";
import { headingsFor } from "../scope/headings";
import type { Dimension } from "../scope/scope.type";
import type { ScopeUse } from "../scope/viewed";
import type { NamedThings } from "../scope/vocabulary.queries";
import type { PatternTable } from "./load";
import type { NeedPatterns } from "./need.type";

export interface CutTable extends PatternTable {
  readonly rows: Dimension;
  readonly columns: Dimension | null;
}

/** What a table does with its scope. */
export const patternUse = ({ rows, columns }: Pick<CutTable, "rows" | "columns">): ScopeUse => ({
  topics: [rows, columns].some((dimension) => dimension === "TOPIC" || dimension === "DOMAIN") ? "show" : "select",
  weeks: rows === "WEEK" ? "rows" : columns === "WEEK" ? "columns" : undefined,
});

/** The table: headings in order, cells row by row. */
export function needPatterns({ rows, columns, cells, rowKeys, columnKeys }: CutTable, names: NamedThings): NeedPatterns {
  const rowHeadings = headingsFor(rows, rowKeys, names);
  const columnHeadings = columns && headingsFor(columns, columnKeys, names);
  const places = new Map<Key | null, number>([...rowHeadings.keys, ...(columnHeadings?.keys ?? [])].map((heading, at) => [heading, at]));
  const placeOf = (heading: Key | null) => places.get(heading) ?? 0;
  const shown = cells.map(({ row, column, ...figures }): Cell => ({
    row: rowHeadings.of(row),
    column: columnHeadings && column !== null ? columnHeadings.of(column) : null,
    ...figures,
  }));
  shown.sort((a, b) => placeOf(a.row) - placeOf(b.row) || placeOf(a.column) - placeOf(b.column));
  return { rows: [...rowHeadings.keys], columns: columnHeadings ? [...columnHeadings.keys] : [], cells: shown };
}
