import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { FactsProtection } from "../scope/facts.queries";
import { guardedFacts, type GuardedFacts } from "../scope/guardedCounts.queries";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

export interface RegionSystems {
  readonly region: string;
  /** Null for all topics together: a system with several counts there once. */
  readonly topic: string | null;
  readonly systems: number;
}

/** Distinct requesting systems by region, and by region and topic. */
export function regionSystems(db: Database, scope: CheckedScope, now: Date): Promise<RegionSystems[]> {
  const { requests } = scopedRows(withoutTopics(scope), now);
  return db.execute<{ [Name in keyof RegionSystems]: RegionSystems[Name] }>(sql`
    with asked as (
      select q.system_id, q.id, st.region from (${requests}) q join systems s on s.id = q.system_id join states st on st.code = s.state_code
    )
    select region, null as topic, count(distinct system_id)::int as systems from asked group by region
    union all
    select region, rt.topic_code, count(distinct system_id)::int from asked join request_topics rt on rt.request_id = asked.id group by region, rt.topic_code`);
}

export interface RegionFacts {
  /** By topic and region. */
  readonly regions: GuardedFacts;
  /** By topic; the total under "" is all in scope. */
  readonly nation: GuardedFacts;
}

/** The same with who stands behind it. */
export async function regionFacts(db: Database, scope: CheckedScope, now: Date, protection: FactsProtection): Promise<RegionFacts> {
  const question = { scoped: scopedRows(withoutTopics(scope), now), rows: "TOPIC", evidence: "REQUESTS", protection } as const;
  const [regions, nation] = await Promise.all([guardedFacts(db, { ...question, columns: "REGION" }), guardedFacts(db, { ...question, columns: null })]);
  return { regions, nation };
}
