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
  /** The largest cell. */
  readonly max: number;
}

interface Patterns {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string }[];
  readonly cells: readonly NeedCell[];
}

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
  const heard = all.filter((row) => row.total.value !== 0).sort((a, b) => total(b) - total(a));
  const groups = [...Map.groupBy(heard, ({ key }) => groupOf(key))].map(([label, members]) => ({ label, rows: members }));
  return {
    groups: groups.sort((a, b) => sum(b.rows) - sum(a.rows)),
    silent: all.filter((row) => row.total.value === 0).map(({ label }) => label),
    max: Math.max(0, ...cells.map(({ count }) => count.value ?? 0)),
  };
}
