import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CellFacts } from "../figure/protection";
import { availableSpecialist } from "../scope/capacity.queries";
import { demanded } from "../scope/demand.queries";
import { cellFacts, MARK, type FactsProtection } from "../scope/facts.queries";
import type { Marks } from "../scope/lattice.queries";
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
    ${demanded(asOf)},
    of_system as (
      select rt.topic_code, system_id, count(*) as demand, count(*) filter (where waiting) as waiting
      from demanded join request_topics rt on rt.request_id = demanded.id group by rt.topic_code, system_id
    )
    select topic_code as code, sum(demand)::int as demand, count(*)::int as "demandSystems",
      sum(waiting)::int as waiting, (count(*) filter (where waiting > 0))::int as "waitingSystems"
    from of_system group by topic_code`);
}

export interface DemandFacts {
  /** By topic code; topics without any are left out. */
  readonly demand: ReadonlyMap<string, CellFacts>;
  readonly waiting: ReadonlyMap<string, CellFacts>;
  /** All requests that count as demand, weighted by their topics; null where there are none. */
  readonly all: CellFacts | null;
}

/** The same with who stands behind it. */
export async function demandFacts(db: Database, scope: CheckedScope, now: Date, protection: FactsProtection): Promise<DemandFacts> {
  const scoped = scopedRows(withoutTopics(scope), now);
  const facts = await cellFacts(db, {
    population: "requests",
    scoped,
    protection,
    also: sql`, scoped as (${scoped.requests}), ${demanded(scoped.asOf)}`,
    contributions: sql`
      select 'demand' as row_key, rt.topic_code as column_key, ${MARK}, null::float8 as weight, null::float8 as worth
      from marked i join demanded d on d.id = i.id join request_topics rt on rt.request_id = i.id
      union all
      select 'waiting', rt.topic_code, ${MARK}, null, null
      from marked i join demanded d on d.id = i.id join request_topics rt on rt.request_id = i.id where d.waiting
      union all
      select 'all', '', ${MARK}, tagged.topics, null
      from marked i join demanded d on d.id = i.id
      join (select request_id, count(*) as topics from request_topics group by request_id) tagged on tagged.request_id = i.id`,
  });
  const byTopic = (name: string) => new Map(facts.filter(({ row }) => row === name).map((each) => [each.column, each]));
  return { demand: byTopic("demand"), waiting: byTopic("waiting"), all: facts.find(({ row }) => row === "all") ?? null };
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

/** The organisations that run the network. */
export async function hubIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ id: string }>(sql`select id from providers where kind = 'hub'`);
  return new Set(rows.map(({ id }) => id));
}

/** Which requests count as demand, and which of them wait, for what may be shown of them. */
export const DEMAND_MARKS: Marks = {
  also: (scoped) => sql`scoped as (${scoped.requests}), ${demanded(scoped.asOf)}`,
  select: sql`select id as item_id, 'DEMAND=true' as condition from demanded union all select id, 'WAITING=true' from demanded where waiting`,
};
