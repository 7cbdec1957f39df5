import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

export interface RequestingSystem {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly students: number | null;
  readonly city: string | null;
  /** Of the district's office; null where the system is in no directory. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly topics: readonly string[] | null;
}

/** Every system with a request in scope, where its district's office is, and what it asked for. The scope's topics choose no rows. */
export function requestingSystems(db: Database, scope: CheckedScope, now: Date): Promise<RequestingSystem[]> {
  const { requests } = scopedRows(withoutTopics(scope), now);
  return db.execute<{ [Name in keyof RequestingSystem]: RequestingSystem[Name] }>(sql`
    with asked as (
      select q.system_id, array_agg(distinct rt.topic_code) filter (where rt.topic_code is not null) as topics
      from (${requests}) q left join request_topics rt on rt.request_id = q.id group by q.system_id
    )
    select s.id, s.name, s.state_code as state, s.enrollment as students, d.city, d.lat, d.lon, asked.topics
    from asked join systems s on s.id = asked.system_id left join districts d on d.leaid = s.leaid
    order by s.id`);
}

export interface RelationshipMinutes {
  readonly topic: string;
  /** Of all calls of a relationship together. */
  readonly minutes: number;
  /** Relationships on the topic that took so many. */
  readonly count: number;
}

/** How long closed relationships of the scope took, by their request's topics. Calls without minutes count as the others of theirs. */
export function relationshipMinutes(db: Database, scope: CheckedScope, now: Date): Promise<RelationshipMinutes[]> {
  const { relationships, asOf } = scopedRows(withoutTopics(scope), now);
  return db.execute<{ [Name in keyof RelationshipMinutes]: RelationshipMinutes[Name] }>(sql`
    with took as (
      select e.request_id, round(avg(x.minutes) * count(*))::int as minutes
      from (${relationships}) e join sessions x on x.engagement_id = e.id and x.held_at < ${asOf}
      where e.closed_at is not null group by e.id, e.request_id having count(x.minutes) > 0
    )
    select rt.topic_code as topic, took.minutes, count(*)::int as count
    from took join request_topics rt on rt.request_id = took.request_id
    group by rt.topic_code, took.minutes order by rt.topic_code, took.minutes`);
}
