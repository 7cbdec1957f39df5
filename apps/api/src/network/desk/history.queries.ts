import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Happening } from "./history";

/** Requests that are told together: the one that was kept, and what was merged into it. */
export async function toldTogether(db: Database, requestId: string): Promise<string[]> {
  const rows = await db.execute<{ merged_id: string }>(sql`select merged_id from kept_requests() where kept_id = ${requestId}`);
  return [requestId, ...rows.map(({ merged_id: id }) => id)];
}

/** Where a request went that was merged away; null = it was not. */
export async function keptOf(db: Database, requestId: string): Promise<string | null> {
  const [row] = await db.execute<{ kept_id: string }>(sql`select kept_id from kept_requests() where merged_id = ${requestId}`);
  return row?.kept_id ?? null;
}

/** Everything that happened to these requests by `now`, oldest first. */
export async function happeningsOf(db: Database, ids: readonly string[], now: Date): Promise<Happening[]> {
  const own = sql`= any (${sql.param([...ids])}::text[])`;
  const rows = await db.execute<Omit<Happening, "at"> & { at: number }>(sql`
    with ${EVENTS(own)}
    select id, kind, (extract(epoch from at) * 1000)::float8 as at, "by", detail, text from events where at <= ${now.toISOString()}::timestamptz order by at, rank, id`);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/** How an account is called; how it was called when it last did something, where it is gone; null = nothing is kept of it. */
const nameOf = (id: SQL): SQL => sql`coalesce((select p.name from people() p where p.id = ${id}), (select a.actor_name from audit_events a where a.account_id = ${id} order by a.id desc limit 1))`;

const EVENTS = (own: SQL): SQL => sql`events (id, kind, at, "by", detail, text, rank) as (
  select 'asked', 'asked', submitted_at, coalesce(leader_name, leader_email), null::text, null::text, 0 from requests where id ${own}
  union all
  -- Tags that were given or taken together are one event. Who gave them is known by account; an import and a leader by what they are.
  select 'tags-' || min(g.id), case g.action when 'added' then case g.stage when 'asked' then 'chosen' else 'tagged' end else 'untagged' end, g.at,
    coalesce(${nameOf(sql`g.author`)}, g.author), string_agg(t.label, '; ' order by t.position), null, 1
  from tag_events g join topics t on t.code = g.topic_code where g.request_id ${own} group by g.action, g.stage, g.author, g.at
  union all
  select 'desk-' || d.id, d.kind, d.at, d.by_name, case d.kind when 'assigned' then ${nameOf(sql`d.about`)} when 'withdrawn' then d.reason
    when 'merged' then d.about when 'unmerged' then d.about end, d.text, 2 from desk_events d where d.request_id ${own}
  union all
  select 'match-' || e.id, 'matched', e.matched_at, null, (select string_agg(c.name || ' (' || p.name || ')', ', ' order by ec.position) from engagement_coaches ec
    join coaches c on c.id = ec.coach_id join providers p on p.id = c.provider_id where ec.engagement_id = e.id), null, 3 from engagements e where e.request_id ${own}
  union all
  select 'planned-' || p.id, case when p.cancelled_at is null then 'planned' else 'cancelled' end, coalesce(p.cancelled_at, p.made_at), p.made_by_name,
    to_char(p.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null, 4 from planned_calls p join engagements e on e.id = p.engagement_id where e.request_id ${own} and p.session_id is null
  union all
  select 'call-' || s.id, 'called', s.held_at, (select l.logged_by_name from session_logs l where l.session_id = s.id), s.minutes::text, null, 5
  from sessions s join engagements e on e.id = s.engagement_id where e.request_id ${own}
  union all
  select 'rating-' || g.session_id, 'rated', g.rated_at, null, g.rating::text, g.comment, 6
  from ratings g join sessions s on s.id = g.session_id join engagements e on e.id = s.engagement_id where e.request_id ${own}
  union all
  select 'ask-' || a.id, 'asked_' || a.kind, a.at, null, null, a.text, 7 from leader_asks a where a.request_id ${own}
  union all
  select 'offer-' || o.id, case o.kind when 'team' then 'offered' else 'asked_in' end, o.made_at, o.made_by_name, (select string_agg(c.name || ' (' || p.name || ')', ', ' order by oc.position)
    from offer_coaches oc join coaches c on c.id = oc.coach_id join providers p on p.id = c.provider_id where oc.offer_id = o.id), null, 3 from offers o where o.request_id ${own}
  union all
  select 'answer-' || o.id || '-' || oc.coach_id, 'offer_' || oc.answer, oc.answered_at, coalesce(oc.answered_by_name, c.name), oc.why, oc.note, 4
  from offer_coaches oc join offers o on o.id = oc.offer_id join coaches c on c.id = oc.coach_id where o.request_id ${own} and oc.answer is not null
  union all
  select 'offer-end-' || o.id, 'offer_' || o.state, o.ended_at, null, null, null, 5 from offers o where o.request_id ${own} and o.state in ('withdrawn', 'expired')
  union all
  select 'case-' || v.id, 'case_' || v.action, v.at, v.by_name, k.destination, v.word, 8
  from referral_events v join referral_cases k on k.id = v.case_id where k.request_id ${own}
  union all
  select 'referral-' || f.id, 'referred', f.sent_at, null, f.destination, f.reason, 8 from referrals f where f.request_id ${own} and not exists (select from referral_cases k where k.id::text = f.id)
  union all
  select 'outcome-' || f.id, 'referral_' || f.outcome, f.outcome_at, null, f.destination, null, 9 from referrals f where f.request_id ${own} and f.outcome_at is not null
  union all
  select 'closed-' || e.id, 'closed', e.closed_at, null, e.close_reason, null, 10 from engagements e where e.request_id ${own} and e.closed_at is not null
)`;

/** Calls that were rated 2 or less, that no better one followed and that nobody has looked into; the latest first. */
export async function lowRatedSessions(db: Database, ids: readonly string[], now: Date): Promise<string[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from ratings g join sessions s on s.id = g.session_id join engagements e on e.id = s.engagement_id
    where e.request_id = any (${sql.param([...ids])}::text[]) and g.rating <= 2 and g.rated_at <= ${at}
      and not exists (select from desk_events d where d.kind = 'looked_into' and d.about = s.id)
      and not exists (select from ratings better join sessions x on x.id = better.session_id
        where x.engagement_id = s.engagement_id and x.held_at > s.held_at and better.rating > 2 and better.rated_at <= ${at})
    order by g.rated_at desc, s.id`);
  return rows.map(({ id }) => id);
}

/** The mail that was sent about these requests, the newest first. */
export async function mailAbout(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`select id::text from mails where request_id = any (${sql.param([...ids])}::text[]) order by created_at desc, id limit 50`);
  return rows.map(({ id }) => id);
}
