import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { baseScope, cutBy, itemTables } from "../scope/dimension.queries";
import { scopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Dimension, Evidence } from "../scope/scope.type";

export interface PatternQuestion {
  readonly scope: CheckedScope;
  readonly now: Date;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
  readonly evidence: Evidence;
}

export interface PatternCell {
  /** A period by its first day, everything else by its key. */
  readonly row: string;
  /** Null without columns. */
  readonly column: string | null;
  readonly count: number;
  readonly systems: number;
}

export interface KeyTotal {
  /** Null where there is nothing to cut by: all in scope. */
  readonly key: string | null;
  readonly count: number;
}

/** Requests or sessions in each cell, and the distinct systems they come from. Cells of zero are left out. */
export function patternCells(db: Database, { scope, now, rows, columns, evidence }: PatternQuestion): Promise<PatternCell[]> {
  const row = cutBy(rows, "row_cut", scope.topics);
  const column = columns && cutBy(columns, "column_cut", scope.topics);
  const items = itemTables(evidence, scopedRows(baseScope(scope, [rows, columns]), now));
  return db.execute<{ [Name in keyof PatternCell]: PatternCell[Name] }>(sql`
    with ${items},
    counted as (
      select ${row.key} as row_key, ${column ? column.key : sql`null`} as column_key,
        count(*)::int as count, count(distinct i.system_id)::int as systems
      from items i join systems s on s.id = i.system_id join states st on st.code = s.state_code ${row.join} ${column ? column.join : sql``}
      group by 1, 2
    )
    select row_key::text as row, column_key::text as "column", count, systems from counted`);
}

/**
 * All requests or sessions that fall under each key of one dimension of the table, whatever the other; without a
 * dimension, all in scope.
 * @param shownTopics the topics that TOPIC and DOMAIN go by; empty = all.
 */
export function keyTotals(
  db: Database,
  { scope, now, rows, columns, evidence }: PatternQuestion,
  of: Dimension | null,
  shownTopics: readonly string[],
): Promise<KeyTotal[]> {
  const cut = of && cutBy(of, "column_cut", shownTopics);
  const items = itemTables(evidence, scopedRows(baseScope(scope, [rows, columns]), now));
  return db.execute<{ [Name in keyof KeyTotal]: KeyTotal[Name] }>(sql`
    with ${items},
    counted as (
      select ${cut ? cut.key : sql`null`} as key, count(*)::int as count
      from items i join systems s on s.id = i.system_id join states st on st.code = s.state_code ${cut ? cut.join : sql``}
      group by 1
    )
    select key::text as key, count from counted`);
}
