import { maybeShown, nothing, type CellFacts } from "../figure/protection";
import { conditionAt, type Condition } from "./conditions";
import { placeKey, type GuardedFacts } from "./guardedCounts.queries";
import type { Dimension } from "./scope.type";

/** A place of a protected table, whether or not there is anything in it. */
export interface GuardedCell {
  readonly row: string;
  /** "" without columns. */
  readonly column: string;
  readonly facts: CellFacts;
  /** All of the column. */
  readonly total: CellFacts;
  readonly shown: boolean;
}

export interface TableShape {
  readonly rows: { readonly dimension: Dimension; readonly keys: readonly string[] };
  readonly columns: { readonly dimension: Dimension; readonly keys: readonly string[] } | null;
  readonly hasOwnProvider: boolean;
  /** What the table's scope asks of a record. */
  readonly scope: readonly Condition[];
  /** Whether the cell of these conditions may be shown. */
  readonly mayShow: (conditions: readonly Condition[]) => boolean;
}

/** Every place of a table, row by row; the same cell is shown, or withheld, in every table that it is part of. */
export function guardedTable({ cells, totals }: GuardedFacts, { rows, columns, hasOwnProvider, scope, mayShow }: TableShape): GuardedCell[] {
  const empty = nothing(hasOwnProvider);
  return rows.keys.flatMap((row) =>
    (columns?.keys ?? [""]).map((column): GuardedCell => {
      const facts = cells.get(placeKey(row, column)) ?? empty;
      const own = [conditionAt(rows.dimension, row), ...(columns ? [conditionAt(columns.dimension, column)] : [])];
      return { row, column, facts, total: totals.get(column) ?? empty, shown: maybeShown(facts) && mayShow([...scope, ...own]) };
    }),
  );
}
