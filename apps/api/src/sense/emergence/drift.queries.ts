import type { DriftRecord } from "@arl/analysis/drift";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** What each request of a scope (without its topics) was about: as asked, as tagged, and as coached before as of. */
export async function driftRecords(db: Database, scope: CheckedScope, now: Date): Promise<DriftRecord[]> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  const rows = await db.execute<{ asked: string[] | null; tagged: string[] | null; coached: string[] | null }>(sql`
    with scoped as materialized (${requests}),
    choices as (
      select distinct on (t.request_id, t.topic_code) t.request_id, h.heir as topic_code, t.action
      from tag_events t join topic_heirs() h on h.code = t.topic_code join scoped on scoped.id = t.request_id
      where t.stage = 'asked' and t.at < ${asOf} order by t.request_id, t.topic_code, t.id desc
    ),
    asked as (select request_id, array_agg(distinct topic_code) as topics from choices where action = 'added' group by 1),
    tagged as (select request_id, array_agg(topic_code) as topics from request_topics join scoped on scoped.id = request_id group by 1),
    coached as (
      select e.request_id, array_agg(distinct coalesce(own.topic_code, tag.topic_code)) as topics
      from scoped join engagements e on e.request_id = scoped.id join sessions x on x.engagement_id = e.id and x.held_at < ${asOf}
      left join session_topics own on own.session_id = x.id
      left join request_topics tag on tag.request_id = case when own.session_id is null then e.request_id end
      where coalesce(own.topic_code, tag.topic_code) is not null group by 1
    )
    select asked.topics as asked, tagged.topics as tagged, coached.topics as coached
    from scoped left join asked on asked.request_id = scoped.id left join tagged on tagged.request_id = scoped.id
      left join coached on coached.request_id = scoped.id
    order by scoped.id`);
  return [...rows];
}
