import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { ScopedRows } from "../scope/rows.queries";

/** How long one thing was followed, in days, and whether what was waited for happened. */
export type Followed = readonly [days: number, happened: boolean];

/** An interval between two instants in days, in fractions. */
const days = (interval: SQL): SQL => sql`extract(epoch from ${interval})::float8 / 86400`;

export interface RequestFacts {
  readonly requests: number;
  readonly systems: number;
  readonly toMatch: readonly Followed[];
  readonly toFirstSession: readonly Followed[];
}

/**
 * How long each request in scope was followed: common table expressions ending in `followed` (id, submitted_at, matched_at,
 * held_at, left_at, left_uncalled_at). A request that is withdrawn or referred out first is followed until then; one whose
 * engagements all close without a call, until the last closes.
 */
export function followedRequests({ requests, asOf }: ScopedRows): SQL {
  return sql`
    scoped as materialized (${requests}),
    matches as (
      select request_id, min(matched_at) as matched_at, case when bool_and(coalesce(closed_at < ${asOf}, false)) then max(closed_at) end as closed_at
      from engagements where matched_at < ${asOf} group by request_id
    ),
    calls as (
      select e.request_id, min(x.held_at) as held_at
      from (select engagement_id, min(held_at) as held_at from sessions where held_at < ${asOf} group by engagement_id) x
      join engagements e on e.id = x.engagement_id group by e.request_id
    ),
    sent as (select request_id, min(sent_at) as sent_at from referrals where sent_at < ${asOf} group by request_id),
    followed as (
      select q.id, q.submitted_at, m.matched_at, c.held_at,
        least(sent.sent_at, q.withdrawn_at, ${asOf}) as left_at,
        least(sent.sent_at, q.withdrawn_at, case when c.held_at is null then m.closed_at end, ${asOf}) as left_uncalled_at
      from scoped q left join matches m on m.request_id = q.id left join calls c on c.request_id = q.id left join sent on sent.request_id = q.id
    )`;
}

/** Over `followed`: days until a match, or until following ended. */
export const DAYS_TO_MATCH = { days: days(sql`least(matched_at, left_at) - submitted_at`), happened: sql`coalesce(matched_at <= left_at, false)` };

/** Over `followed`: days until a first session, or until following ended. */
export const DAYS_TO_FIRST_SESSION = {
  days: days(sql`least(held_at, left_uncalled_at) - submitted_at`),
  happened: sql`coalesce(held_at <= left_uncalled_at, false)`,
};

/** Requests in scope, and how long each waited for a match and for a first session. */
export async function requestFacts(db: Database, rows: ScopedRows): Promise<RequestFacts> {
  const [row] = await db.execute<{ [Name in keyof RequestFacts]: RequestFacts[Name] }>(sql`
    with ${followedRequests(rows)},
    waited as (
      select json_build_array(${DAYS_TO_MATCH.days}, ${DAYS_TO_MATCH.happened}) as to_match,
        json_build_array(${DAYS_TO_FIRST_SESSION.days}, ${DAYS_TO_FIRST_SESSION.happened}) as to_first
      from followed
    )
    select count(*)::int as requests, (select count(*)::int from (select distinct system_id from scoped) asking) as systems,
      coalesce(json_agg(to_match), '[]') as "toMatch", coalesce(json_agg(to_first), '[]') as "toFirstSession"
    from waited`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

export interface SessionFacts {
  readonly sessions: number;
  readonly systems: number;
  /** Sessions by the rating they were given, the unrated under null. */
  readonly ratings: readonly { readonly rating: number | null; readonly count: number }[];
  readonly providers: number;
}

/** Sessions in scope, their ratings, and the organisations other than the hub whose coaches held them. */
export async function sessionFacts(db: Database, { sessions, asOf }: ScopedRows): Promise<SessionFacts> {
  const [row] = await db.execute<{ [Name in keyof SessionFacts]: SessionFacts[Name] }>(sql`
    with scoped as materialized (select id, engagement_id, system_id from (${sessions}) x),
    rated as (
      select g.rating, count(*)::int as count from scoped x left join ratings g on g.session_id = x.id and g.rated_at < ${asOf} group by g.rating
    ),
    coached as (
      select own.coach_id from scoped x join session_coaches own on own.session_id = x.id
      union
      select ec.coach_id
      from (
        select distinct engagement_id from scoped x where not exists (select from session_coaches own where own.session_id = x.id)
      ) led join engagement_coaches ec on ec.engagement_id = led.engagement_id
    )
    select (select coalesce(sum(count), 0)::int from rated) as sessions,
      (select count(*)::int from (select distinct system_id from scoped) served) as systems,
      (select coalesce(json_agg(rated), '[]') from rated) as ratings,
      (select count(distinct p.id)::int from coached join coaches c on c.id = coached.coach_id
        join providers p on p.id = c.provider_id where p.kind <> 'hub') as providers`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

export interface ServedFacts {
  readonly systems: number;
  readonly states: number;
  readonly schools: number | null;
  readonly schoolsKnown: number;
  readonly students: number | null;
  readonly studentsKnown: number;
  readonly medianStudents: number | null;
  readonly largestStudents: number | null;
  readonly titleI: number;
  readonly titleIKnown: number;
  /** Served systems by locale; only those whose locale is known. */
  readonly locales: readonly { readonly locale: string; readonly systems: number }[];
}

/** What the systems with a session in scope are. */
export async function servedFacts(db: Database, { sessions }: ScopedRows): Promise<ServedFacts> {
  const [row] = await db.execute<{ [Name in keyof ServedFacts]: ServedFacts[Name] }>(sql`
    with served as (select state_code, schools, enrollment, title_i, locale from systems where id in (select system_id from (${sessions}) scoped)),
    mix as (select locale, count(*)::int as systems from served where locale is not null group by locale)
    select count(*)::int as systems, count(distinct state_code)::int as states,
      sum(schools)::float8 as schools, count(schools)::int as "schoolsKnown",
      sum(enrollment)::float8 as students, count(enrollment)::int as "studentsKnown",
      percentile_cont(0.5) within group (order by enrollment) as "medianStudents", max(enrollment)::float8 as "largestStudents",
      (count(*) filter (where title_i))::int as "titleI", count(title_i)::int as "titleIKnown",
      (select coalesce(json_agg(mix), '[]') from mix) as locales
    from served`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

export interface RelationshipFacts {
  readonly relationships: number;
  readonly systems: number;
  /** Days from first to last session, or to as of while open; happened = closed for another reason than a referral. */
  readonly lengths: readonly Followed[];
  readonly returned: number;
  readonly mostSessions: number | null;
}

/** Over a relationship: whether its first session's rating asked for more. */
export const askedForMore = (relationship: SQL, asOf: SQL): SQL => sql`exists (
        select from sessions x join ratings g on g.session_id = x.id
        where x.engagement_id = ${relationship}.id and x.held_at = ${relationship}.first_held_at and g.wants_more and g.rated_at < ${asOf})`;

/** Over relationships: days from first to last session, or to as of while open. */
export const relationshipLength = (asOf: SQL) => ({
  days: days(sql`case when closed_at is null then ${asOf} else last_held_at end - first_held_at`),
  happened: sql`closed_at is not null and close_reason is distinct from 'referred_out'`,
});

/** Relationships in scope: how long they lasted and who came back. */
export async function relationshipFacts(db: Database, { relationships, asOf }: ScopedRows): Promise<RelationshipFacts> {
  const length = relationshipLength(asOf);
  const [row] = await db.execute<{ [Name in keyof RelationshipFacts]: RelationshipFacts[Name] }>(sql`
    with scoped as materialized (${relationships}),
    opened as (select scoped.*, ${askedForMore(sql`scoped`, asOf)} as asked_for_more from scoped)
    select count(*)::int as relationships, (select count(*)::int from (select distinct system_id from scoped) related) as systems,
      coalesce(json_agg(json_build_array(${length.days}, ${length.happened})), '[]') as lengths,
      (count(*) filter (where sessions > 1 or asked_for_more))::int as returned, max(sessions) as "mostSessions"
    from opened`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

export interface CallLevel {
  /** Which call of its relationship: 1 is the first. */
  readonly call: number;
  readonly level: number;
  readonly count: number;
}

/** Sessions of the relationships in `scoped`, as numbered calls with their challenge levels. */
export const numberedCalls = (scoped: SQL, asOf: SQL): SQL => sql`
      select x.engagement_id, row_number() over (partition by x.engagement_id order by x.held_at, x.id)::int as call, x.challenge_level as level
      from sessions x where x.engagement_id in (select id from ${scoped}) and x.held_at < ${asOf}`;

/** Challenge levels by call number within the relationships in scope, for the first `calls` calls. */
export function callLevels(db: Database, { relationships, asOf }: ScopedRows, calls: number): Promise<CallLevel[]> {
  return db.execute<{ [Name in keyof CallLevel]: CallLevel[Name] }>(sql`
    with scoped as (${relationships}),
    numbered as (${numberedCalls(sql`scoped`, asOf)})
    select call, level, count(*)::int as count from numbered where level is not null and call <= ${calls} group by call, level`);
}
