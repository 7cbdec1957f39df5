import type { Narrative } from "@arl/analysis/phrases";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";

export interface NarrativeWindow {
  /** Newest last. */
  readonly narratives: readonly Narrative[];
  /** The instant since which they are recent. */
  readonly since: Date;
  /** When the first was written; null without any. */
  readonly first: Date | null;
}

/** What leaders wrote in a scope; that of the last weeks before as of is recent. */
export async function narrativesOf(db: Database, scope: CheckedScope, now: Date, weeks: number): Promise<NarrativeWindow> {
  const { requests, asOf } = scopedRows(scope, now);
  const since = sql`(${asOf} - make_interval(weeks => ${weeks}))`;
  const rows = await db.execute<{ id: string; system: string; text: string; recent: boolean }>(sql`
    select q.id, q.system_id as system, r.narrative as text, q.submitted_at >= ${since} as recent
    from (${requests}) q join requests r on r.id = q.id
    where r.narrative is not null order by q.submitted_at, q.id`);
  const [span] = await db.execute<{ since: string; first: string | null }>(sql`
    select to_char(${since} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
      to_char(min(q.submitted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as first
    from (${requests}) q join requests r on r.id = q.id where r.narrative is not null`);
  if (!span) throw new Error("An aggregate answers with one row.");
  return {
    narratives: rows.map(({ recent, ...row }) => ({ ...row, isRecent: recent })),
    since: new Date(span.since),
    first: span.first === null ? null : new Date(span.first),
  };
}

/** What is called by a name: systems that wrote, their towns and leaders, coaches, organisations, states. */
export async function properNames(db: Database, scope: CheckedScope, now: Date): Promise<string[]> {
  const { requests } = scopedRows(scope, now);
  const rows = await db.execute<{ name: string }>(sql`
    with asking as (select distinct system_id from (${requests}) q)
    select s.name from systems s join asking on asking.system_id = s.id
    union select d.city from systems s join asking on asking.system_id = s.id join districts d on d.leaid = s.leaid where d.city is not null
    union select l.name from leaders l join asking using (system_id) where l.name is not null
    union select name from coaches union select name from providers union select name from states`);
  return rows.map(({ name }) => name);
}
