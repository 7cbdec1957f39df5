import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** A row under a divided topic, with what tells a reader which of its parts it means. */
export interface Ambiguous {
  readonly kind: "REQUEST" | "SESSION" | "COACH" | "RESOURCE";
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly text: string | null;
  readonly at: Date | null;
}

/** Rows that stand under divided topics, requests first, the newest of each first; and how many there are in all. */
export async function ambiguousRows(db: Database, topic: string | null, first: number): Promise<{ readonly total: number; readonly rows: Ambiguous[] }> {
  const divided = sql`select code from topics where standing = 'divided' and ${topic === null ? sql`true` : sql`code = ${topic}`}`;
  const rows = await db.execute<Omit<Ambiguous, "at"> & { at: string | null; total: string }>(sql`
    with divided as materialized (${divided}),
    waiting as (
      select 1 as place, 'REQUEST' as kind, q.id, rt.topic_code as topic, s.name as title, q.narrative as text, q.submitted_at as at
      from request_topics rt join divided d on d.code = rt.topic_code join requests q on q.id = rt.request_id join systems s on s.id = q.system_id
      union all
      select 2, 'SESSION', x.id, st.topic_code, s.name, q.narrative, x.held_at
      from session_topics st join divided d on d.code = st.topic_code join sessions x on x.id = st.session_id
        join engagements e on e.id = x.engagement_id join requests q on q.id = e.request_id join systems s on s.id = q.system_id
      union all
      select 3, 'COACH', c.id, ct.topic_code, c.name, p.name, null
      from coach_topics ct join divided d on d.code = ct.topic_code join coaches c on c.id = ct.coach_id join providers p on p.id = c.provider_id
      union all
      select 4, 'RESOURCE', r.id, rt.topic_code, r.title, r.url, r.published_at
      from resource_topics rt join divided d on d.code = rt.topic_code join resources r on r.id = rt.resource_id
    )
    select kind, id, topic, title, text, at::text as at, count(*) over () as total from waiting order by place, at desc nulls last, id limit ${first}`);
  return { total: Number(rows[0]?.total ?? 0), rows: rows.map(({ kind, id, topic: under, title, text, at }) => ({ kind, id, topic: under, title, text, at: at === null ? null : new Date(at) })) };
}
