import { sql } from "drizzle-orm";
import { RECENT_DEMAND_DAYS, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { availableSpecialist } from "../scope/capacity.queries";
import { scopedRows, textArray } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

export interface TopicDemand {
  readonly code: string;
  readonly demand: number;
  readonly demandSystems: number;
  readonly waiting: number;
  readonly waitingSystems: number;
}

/** Open and recent requests by topic, and those of them that wait past the service target. */
export function topicDemand(db: Database, scope: CheckedScope, now: Date): Promise<TopicDemand[]> {
  const { requests, asOf } = scopedRows(withoutTopics(scope), now);
  return db.execute<{ [Name in keyof TopicDemand]: TopicDemand[Name] }>(sql`
    with scoped as (${requests}),
    judged as materialized (
      select q.id, q.system_id, q.submitted_at, q.withdrawn_at is null
          and not exists (select from engagements e where e.request_id = q.id and e.matched_at < ${asOf})
          and not exists (select from referrals sent where sent.request_id = q.id and sent.sent_at < ${asOf}) as open
      from scoped q
    ),
    demanded as (
      select id, system_id, open and submitted_at < ${asOf} - make_interval(secs => ${SERVICE_TARGET_DAYS * 86_400}) as waiting from judged
      where open or submitted_at >= ${asOf} - make_interval(secs => ${RECENT_DEMAND_DAYS * 86_400})
    ),
    of_system as (
      select rt.topic_code, system_id, count(*) as demand, count(*) filter (where waiting) as waiting
      from demanded join request_topics rt on rt.request_id = demanded.id group by rt.topic_code, system_id
    )
    select topic_code as code, sum(demand)::int as demand, count(*)::int as "demandSystems",
      sum(waiting)::int as waiting, (count(*) filter (where waiting > 0))::int as "waitingSystems"
    from of_system group by topic_code`);
}

export interface Specialist {
  readonly organisation: string;
  /** A month; null = not known. */
  readonly hours: number | null;
  readonly topics: readonly string[];
}

/** Specialists who are active, serve the scope's states, and list at least one topic. */
export function activeSpecialists(db: Database, scope: CheckedScope, now: Date): Promise<Specialist[]> {
  return db.execute<{ [Name in keyof Specialist]: Specialist[Name] }>(sql`
    select c.provider_id as organisation, c.hours_per_month as hours, json_agg(ct.topic_code) as topics
    from coaches c join coach_topics ct on ct.coach_id = c.id
    where ${availableSpecialist(scope, now)}
    group by c.id`);
}

/** Current resources of the hub by topic. */
export function currentResources(db: Database, scope: CheckedScope, now: Date): Promise<{ code: string; resources: number }[]> {
  const { asOf } = scopedRows(scope, now);
  const ofProviders = scope.providers.length === 0 ? sql`true` : sql`r.provider_id = any(${textArray(scope.providers)})`;
  return db.execute<{ code: string; resources: number }>(sql`
    select rt.topic_code as code, count(*)::int as resources
    from resources r join resource_topics rt on rt.resource_id = r.id
    where coalesce(r.published_at <= ${asOf}, true) and coalesce(r.retired_at > ${asOf}, true) and ${ofProviders}
    group by rt.topic_code`);
}
