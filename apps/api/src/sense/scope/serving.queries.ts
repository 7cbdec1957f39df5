import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { availableSpecialist } from "./capacity.queries";
import type { CheckedScope } from "./scope";

export interface ServingSpecialist {
  readonly id: string;
  readonly organisation: string;
  readonly topics: readonly string[];
  /** Null = any. */
  readonly states: readonly string[] | null;
}

/** Specialists who are active then and list a topic, wherever they serve. */
export function servingSpecialists(db: Database, scope: CheckedScope, now: Date): Promise<ServingSpecialist[]> {
  return db.execute<{ [Name in keyof ServingSpecialist]: ServingSpecialist[Name] }>(sql`
    select c.id, c.provider_id as organisation,
      (select array_agg(ct.topic_code) from coach_topics ct where ct.coach_id = c.id) as topics,
      (select array_agg(cs.state_code) from coach_states cs where cs.coach_id = c.id) as states
    from coaches c
    where ${availableSpecialist({ ...scope, states: [] }, now)} and exists (select from coach_topics ct where ct.coach_id = c.id)
    order by c.id`);
}
