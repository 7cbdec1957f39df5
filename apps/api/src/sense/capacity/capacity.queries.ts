import { and, sql, type SQL } from "drizzle-orm";
import { COACHING_DAY_HOURS, NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { scopedRows, systemFilter, textArray } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";

/** The coaching days of one organisation, or of one model of systems' own, in a month. */
export interface MonthOfDays {
  /** Its first day. */
  readonly month: string;
  /** `organisation` and its id, or `plus_team` and `peer`. */
  readonly model: "organisation" | "plus_team" | "peer";
  readonly providerId: string | null;
  readonly offered: number;
  /** Coaches with known hours, or people who coach. */
  readonly people: number;
  readonly used: number;
  /** Held sessions, or months reported. */
  readonly uses: number;
  /** Coached by what is offered; null where nothing says so. */
  readonly teachers: number | null;
  /** Days offered by those who say how many they coach. */
  readonly offeredWithTeachers: number;
}

const ZONE = sql.raw(`'${NETWORK_TIME_ZONE}'`);
const HOURS = sql.raw(String(COACHING_DAY_HOURS));

/** The share of a month on which something is active, up to as of. `m` is the month, with begins and ends as dates. */
const activeShare = (from: SQL, to: SQL): SQL => sql`
  greatest(0, extract(epoch from least(coalesce(${to}, m.ends), m.ends) - greatest(coalesce(${from}, m.begins), m.begins)) / extract(epoch from m.month_ends - m.month_begins))`;

/**
 * Coaching days by month, model and organisation, for every month of the scope that has begun, up to as of. Filters of systems narrow
 * what was used and what systems' own people offer; what organisations offer is narrowed by organisation, and by the states that coaches serve.
 */
export function daysByMonth(db: Database, scope: CheckedScope, now: Date): Promise<MonthOfDays[]> {
  const { sessions, asOf } = scopedRows(scope, now);
  const inMonths = scope.from === null ? sql`(select min(matched_at) from engagements)` : sql`(${scope.from}::date::timestamp at time zone ${ZONE})`;
  return db.execute<{ [Name in keyof MonthOfDays]: MonthOfDays[Name] }>(sql`
    with months as (
      select month::date as month, month at time zone ${ZONE} as month_begins, (month + interval '1 month') at time zone ${ZONE} as month_ends,
        greatest(month at time zone ${ZONE}, ${inMonths}) as begins, least((month + interval '1 month') at time zone ${ZONE}, ${asOf}) as ends
      from generate_series(date_trunc('month', ${inMonths} at time zone ${ZONE}), ${asOf} at time zone ${ZONE} - interval '1 microsecond', interval '1 month') as month
    ),
    offered as (
      select m.month, 'organisation' as model, c.provider_id, sum(c.hours_per_month / ${HOURS} * ${activeShare(sql`c.active_from`, sql`c.active_to`)}) as offered,
        count(*) filter (where ${activeShare(sql`c.active_from`, sql`c.active_to`)} > 0) as people
      from months m cross join coaches c where c.hours_per_month is not null and ${coachesInScope(scope)} group by 1, 2, 3
    ),
    scoped as (${sessions}),
    spent as (
      select date_trunc('month', x.held_at at time zone ${ZONE})::date as month, c.provider_id, sum(coalesce(own.minutes, 60)) / 60.0 / ${HOURS} as used, count(distinct x.id) as uses
      from scoped x join sessions own on own.id = x.id
      join lateral (
        select coach_id from session_coaches where session_id = x.id
        union all
        select coach_id from engagement_coaches where engagement_id = x.engagement_id and not exists (select from session_coaches where session_id = x.id)
      ) present on true
      join coaches c on c.id = present.coach_id
      ${scope.providers.length === 0 ? sql`` : sql`where c.provider_id = any(${textArray(scope.providers)})`}
      group by 1, 2
    )
    select coalesce(o.month, s.month)::text as month, 'organisation' as model, coalesce(o.provider_id, s.provider_id) as "providerId",
      coalesce(o.offered, 0)::float8 as offered, coalesce(o.people, 0)::int as people, coalesce(s.used, 0)::float8 as used, coalesce(s.uses, 0)::int as uses,
      null::int as teachers, 0::float8 as "offeredWithTeachers"
    from offered o full join spent s on s.month = o.month and s.provider_id = o.provider_id
    where coalesce(o.offered, 0) > 0 or coalesce(s.used, 0) > 0
    order by 1, 3`);
}

/** The days of systems' own people, by month and model. For who reads what systems state: staff. */
export function ownDaysByMonth(db: Database, scope: CheckedScope, now: Date): Promise<MonthOfDays[]> {
  const { asOf } = scopedRows(scope, now);
  const begins = scope.from === null ? sql`(select min(active_from) from capacity_offers)::timestamp at time zone ${ZONE}` : sql`${scope.from}::date::timestamp at time zone ${ZONE}`;
  return db.execute<{ [Name in keyof MonthOfDays]: MonthOfDays[Name] }>(sql`
    with months as (
      select month::date as month, month at time zone ${ZONE} as month_begins, (month + interval '1 month') at time zone ${ZONE} as month_ends,
        greatest(month at time zone ${ZONE}, ${begins}) as begins, least((month + interval '1 month') at time zone ${ZONE}, ${asOf}) as ends
      from generate_series(date_trunc('month', (${begins}) at time zone ${ZONE}), ${asOf} at time zone ${ZONE} - interval '1 microsecond', interval '1 month') as month
    ),
    stated as (
      select m.month, f.id, f.model, f.people, f.teachers,
        f.days_per_month * ${activeShare(sql`f.active_from::timestamp at time zone ${ZONE}`, sql`f.active_to::timestamp at time zone ${ZONE}`)} as offered, u.days as used
      from months m cross join capacity_offers f join systems s on s.id = f.system_id join states st on st.code = s.state_code
      left join capacity_uses u on u.offer_id = f.id and u.month = m.month
      where ${systemsInScope(scope)}
    )
    select month::text as month, model, null as "providerId", sum(offered)::float8 as offered, (sum(people) filter (where offered > 0))::int as people,
      coalesce(sum(used), 0)::float8 as used, count(used)::int as uses, (sum(teachers) filter (where offered > 0))::int as teachers,
      coalesce(sum(offered) filter (where teachers is not null), 0)::float8 as "offeredWithTeachers"
    from stated where offered > 0 or used > 0 group by month, model order by month, model`);
}

function coachesInScope({ providers, states }: CheckedScope): SQL {
  return (
    and(
      sql`true`,
      providers.length === 0 ? undefined : sql`c.provider_id = any(${textArray(providers)})`,
      states.length === 0
        ? undefined
        : sql`(not exists (select from coach_states cs where cs.coach_id = c.id)
            or exists (select from coach_states cs where cs.coach_id = c.id and cs.state_code = any(${textArray(states)})))`,
    ) ?? sql`true`
  );
}

/** Nothing of a system's own belongs to an organisation or a topic: such scopes hold none of it. */
const systemsInScope = (scope: CheckedScope): SQL => (scope.providers.length > 0 || scope.topics.length > 0 ? sql`false` : (systemFilter(scope) ?? sql`true`));
