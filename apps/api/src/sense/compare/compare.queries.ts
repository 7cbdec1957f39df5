import { sql, type SQL } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { cutBy, itemTables } from "../scope/dimension.queries";
import type { ScopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Evidence } from "../scope/scope.type";
import type { SharedRecords } from "./compare.type";

/** How long one relationship was followed, in days, whether it ended then, and its system. */
type Followed = readonly [days: number, ended: boolean, system: string];

/** What one system has on a side. */
export interface SystemFacts {
  readonly system: string;
  readonly requests: number;
  readonly sessions: number;
  readonly rated: number;
  /** Sum of its ratings. */
  readonly rating: number;
  readonly relationships: number;
  readonly returned: number;
}

export interface SideFacts {
  readonly requests: number;
  readonly sessions: number;
  readonly relationships: number;
  /** Relationships with a second session, or whose first was answered with the wish for one. */
  readonly returned: number;
  readonly lengths: readonly Followed[];
  /** Systems with a session, and what is known of them. */
  readonly served: number;
  readonly titleI: number;
  readonly titleIKnown: number;
  readonly locales: readonly { readonly locale: string; readonly systems: number }[];
  readonly ratings: readonly { readonly rating: number; readonly count: number }[];
  /** Every system with anything on the side. */
  readonly systems: readonly SystemFacts[];
}

/** What one side of a comparison is told by: definitions as those of impact's figures. */
export async function sideFacts(db: Database, { requests, sessions, relationships, asOf }: ScopedRows): Promise<SideFacts> {
  const [row] = await db.execute<{ [Name in keyof SideFacts]: SideFacts[Name] }>(sql`
    with held as materialized (select id, system_id from (${sessions}) x),
    served as (select title_i, locale from systems where id in (select system_id from held)),
    mix as (select locale, count(*)::int as systems from served where locale is not null group by locale),
    judged as materialized (select x.system_id, g.rating from held x join ratings g on g.session_id = x.id and g.rated_at < ${asOf}),
    rated as (select rating, count(*)::int as count from judged group by rating),
    related as materialized (
      select r.system_id, r.sessions > 1 or exists (
          select from sessions x join ratings g on g.session_id = x.id
          where x.engagement_id = r.id and x.held_at = r.first_held_at and g.wants_more and g.rated_at < ${asOf}) as returned,
        extract(epoch from case when r.closed_at is null then ${asOf} else r.last_held_at end - r.first_held_at)::float8 / 86400 as days,
        r.closed_at is not null and r.close_reason is distinct from 'referred_out' as ended
      from (${relationships}) r
    ),
    asked as materialized (select system_id from (${requests}) q),
    by_system as (
      select system_id as system, sum(requests)::int as requests, sum(sessions)::int as sessions, sum(rated)::int as rated, sum(rating)::int as rating,
        sum(relationships)::int as relationships, sum(returned)::int as returned
      from (
        select system_id, count(*) as requests, 0 as sessions, 0 as rated, 0 as rating, 0 as relationships, 0 as returned from asked group by 1
        union all select system_id, 0, count(*), 0, 0, 0, 0 from held group by 1
        union all select system_id, 0, 0, count(*), sum(rating), 0, 0 from judged group by 1
        union all select system_id, 0, 0, 0, 0, count(*), count(*) filter (where returned) from related group by 1
      ) parts group by system_id
    )
    select (select count(*)::int from asked) as requests, (select count(*)::int from held) as sessions,
      (select count(*)::int from related) as relationships, (select (count(*) filter (where returned))::int from related) as returned,
      (select coalesce(json_agg(json_build_array(days, ended, system_id)), '[]') from related) as lengths,
      (select count(*)::int from served) as served, (select (count(*) filter (where title_i))::int from served) as "titleI",
      (select count(title_i)::int from served) as "titleIKnown", (select coalesce(json_agg(mix), '[]') from mix) as locales,
      (select coalesce(json_agg(rated), '[]') from rated) as ratings,
      (select coalesce(json_agg(by_system), '[]') from by_system) as systems`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

/** How many of a system's requests or sessions have a topic's tag. */
export interface TopicOfSystem {
  readonly topic: string;
  readonly system: string;
  readonly count: number;
}

/** Requests or sessions by topic and system; what does not come up is left out. */
export function topicsBySystem(db: Database, scoped: ScopedRows, evidence: Evidence): Promise<TopicOfSystem[]> {
  const topic = cutBy("TOPIC", "row_cut", { evidence, shownTopics: [] });
  return db.execute<{ [Name in keyof TopicOfSystem]: TopicOfSystem[Name] }>(sql`
    with ${itemTables(evidence, scoped)}
    select ${topic.key} as topic, i.system_id as system, count(*)::int as count
    from items i ${topic.join} where ${topic.key} is not null group by 1, 2`);
}

/** Records in both of two scopes. */
export async function sharedRecords(db: Database, one: ScopedRows, other: ScopedRows): Promise<SharedRecords> {
  const both = (a: SQL, b: SQL) => sql`(select count(*)::int from (${a}) a where a.id in (select b.id from (${b}) b))`;
  const [row] = await db.execute<{ [Name in keyof SharedRecords]: number }>(sql`
    select ${both(one.requests, other.requests)} as requests, ${both(one.sessions, other.sessions)} as sessions,
      ${both(one.relationships, other.relationships)} as relationships,
      (select count(*)::int from (select distinct system_id from (${one.sessions}) a) a
        where a.system_id in (select b.system_id from (${other.sessions}) b)) as systems`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

/** Rows of one scope that another does not hold; told as of when they were. */
export function leftOver(of: ScopedRows, without: ScopedRows): ScopedRows {
  const rest = (all: SQL, some: SQL) => sql`select all_rows.* from (${all}) all_rows where all_rows.id not in (select some_rows.id from (${some}) some_rows)`;
  return {
    requests: rest(of.requests, without.requests),
    sessions: rest(of.sessions, without.sessions),
    relationships: rest(of.relationships, without.relationships),
    asOf: of.asOf,
  };
}

/** Weeks of each period, in fractions, from the network's first record at the earliest to now at the latest; 0 where it has not begun. */
export async function weeksOf(db: Database, periods: readonly Pick<CheckedScope, "from" | "to">[], now: Date): Promise<number[]> {
  const zone = sql.raw(`'${NETWORK_TIME_ZONE}'`);
  const midnight = (day: string | null) => sql`(${day}::date::timestamp at time zone ${zone})`;
  const present = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ weeks: number }>(sql`
    with began as (
      select date_trunc('day', least((select min(submitted_at) from requests), (select min(held_at) from sessions)) at time zone ${zone}) at time zone ${zone} as at
    ),
    spans (place, starts, ends) as (values ${sql.join(periods.map(({ from, to }, place) => sql`(${place}::int, ${midnight(from)}, ${midnight(to)})`), sql`, `)})
    select coalesce(greatest(0, extract(epoch from least(ends, ${present}) - greatest(starts, began.at)) / 604800), 0)::float8 as weeks
    from spans, began order by place`);
  return rows.map(({ weeks }) => weeks);
}
