import type { Coordinate, FigureTarget } from "../figure/target";
import { narrowed } from "../scope/scope";
import { scopeOfKey } from "../scope/scopeWords";
import type { NeedCell, NeedRow } from "./needsTable";
import { evidenceWord, type NeedsView } from "./needsView";

const recordsAt = ({ evidence }: NeedsView, at: readonly Coordinate[]) =>
  ({ kind: evidence === "REQUESTS" ? "requests" : "sessions", at }) as const;

function subject(row: NeedRow, view: NeedsView): string {
  const word = evidenceWord(view);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} on ${row.label}`;
}

/** What the menu of a cell offers. */
export function cellTarget(
  row: NeedRow,
  cell: NeedCell,
  column: { readonly key: string; readonly label: string },
  view: NeedsView,
): FigureTarget {
  const rowScope = scopeOfKey(view.rows, row.key);
  const columnScope = scopeOfKey(view.columns, column.key);
  const at = [
    { dimension: view.rows, key: row.key },
    { dimension: view.columns, key: column.key },
  ];
  return {
    label: `${subject(row, view)}, ${column.label}`,
    metric: "need_volume",
    figure: cell.count,
    filter: rowScope === null || columnScope === null ? null : narrowed(rowScope, columnScope),
    records: recordsAt(view, at),
  };
}

/** What the menu of a row's total offers. */
export function totalTarget(row: NeedRow, view: NeedsView): FigureTarget {
  return {
    label: subject(row, view),
    metric: "need_volume",
    figure: row.total,
    filter: scopeOfKey(view.rows, row.key),
    records: recordsAt(view, [{ dimension: view.rows, key: row.key }]),
  };
}

/** What the menu of a row's share offers. */
export function shareTarget(row: NeedRow, view: NeedsView): FigureTarget {
  return {
    ...totalTarget(row, view),
    label: `Share of ${evidenceWord(view)} on ${row.label}`,
    metric: "need_share",
    figure: row.share,
  };
}
