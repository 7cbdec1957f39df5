import { and, sql, type SQL } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { CheckedScope } from "./scope";

/**
 * The rows that a scope means, written once. Each function returns a subselect to be used as a common table expression.
 * "As of" is the end of the period, or now where there is none or it lies ahead: what comes then or later does not count.
 */
export interface ScopedRows {
  /** id, system_id, submitted_at, withdrawn_at (null if later than as of). */
  readonly requests: SQL;
  /** id, system_id, request_id, engagement_id, held_at, challenge_level. */
  readonly sessions: SQL;
  /** id, system_id, request_id, first_held_at, last_held_at, sessions, closed_at and close_reason (null if later than as of). */
  readonly relationships: SQL;
  /** The instant as of which everything is told. */
  readonly asOf: SQL;
}

/** @param now the network's clock. */
export function scopedRows(scope: CheckedScope, now: Date): ScopedRows {
  const present = sql`${now.toISOString()}::timestamptz`;
  const until = scope.to === null ? present : sql`least(${startOfDay(scope.to)}, ${present})`;
  const asOf = scope.toldNow ? present : until;
  const filters: Filters = {
    asOf,
    until,
    from: scope.from === null ? undefined : startOfDay(scope.from),
    system: systemFilter(scope),
    providers: scope.providers.length === 0 ? undefined : textArray(scope.providers),
    topics: scope.topics.length === 0 ? undefined : textArray(scope.topics),
  };
  return { requests: requestRows(filters), sessions: sessionRows(filters), relationships: relationshipRows(filters), asOf };
}

interface Filters {
  readonly asOf: SQL;
  /** Rows of then or later are not in the period. */
  readonly until: SQL;
  readonly from: SQL | undefined;
  /** Over s (systems) and st (states); undefined = every system. */
  readonly system: SQL | undefined;
  readonly providers: SQL | undefined;
  readonly topics: SQL | undefined;
}

function requestRows({ asOf, until, from, system, providers, topics }: Filters): SQL {
  return sql`
    select r.id, r.system_id, r.submitted_at, case when r.withdrawn_at < ${asOf} then r.withdrawn_at end as withdrawn_at
    from requests r ${joinSystems(system)}
    where ${and(
      sql`r.submitted_at < ${until}`,
      from && sql`r.submitted_at >= ${from}`,
      system,
      topics && sql`r.id in (select request_id from request_topics where topic_code = any(${topics}))`,
      providers &&
        sql`exists (select from engagements e join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id
          where e.request_id = r.id and ${begun(sql`e`, asOf)} and c.provider_id = any(${providers}))`,
    )}`;
}

function sessionRows({ until, from, system, providers, topics }: Filters): SQL {
  return sql`
    select x.id, r.system_id, e.request_id, x.engagement_id, x.held_at, x.challenge_level
    from sessions x join engagements e on e.id = x.engagement_id join requests r on r.id = e.request_id ${joinSystems(system)}
    where ${and(
      sql`x.held_at < ${until}`,
      from && sql`x.held_at >= ${from}`,
      system,
      topics &&
        sql`case when exists (select from session_topics own where own.session_id = x.id)
          then exists (select from session_topics own where own.session_id = x.id and own.topic_code = any(${topics}))
          else e.request_id in (select request_id from request_topics where topic_code = any(${topics})) end`,
      providers &&
        sql`case when exists (select from session_coaches own where own.session_id = x.id)
          then exists (select from session_coaches own join coaches c on c.id = own.coach_id
            where own.session_id = x.id and c.provider_id = any(${providers}))
          else exists (select from engagement_coaches ec join coaches c on c.id = ec.coach_id
            where ec.engagement_id = e.id and c.provider_id = any(${providers})) end`,
    )}`;
}

function relationshipRows({ asOf, until, from, system, providers, topics }: Filters): SQL {
  return sql`
    select e.id, r.system_id, e.request_id, held.first_held_at, held.last_held_at, held.sessions,
      case when e.closed_at < ${asOf} then e.closed_at end as closed_at,
      case when e.closed_at < ${asOf} then e.close_reason end as close_reason
    from (
      select engagement_id, min(held_at) as first_held_at, max(held_at) as last_held_at, count(*)::int as sessions
      from sessions where held_at < ${asOf} group by engagement_id
    ) held
    join engagements e on e.id = held.engagement_id join requests r on r.id = e.request_id ${joinSystems(system)}
    where ${and(
      sql`held.first_held_at < ${until}`,
      from && sql`held.first_held_at >= ${from}`,
      system,
      topics && sql`e.request_id in (select request_id from request_topics where topic_code = any(${topics}))`,
      providers &&
        sql`exists (select from engagement_coaches ec join coaches c on c.id = ec.coach_id
          where ec.engagement_id = e.id and c.provider_id = any(${providers}))`,
    )}`;
}

/** An engagement is known as of then once it was matched, or has held a session. */
export function begun(engagement: SQL, asOf: SQL): SQL {
  return sql`(${engagement}.matched_at < ${asOf}
    or exists (select from sessions held where held.engagement_id = ${engagement}.id and held.held_at < ${asOf}))`;
}

/** Only a scope that asks about systems pays for the join. */
function joinSystems(system: SQL | undefined): SQL {
  return system ? sql`join systems s on s.id = r.system_id join states st on st.code = s.state_code` : sql``;
}

/** Over `s` (systems) and `st` (states): the systems that the scope is about; undefined = every system. */
export function systemFilter(scope: CheckedScope): SQL | undefined {
  const among = (column: SQL, values: readonly string[]) => (values.length === 0 ? undefined : sql`${column} = any(${textArray(values)})`);
  return and(
    among(sql`s.state_code`, scope.states),
    among(sql`st.region`, scope.regions),
    among(sql`s.locale`, scope.locales),
    among(sql`s.poverty_band`, scope.povertyBands),
    among(sql`s.enrollment_band`, scope.enrollmentBands),
    among(sql`s.governance`, scope.governance),
    scope.titleI === null ? undefined : sql`s.title_i = ${scope.titleI}`,
  );
}

/** Midnight at the start of a day in the network's time zone. */
function startOfDay(day: string): SQL {
  return sql`(${day}::date::timestamp at time zone ${sql.raw(`'${NETWORK_TIME_ZONE}'`)})`;
}

/** A list as one parameter. */
export function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`;
}
