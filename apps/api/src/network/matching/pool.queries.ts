import { sql, type SQL } from "drizzle-orm";
import type { CoachRole } from "@arl/schema/enums";
import type { WeeklyWindow } from "@arl/analysis/matching/ask";
import type { Database } from "../../db/client";

/** A relationship that nobody was matched to, or had a call of, for so long takes no hours any more, closed or not. */
const ALIVE_DAYS = 90;
/** Hours held are counted over so many days, and matches over so many. */
const HELD_DAYS = 30;
const MATCHES_DAYS = 90;
/** Sessions longer ago tell little of what somebody is strong in now. */
const STRENGTH_DAYS = 730;

/** A coach with what they have on hand. */
export type PoolRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly name: string;
  readonly provider_id: string;
  readonly provider_name: string;
  readonly role: CoachRole;
  readonly hours_per_month: number | null;
  readonly active: boolean;
  readonly topics: string[];
  readonly states: string[];
  readonly languages: string[];
  readonly time_zone: string | null;
  readonly windows: WeeklyWindow[];
  readonly max_relationships: number | null;
  /** Hours of sessions held in the last 30 days. */
  readonly held: number;
  /** Hours a month that open relationships are expected to take. */
  readonly committed: number;
  readonly open: number;
  /** Hours a month that offers which wait for an answer would take. */
  readonly offered: number;
  readonly offers: number;
};

/** The part of the hours that a coach gives, by where they stand in a team of how many. */
const part = (position: SQL, size: SQL): SQL => sql`case when ${size} = 1 then 1 when ${position} = 0 then 0.5 else 0.5 / (${size} - 1) end`;

const HELD_BY = sql`
  select s.id, s.engagement_id, s.held_at, s.minutes, g.coach_id from sessions s join session_coaches g on g.session_id = s.id
  union all
  select s.id, s.engagement_id, s.held_at, s.minutes, ec.coach_id from sessions s join engagement_coaches ec on ec.engagement_id = s.engagement_id
  where not exists (select from session_coaches g where g.session_id = s.id)`;

/**
 * Every coach who has not left, by id, with load and what is known of them.
 * @param hoursAMonth that a relationship is expected to take.
 */
export async function poolRows(db: Database, now: Date, hoursAMonth: number, only: readonly string[] | null = null): Promise<PoolRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return db.execute<PoolRow>(sql`
    with held as (
      select coach_id, sum(coalesce(minutes, 60)) / 60.0 as hours from (${HELD_BY}) h
      where held_at <= ${at} and held_at > ${at} - make_interval(days => ${HELD_DAYS}::integer) group by coach_id
    ),
    relationships as (
      select e.id, greatest(e.matched_at, (select max(s.held_at) from sessions s where s.engagement_id = e.id and s.held_at <= ${at})) > ${at} - make_interval(days => ${ALIVE_DAYS}::integer) as alive,
        (select count(*) from engagement_coaches c where c.engagement_id = e.id) as size
      from engagements e where e.matched_at <= ${at} and not coalesce(e.closed_at <= ${at}, false)
    ),
    committed as (
      select ec.coach_id, count(*)::integer as open, coalesce(sum(${part(sql`ec.position`, sql`r.size`)}) filter (where r.alive), 0)::float8 as parts
      from relationships r join engagement_coaches ec on ec.engagement_id = r.id group by ec.coach_id
    ),
    offered as (
      select a.coach_id, count(*)::integer as offers, sum(case when o.kind = 'specialist' then 0.5 else ${part(sql`a.position`, sql`(select count(*) from offer_coaches b where b.offer_id = o.id)`)} end)::float8 as parts
      from offers o join offer_coaches a on a.offer_id = o.id where o.state = 'open' and a.answer is distinct from 'declined' group by a.coach_id
    )
    select c.id, c.name, c.provider_id, v.name as provider_name, c.role, c.hours_per_month,
      coalesce(c.active_from <= ${at}, true) and not coalesce(p.paused_until > ${at}::date, false) as active,
      array(select topic_code from coach_topics t where t.coach_id = c.id order by 1) as topics,
      array(select state_code from coach_states t where t.coach_id = c.id order by 1) as states,
      coalesce(p.languages, '{}') as languages, p.time_zone, coalesce(p.windows, '[]') as windows, p.max_relationships,
      coalesce(h.hours, 0)::float8 as held, coalesce(k.parts, 0) * ${hoursAMonth}::float8 as committed, coalesce(k.open, 0) as open,
      coalesce(f.parts, 0) * ${hoursAMonth}::float8 as offered, coalesce(f.offers, 0) as offers
    from coaches c join providers v on v.id = c.provider_id left join coach_profiles p on p.coach_id = c.id
    left join held h on h.coach_id = c.id left join committed k on k.coach_id = c.id left join offered f on f.coach_id = c.id
    where not coalesce(c.active_to <= ${at}, false) ${only === null ? sql`` : sql`and c.id = any (${sql.param([...only])}::text[])`}
    order by c.id`);
}

/** A coach's held sessions on a topic, and how they were rated. */
export type StrengthRow = Readonly<Record<string, unknown>> & {
  readonly coach_id: string;
  readonly topic: string;
  readonly sessions: number;
  readonly rated: number;
  /** Null where none was. */
  readonly mean: number | null;
};

/** A session's own topics, else those of its request. */
export async function strengthRows(db: Database, now: Date): Promise<StrengthRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return db.execute<StrengthRow>(sql`
    with recent as materialized (select id, engagement_id from sessions where held_at <= ${at} and held_at > ${at} - make_interval(days => ${STRENGTH_DAYS}::integer)),
    own as materialized (select session_id, topic_code from session_topics where session_id in (select id from recent)),
    topics as (
      select session_id, topic_code from own
      union all
      select r.id, t.topic_code from recent r join engagements e on e.id = r.engagement_id join request_topics t on t.request_id = e.request_id
      where r.id not in (select session_id from own)
    ),
    guests as materialized (select session_id, coach_id from session_coaches),
    coached as (
      select r.id, g.coach_id from recent r join guests g on g.session_id = r.id
      union all
      select r.id, ec.coach_id from recent r join engagement_coaches ec on ec.engagement_id = r.engagement_id where r.id not in (select session_id from guests)
    )
    select k.coach_id, t.topic_code as topic, count(*)::integer as sessions, count(g.rating)::integer as rated, avg(g.rating)::float8 as mean
    from coached k join topics t on t.session_id = k.id left join ratings g on g.session_id = k.id and g.rated_at <= ${at}
    group by 1, 2 order by 1, 2`);
}

/** The variance of single ratings; null where there are fewer than two. */
export async function ratingVariance(db: Database, now: Date): Promise<number | null> {
  const [row] = await db.execute<{ variance: number | null }>(sql`select var_samp(rating)::float8 as variance from ratings where rated_at <= ${now.toISOString()}::timestamptz`);
  return row?.variance ?? null;
}

/** How many relationships a coach has had with systems of one kind. */
export type PastRow = Readonly<Record<string, unknown>> & {
  readonly coach_id: string;
  readonly enrollment: string;
  readonly locale: string | null;
  readonly governance: string | null;
  readonly relationships: number;
};

export async function pastRows(db: Database, now: Date): Promise<PastRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return db.execute<PastRow>(sql`
    select ec.coach_id, y.enrollment_band as enrollment, y.locale, y.governance, count(*)::integer as relationships
    from engagements e join engagement_coaches ec on ec.engagement_id = e.id join requests r on r.id = e.request_id join systems y on y.id = r.system_id
    where exists (select from sessions s where s.engagement_id = e.id and s.held_at <= ${at})
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
}

/** Coaches matched of late, by organisation. */
export async function recentMatches(db: Database, now: Date): Promise<ReadonlyMap<string, number>> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ provider_id: string; matches: number }>(sql`
    select c.provider_id, count(*)::integer as matches from engagements e join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id
    where e.matched_at <= ${at} and e.matched_at > ${at} - make_interval(days => ${MATCHES_DAYS}::integer) group by 1`);
  return new Map(rows.map(({ provider_id: id, matches }) => [id, matches]));
}
