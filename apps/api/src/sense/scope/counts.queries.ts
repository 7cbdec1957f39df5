import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { cutBy, itemTables, type Cut, type CutOptions } from "./dimension.queries";
import type { ScopedRows } from "./rows.queries";
import type { Dimension } from "./scope.type";

export interface CountQuestion extends CutOptions {
  /** The requests or sessions that are counted. */
  readonly scoped: ScopedRows;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
}

interface CellCount {
  /** A period by its first day, everything else by its key. */
  readonly row: string;
  /** Null without columns. */
  readonly column: string | null;
  readonly count: number;
  /** Distinct systems. */
  readonly systems: number;
}

interface KeyTotal {
  /** Null where there is nothing to cut by: all in scope. */
  readonly key: string | null;
  readonly count: number;
}

export interface Counts {
  /** Cells of zero are left out. */
  readonly cells: readonly CellCount[];
  /** What occurs in the rows and in the columns, whether or not it falls in a cell. */
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** All requests or sessions that fall under each column, whichever topics are shown; without columns, all in scope. */
  readonly totals: readonly KeyTotal[];
}

/** A group as the database gives it; a total has no systems. */
interface Group {
  row: string | null;
  column: string | null;
  count: number;
  systems: number | null;
}

/** Requests or sessions by one or two dimensions, and the distinct systems they come from: one statement over the same items. */
export async function countItems(db: Database, { scoped, rows, columns, evidence, shownTopics }: CountQuestion): Promise<Counts> {
  const row = cutBy(rows, "row_cut", { evidence, shownTopics });
  const column = columns && cutBy(columns, "column_cut", { evidence, shownTopics });
  const total = columns && cutBy(columns, "column_cut", { evidence, shownTopics: [] });
  const [byRow, byColumn, byTotal] = [within(row, "row_key"), within(column, "column_key"), within(total, "column_key")];
  const groups = await db.execute<{ [Name in keyof Group]: Group[Name] }>(sql`
    with ${itemTables(evidence, scoped)},
    keyed as materialized (
      select i.id, i.request_id, i.system, ${byRow.own.key} as row_key, ${byColumn.own.key} as column_key
      from items i ${byRow.own.join} ${byColumn.own.join}
    ),
    of_system as (
      select ${byRow.key} as row_key, ${byColumn.key} as column_key, i.system, count(*) as count
      from keyed i ${byRow.join} ${byColumn.join} group by 1, 2, 3
    ),
    cells as (select row_key, column_key, sum(count)::int as count, count(*)::int as systems from of_system group by 1, 2),
    totals as (select ${byTotal.key} as key, count(*)::int as count from keyed i ${byTotal.join} group by 1)
    select row_key::text as row, column_key::text as "column", count, systems from cells
    union all
    select null, key::text, count, null from totals`);
  return countsOf(groups, columns !== null);
}

const NOTHING = { join: sql``, key: sql`null` };

/** A key of which an item has one is worked out once for each item (`own`); the others are joined to the items so keyed. */
function within(cut: Cut | null, name: "row_key" | "column_key"): Pick<Cut, "join" | "key"> & { readonly own: Pick<Cut, "join" | "key"> } {
  if (cut === null) return { ...NOTHING, own: NOTHING };
  return cut.several ? { ...cut, own: NOTHING } : { join: sql``, key: sql.raw(`i.${name}`), own: cut };
}

function countsOf(groups: readonly Group[], hasColumns: boolean): Counts {
  const cells: CellCount[] = [];
  const totals: KeyTotal[] = [];
  const rowKeys = new Set<string>();
  const columnKeys = new Set<string>();
  for (const { row, column, count, systems } of groups) {
    if (systems === null) {
      if (column !== null || !hasColumns) totals.push({ key: column, count });
      continue;
    }
    if (row !== null) rowKeys.add(row);
    if (column !== null) columnKeys.add(column);
    if (row !== null && (column !== null || !hasColumns)) cells.push({ row, column, count, systems });
  }
  return { cells, rowKeys: [...rowKeys], columnKeys: [...columnKeys], totals };
}
