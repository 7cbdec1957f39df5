import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { maybeShown, type RecordKind } from "../figure/protection";
import { cellFacts, MARK, type FactsProtection } from "./facts.queries";
import { conditionsOf, NO_CONDITION, type TopicsUse } from "./publishedScope";
import { scopedRows } from "./rows.queries";
import type { CheckedScope } from "./scope";

export interface SlicesQuestion {
  readonly scope: CheckedScope;
  readonly topicsUse: TopicsUse;
  readonly now: Date;
  readonly protection: FactsProtection;
}

/**
 * Whether a scope cuts no thin slice off a population: its conditions divide all records into blocks, inside and outside of
 * each, and every block that is not empty must be thick. Else the scope could be subtracted from another to show the slice.
 */
export async function cutsNoThinSlice(db: Database, population: RecordKind, { scope, topicsUse, now, protection }: SlicesQuestion): Promise<boolean> {
  const conditions = conditionsOf(scope, topicsUse);
  // The whole cuts off nothing.
  if (conditions.length === 0) return true;
  const inside = conditions.map(
    (condition) => sql`case when i.id in (select id from (${scopedRows(condition, now)[population]}) chosen) then '1' else '0' end`,
  );
  const block = sql.join(inside, sql` || `);
  const blocks = await cellFacts(db, {
    population,
    scoped: scopedRows(NO_CONDITION, now),
    contributions: sql`select ${block} as row_key, '' as column_key, ${MARK}, null::float8 as weight, null::float8 as worth from marked i`,
    protection,
  });
  return blocks.every(maybeShown);
}
