import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** A relationship as the topics of its sessions, oldest first: a session's own, else its request's. */
export type CoachedCalls = readonly (readonly string[])[];

/** The relationships of a scope without its topics, each with all its sessions held by then. */
export async function coachedCalls(db: Database, scope: CheckedScope, now: Date): Promise<CoachedCalls[]> {
  const { relationships, asOf } = scopedRows(withoutTopics(scope), now);
  const rows = await db.execute<{ calls: string[] }>(sql`
    with chosen as materialized (select id, request_id from (${relationships}) r),
    own as (select session_id, string_agg(topic_code, ',') as topics from session_topics group by session_id),
    asked as (select request_id, string_agg(topic_code, ',') as topics from request_topics where request_id in (select request_id from chosen) group by request_id)
    select array_agg(coalesce(own.topics, asked.topics, '') order by x.held_at, x.id) as calls
    from chosen c join sessions x on x.engagement_id = c.id and x.held_at < ${asOf}
    left join own on own.session_id = x.id left join asked on asked.request_id = c.request_id
    group by c.id`);
  return rows.map(({ calls }) => calls.map((topics) => (topics === "" ? [] : topics.split(","))));
}
