import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CellFacts } from "../figure/protection";
import { cellFacts, MARK, type FactsProtection } from "../scope/facts.queries";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** The name of a pair of topics, whichever is given first. */
export const pairKey = (one: string, other: string): string => [one, other].sort().join("+");

/**
 * Who stands behind each pair of topics that enough systems share: the requests for either topic of the systems that asked for both.
 * @param least pairs that fewer systems share are left out.
 */
export async function pairFacts(db: Database, scope: CheckedScope, now: Date, protection: FactsProtection, least: number): Promise<ReadonlyMap<string, CellFacts>> {
  const facts = await cellFacts(db, {
    population: "requests",
    scoped: scopedRows(withoutTopics(scope), now),
    also: sql`,
      tagged as materialized (select i.system, i.id, t.key collate "C" as topic from items i join item_topics t on t.item_id = i.id),
      asked as materialized (select distinct system, topic from tagged),
      pairs as materialized (
        select a.topic as one, b.topic as other from asked a join asked b on b.system = a.system and b.topic > a.topic
        group by 1, 2 having count(*) >= ${least}
      ),
      sharers as materialized (
        select p.one, p.other, a.system from pairs p join asked a on a.topic = p.one join asked b on b.topic = p.other and b.system = a.system
      )`,
    contributions: sql`
      select p.one || '+' || p.other as row_key, '' as column_key, ${MARK}, null::float8 as weight, null::float8 as worth
      from (
        select p.one, p.other, t.id from sharers p join tagged t on t.system = p.system and t.topic = p.one
        union
        select p.one, p.other, t.id from sharers p join tagged t on t.system = p.system and t.topic = p.other
      ) p join marked i on i.id = p.id`,
    protection,
  });
  return new Map(facts.map((each) => [each.row, each]));
}
