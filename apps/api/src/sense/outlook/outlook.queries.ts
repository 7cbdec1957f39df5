import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { availableSpecialist } from "../scope/capacity.queries";
import { demanded } from "../scope/demand.queries";
import { begun, scopedRows, textArray } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** A specialist who is active, serves the scope's states, and lists at least one topic. */
export interface Specialist {
  readonly id: string;
  readonly organisation: string;
  /** A month; null = not known. */
  readonly hours: number | null;
  readonly topics: readonly string[];
}

/** In the order of their organisations' names. */
export function activeSpecialists(db: Database, scope: CheckedScope, now: Date): Promise<Specialist[]> {
  return db.execute<{ [Name in keyof Specialist]: Specialist[Name] }>(sql`
    select c.id, c.provider_id as organisation, c.hours_per_month as hours, json_agg(ct.topic_code order by ct.topic_code) as topics
    from coaches c join coach_topics ct on ct.coach_id = c.id join providers p on p.id = c.provider_id
    where ${availableSpecialist(scope, now)}
    group by c.id, p.name, p.id order by p.name, p.id, c.id`);
}

/** Requests on one topic, or on any of a domain's. */
export interface Asked {
  readonly code: string;
  readonly requests: number;
  /** Tags on its topics: a request with two of them counts twice. */
  readonly tags: number;
}

export interface Window {
  /** The day as of which all is told. */
  readonly day: string;
  /** Days that the window covers: it begins no earlier than the first request. 0 without requests. */
  readonly days: number;
  readonly asked: readonly Asked[];
}

const secondsBefore = (asOf: SQL, days: number): SQL => sql`${asOf} - make_interval(secs => ${days * 86_400})`;

/** What was asked in the days before as of, by topic and by domain. */
export async function askedInWindow(db: Database, scope: CheckedScope, now: Date, days: number): Promise<Window> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  const [row] = await db.execute<{ day: string; days: number | null; asked: Asked[] }>(sql`
    with scoped as materialized (${requests}),
    tagged as (
      select q.id, rt.topic_code, t.domain_code from scoped q
      join request_topics rt on rt.request_id = q.id join topics t on t.code = rt.topic_code
      where q.submitted_at >= ${secondsBefore(asOf, days)}
    ),
    counted as (
      select topic_code as code, count(*)::int as requests, count(*)::int as tags from tagged group by topic_code
      union all
      select domain_code, count(distinct id)::int, count(*)::int from tagged where domain_code is not null group by domain_code
    )
    select to_char(${asOf} at time zone ${sql.raw(`'${NETWORK_TIME_ZONE}'`)}, 'YYYY-MM-DD') as day,
      (select least(${days}, extract(epoch from ${asOf} - min(submitted_at)) / 86400)::float8 from scoped) as days,
      (select coalesce(json_agg(counted), '[]') from counted) as asked`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return { ...row, days: row.days ?? 0 };
}

export interface TopicState {
  /** Requests on the topic that wait for a match. */
  readonly waiting: number;
  /** Days since the first session of each open relationship that a specialist of the topic is on; 0 before it. */
  readonly open: readonly number[];
  /**
   * The topic's mean part of the tags of its requests in the window, as if two more had come: one on it alone, and one on it and
   * another. A topic that has stood alone by chance would else be taken to do so always (after Agresti and Caffo, 2000).
   */
  readonly part: number;
  /** Standard error of the part's logarithm. */
  readonly partError: number;
}

/** How a topic stands: who waits, and what its specialists hold. */
export async function topicState(db: Database, scope: CheckedScope, now: Date, days: number, codes: readonly string[], specialists: readonly string[]): Promise<TopicState> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  const [row] = await db.execute<{ waiting: number; open: number[]; part: number; partError: number }>(sql`
    with scoped as materialized (${requests}),
    tagged as (
      select q.id, q.submitted_at, q.withdrawn_at, count(*) filter (where rt.topic_code = any(${textArray(codes)}))::float8 / count(*) as part
      from scoped q join request_topics rt on rt.request_id = q.id group by q.id, q.submitted_at, q.withdrawn_at
      having bool_or(rt.topic_code = any(${textArray(codes)}))
    ),
    told as (
      select part from tagged where submitted_at >= ${secondsBefore(asOf, days)} union all values (1::float8), (0.5::float8)
    ),
    held as (
      select extract(epoch from ${asOf} - (select min(held_at) from sessions x where x.engagement_id = e.id and x.held_at < ${asOf}))::float8 / 86400 as days
      from engagements e join tagged on tagged.id = e.request_id
      where ${begun(sql`e`, asOf)} and coalesce(e.closed_at >= ${asOf}, true)
        and exists (select from engagement_coaches ec where ec.engagement_id = e.id and ec.coach_id = any(${textArray(specialists)}))
    )
    select (select count(*)::int from tagged where withdrawn_at is null
        and not exists (select from engagements e where e.request_id = tagged.id and e.matched_at < ${asOf})
        and not exists (select from referrals sent where sent.request_id = tagged.id and sent.sent_at < ${asOf})) as waiting,
      (select coalesce(json_agg(coalesce(days, 0) order by days), '[]') from held) as open,
      (select avg(part) from told) as part, (select stddev_samp(part) / avg(part) / sqrt(count(*)) from told) as "partError"`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

/** One relationship: days from its first session to its last, or to as of while it is open. */
export type RelationshipRow = readonly [days: number, ended: boolean, sessions: number, sessionsWithMinutes: number, minutes: number, onTopic: boolean];

/** Every relationship in scope, in the order of their ids, and whether it is on one of the topics. */
export async function relationships(db: Database, scope: CheckedScope, now: Date, codes: readonly string[]): Promise<readonly RelationshipRow[]> {
  const scoped = scopedRows(withoutTopics(scope), now);
  const [row] = await db.execute<{ rows: RelationshipRow[] }>(sql`
    with scoped as materialized (${scoped.relationships}),
    spoken as (
      select engagement_id, count(minutes)::int as known, coalesce(sum(minutes), 0)::int as minutes
      from sessions where held_at < ${scoped.asOf} group by engagement_id
    ),
    tagged as (select distinct request_id from request_topics where topic_code = any(${textArray(codes)}))
    select coalesce(json_agg(json_build_array(
      extract(epoch from case when s.closed_at is null then ${scoped.asOf} else s.last_held_at end - s.first_held_at)::float8 / 86400,
      s.closed_at is not null, s.sessions, spoken.known, spoken.minutes, tagged.request_id is not null) order by s.id), '[]') as rows
    from scoped s join spoken on spoken.engagement_id = s.id left join tagged on tagged.request_id = s.request_id`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row.rows;
}

/** Open and recent requests by topic, as gaps count them. */
export async function demandTags(db: Database, scope: CheckedScope, now: Date): Promise<ReadonlyMap<string, number>> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  const rows = await db.execute<{ code: string; tags: number }>(sql`
    with scoped as (${requests}), ${demanded(asOf)}
    select rt.topic_code as code, count(*)::int as tags from demanded join request_topics rt on rt.request_id = demanded.id group by rt.topic_code`);
  return new Map(rows.map(({ code, tags }) => [code, tags]));
}
