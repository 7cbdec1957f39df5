import { sql } from "drizzle-orm";
import type { AskUrgency, Conflict, WeeklyWindow } from "@arl/analysis/matching/ask";
import type { Database } from "../../db/client";

/** A request as a matching asks for coaches. */
export type AskRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly system_id: string;
  readonly system_name: string;
  readonly state_code: string;
  readonly locale: string | null;
  readonly enrollment_band: string;
  readonly governance: string | null;
  readonly urgency: AskUrgency | null;
  /** In the order of their weight. */
  readonly topics: { readonly topic: string; readonly name: string }[];
  readonly time_zone: string | null;
  readonly windows: WeeklyWindow[];
  readonly languages: string[];
  /** Who has coached this system. */
  readonly earlier: string[];
  readonly excluded_coaches: { readonly id: string; readonly why: Conflict }[];
  readonly excluded_organisations: { readonly id: string; readonly why: Conflict }[];
};

/**
 * Requests as they ask for coaches, the oldest first. A request's topics stand in the order in which the network tagged it; what the leader chose
 * alone comes after.
 * @param only those requests; null = all that wait for coaches and are asked of nobody.
 */
export async function askRows(db: Database, now: Date, only: readonly string[] | null): Promise<AskRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const wanted = only === null
    ? sql`r.submitted_at <= ${at} and not coalesce(r.withdrawn_at <= ${at}, false) and not exists (select from engagements e where e.request_id = r.id)
        and not exists (select from referrals f where f.request_id = r.id and f.sent_at <= ${at})
        and not exists (select from offers o where o.request_id = r.id and o.state = 'open')`
    : sql`r.id = any (${sql.param([...only])}::text[])`;
  return db.execute<AskRow>(sql`
    select r.id, s.id as system_id, s.name as system_name, s.state_code, s.locale, s.enrollment_band, s.governance, r.urgency, d.time_zone,
      coalesce(d.windows, '[]') as windows, coalesce(d.languages, '{}') as languages,
      coalesce((
        select jsonb_agg(jsonb_build_object('topic', t.topic_code, 'name', p.label) order by v.tagged desc, v.id, p.position)
        from request_topics t join topics p on p.code = t.topic_code, lateral (
          select coalesce(bool_or(e.stage = 'tagged'), false) as tagged, coalesce(min(e.id) filter (where e.stage = 'tagged'), min(e.id)) as id
          from tag_events e where e.request_id = r.id and e.topic_code = t.topic_code and e.action = 'added'
        ) v where t.request_id = r.id), '[]') as topics,
      array(select distinct ec.coach_id from requests q join engagements e on e.request_id = q.id join engagement_coaches ec on ec.engagement_id = e.id
        where q.system_id = r.system_id and exists (select from sessions x where x.engagement_id = e.id and x.held_at <= ${at}) order by 1) as earlier,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', x.coach_id, 'why', upper(x.why)))
        from match_exclusions x where x.system_id = r.system_id and x.coach_id is not null and x.ended_at is null), '[]')
      || coalesce((select jsonb_agg(distinct jsonb_build_object('id', a.coach_id, 'why', 'COACH_DECLINED'))
        from offers o join offer_coaches a on a.offer_id = o.id where o.request_id = r.id and o.kind = 'team' and a.answer = 'declined'), '[]') as excluded_coaches,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', x.provider_id, 'why', upper(x.why)))
        from match_exclusions x where x.system_id = r.system_id and x.provider_id is not null and x.ended_at is null), '[]') as excluded_organisations
    from requests r join systems s on s.id = r.system_id left join request_details d on d.request_id = r.id
    where ${wanted} order by r.submitted_at, r.id`);
}
