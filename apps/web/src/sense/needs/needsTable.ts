import type { FigureFields } from "../figure/format";

export interface NeedCell {
  readonly row: { readonly key: string } | null;
  readonly column: { readonly key: string } | null;
  readonly count: FigureFields;
  readonly share: FigureFields;
}

export interface NeedTotal {
  readonly row: { readonly key: string; readonly label: string } | null;
  readonly count: FigureFields;
  readonly share: FigureFields;
}

export interface NeedRow {
  readonly key: string;
  readonly label: string;
  readonly total: FigureFields;
  readonly share: FigureFields;
  /** One for each column; null where nothing was counted. */
  readonly cells: readonly (NeedCell | null)[];
}

interface NeedGroup {
  /** A domain; null where rows stand ungrouped. */
  readonly label: string | null;
  readonly rows: readonly NeedRow[];
}

export interface NeedsTable {
  readonly groups: readonly NeedGroup[];
  /** Rows of the framework that nothing in scope falls under. */
  readonly silent: readonly string[];
  /** Rows and columns of which nothing may be shown. */
  readonly hidden: readonly string[];
  readonly hiddenColumns: readonly string[];
  /** Places in `columns` of those that are shown; the cells of each row follow them. */
  readonly columns: readonly number[];
  /** Whether any cell is withheld. */
  readonly withholds: boolean;
  /** The largest cell. */
  readonly max: number;
}

interface Patterns {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly cells: readonly NeedCell[];
}

/** Nothing counted is something said; only a number that is withheld says nothing. */
const isWithheld = (cell: NeedCell | null | undefined): boolean => cell != null && cell.count.value === null;

const ABSENT: FigureFields = { value: 0, low: null, high: null, n: 0, withheld: null };
const total = (row: NeedRow) => row.total.value ?? 0;
const sum = (rows: readonly NeedRow[]) => rows.reduce((all, row) => all + total(row), 0);

/**
 * The answer of `needPatterns` as a table: the most asked first, under the most asked domain first.
 *
 * @param groupOf the domain a row belongs to; null leaves rows ungrouped.
 */
export function needsTable(
  { rows, columns, cells }: Patterns,
  totals: readonly NeedTotal[],
  groupOf: (key: string) => string | null,
): NeedsTable {
  const cellAt = new Map(cells.map((cell) => [`${cell.row?.key}|${cell.column?.key}`, cell]));
  const totalOf = new Map(totals.map((cell) => [cell.row?.key, cell]));
  const all = rows.map(({ key, label }): NeedRow => {
    const counted = totalOf.get(key);
    return {
      key,
      label,
      total: counted?.count ?? ABSENT,
      share: counted?.share ?? ABSENT,
      cells: columns.map((column) => cellAt.get(`${key}|${column.key}`) ?? null),
    };
  });
  const shownColumns = columns.flatMap((_, place) => (all.some(({ cells }) => !isWithheld(cells[place])) ? [place] : []));
  const hidden = all.filter((row) => row.total.value === null && row.cells.every(isWithheld));
  const heard = all
    .filter((row) => row.total.value !== 0 && !hidden.includes(row))
    .map((row) => ({ ...row, cells: shownColumns.map((place) => row.cells[place] ?? null) }))
    .sort((a, b) => total(b) - total(a));
  const groups = [...Map.groupBy(heard, ({ key }) => groupOf(key))].map(([label, members]) => ({ label, rows: members }));
  return {
    groups: groups.sort((a, b) => sum(b.rows) - sum(a.rows)),
    silent: all.filter((row) => row.total.value === 0).map(({ label }) => label),
    hidden: hidden.map(({ label }) => label),
    hiddenColumns: columns.filter((_, place) => !shownColumns.includes(place)).map(({ label }) => label),
    columns: shownColumns,
    withholds: cells.some(({ count }) => count.value === null),
    max: Math.max(0, ...cells.map(({ count }) => count.value ?? 0)),
  };
}
