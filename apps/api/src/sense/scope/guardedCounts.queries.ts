import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CellFacts } from "../figure/protection";
import { cutBy, type CutOptions } from "./dimension.queries";
import { cellFacts, MARK, type FactsProtection } from "./facts.queries";
import type { ScopedRows } from "./rows.queries";
import type { Dimension } from "./scope.type";

export interface GuardedQuestion extends Pick<CutOptions, "evidence"> {
  readonly scoped: ScopedRows;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
  readonly protection: FactsProtection;
}

export interface GuardedFacts {
  /** By row and column; column "" without columns. Empty cells are left out. */
  readonly cells: ReadonlyMap<string, CellFacts>;
  /** All that falls under a column, or, under "", all in scope. */
  readonly totals: ReadonlyMap<string, CellFacts>;
}

/** A place in a table; no key holds a line break. */
export const placeKey = (row: string, column: string): string => `${row}\n${column}`;

/** Stands for all rows; no key is empty. */
const ALL_ROWS = "";

/** What `countItems` counts, with who stands behind it. Every topic is counted, whichever are shown. */
export async function guardedFacts(db: Database, { scoped, rows, columns, evidence, protection }: GuardedQuestion): Promise<GuardedFacts> {
  const row = cutBy(rows, "row_cut", { evidence, shownTopics: [] });
  const column = columns && cutBy(columns, "column_cut", { evidence, shownTopics: [] });
  const [columnKey, columnJoin] = column ? [sql`(${column.key})::text`, column.join] : [sql`''`, sql``];
  const facts = await cellFacts(db, {
    population: evidence === "REQUESTS" ? "requests" : "sessions",
    scoped,
    contributions: sql`
      select (${row.key})::text as row_key, ${columnKey} as column_key, ${MARK}, null::float8 as weight, null::float8 as worth
      from marked i ${row.join} ${columnJoin}
      union all
      select ${ALL_ROWS}, ${columnKey}, ${MARK}, null, null from marked i ${columnJoin}`,
    protection,
  });
  const [totals, cells] = [facts.filter(({ row }) => row === ALL_ROWS), facts.filter(({ row }) => row !== ALL_ROWS)];
  return {
    cells: new Map(cells.map((each) => [placeKey(each.row, each.column), each])),
    totals: new Map(totals.map((each) => [each.column, each])),
  };
}
