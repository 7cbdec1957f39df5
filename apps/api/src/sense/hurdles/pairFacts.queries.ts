import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CellFacts } from "../figure/protection";
import { keyOf, populationTables, type FactsProtection } from "../scope/facts.queries";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";
import { factsOfPairs, type TaggedRequest } from "./pairFacts";

/**
 * Who stands behind each pair of topics that enough systems share: the requests for either topic of the systems that asked for both.
 * Requests are read once and added up here: told pair by pair in SQL, each would be sorted a hundred times over.
 * @param least pairs that fewer systems share are left out.
 */
export async function pairFacts(db: Database, scope: CheckedScope, now: Date, { secret, ownProvider }: FactsProtection, least: number): Promise<ReadonlyMap<string, CellFacts>> {
  const rows = await db.execute<{ [Name in keyof TaggedRequest]: TaggedRequest[Name] }>(sql`
    with ${populationTables("requests", scopedRows(withoutTopics(scope), now))},
    numbered as (select id, row_number() over (order by id)::int * case kind when 'hub' then -1 else 1 end as number from providers),
    tagged as (select item_id, array_agg(key) as topics from item_topics group by item_id),
    worked as (
      select p.item_id, array_agg(n.number) as organisations, bool_or(p.key = ${ownProvider}::text) as own
      from item_providers p join numbered n on n.id = p.key group by p.item_id
    )
    select i.system, (${keyOf(secret, "requests", sql`i.id`)})::float8 as "recordKey", (${keyOf(secret, "system", sql`i.system_id`)})::float8 as "systemKey",
      t.topics, coalesce(w.organisations, '{}') as organisations, not coalesce(w.own, false) as "byOthers"
    from items i join tagged t on t.item_id = i.id left join worked w on w.item_id = i.id
    order by i.system`);
  return factsOfPairs(rows, least, ownProvider !== null);
}
