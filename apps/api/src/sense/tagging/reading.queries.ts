import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** What one person tagged a request with. */
export interface Reading {
  readonly requestId: string;
  readonly reader: string;
  readonly topics: readonly string[];
}

/**
 * Every reading of the scope's requests (without its topics): the tags that stand, by who last changed them, and the opinions of
 * others before as of. Codes are today's. A reader who gave the standing tags too is one reader.
 */
export async function readingsOf(db: Database, scope: CheckedScope, now: Date): Promise<Reading[]> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  const rows = await db.execute<{ request_id: string; reader: string; topics: string[] }>(sql`
    with scoped as materialized (${requests}),
    opinions as (
      select o.request_id, o.author as reader, array_agg(distinct h.heir) as topics
      from tag_opinions o join scoped on scoped.id = o.request_id join topic_heirs() h on h.code = o.topic_code
      where o.at < ${asOf} group by 1, 2
    ),
    standing as (
      select t.request_id, coalesce((
        select e.author from tag_events e where e.request_id = t.request_id and e.stage = 'tagged' and e.author not like 'framework version %'
        order by e.id desc limit 1), '') as reader, array_agg(t.topic_code) as topics
      from request_topics t where t.request_id in (select request_id from opinions) group by 1
    )
    select request_id, reader, topics from standing
    union all
    select o.request_id, o.reader, o.topics from opinions o
    where not exists (select from standing s where s.request_id = o.request_id and s.reader = o.reader)
    order by request_id, reader`);
  return rows.map(({ request_id: requestId, reader, topics }) => ({ requestId, reader, topics }));
}

export interface Suggested {
  readonly rank: number;
  readonly confidence: number | null;
  /** Whether a person tagged the request at all afterwards. */
  readonly decided: boolean;
  /** Whether a person gave it this topic. */
  readonly taken: boolean;
}

/** What was suggested for the scope's requests before as of, and what people did then. Imports and crosswalks are no people. */
export async function suggestionsOf(db: Database, scope: CheckedScope, now: Date): Promise<Suggested[]> {
  const { requests, asOf } = scopedRows(scope, now);
  const rows = await db.execute<{ rank: number; confidence: number | null; decided: boolean; taken: boolean }>(sql`
    with scoped as materialized (${requests}),
    given as (
      select e.request_id, h.heir as code, e.at from tag_events e join scoped on scoped.id = e.request_id join topic_heirs() h on h.code = e.topic_code
      where e.stage = 'tagged' and e.action = 'added' and e.author <> 'import' and e.author not like 'framework version %' and e.at < ${asOf}
    )
    select s.rank, s.confidence,
      exists (select from given g where g.request_id = s.request_id and g.at >= s.at) as decided,
      exists (select from given g where g.request_id = s.request_id and g.at >= s.at and g.code = h.heir) as taken
    from tag_suggestions s join scoped on scoped.id = s.request_id join topic_heirs() h on h.code = s.topic_code
    where s.at < ${asOf} order by s.request_id, s.method, s.rank`);
  return [...rows];
}
