import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { demanded } from "../scope/demand.queries";
import { scopedRows, textArray } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";

export interface StateDemand {
  readonly state: string;
  /** Null for all topics together: a request with several counts there once. */
  readonly topic: string | null;
  readonly demand: number;
  readonly demandSystems: number;
  readonly waiting: number;
  readonly waitingSystems: number;
}

/** Open and recent requests by state, and by state and topic; the scope's topics choose which requests. */
export function demandByState(db: Database, scope: CheckedScope, now: Date): Promise<StateDemand[]> {
  const { requests, asOf } = scopedRows(scope, now);
  const onTopics = scope.topics.length === 0 ? sql`true` : sql`rt.topic_code = any(${textArray(scope.topics)})`;
  return db.execute<{ [Name in keyof StateDemand]: StateDemand[Name] }>(sql`
    with scoped as (${requests}),
    ${demanded(asOf)},
    cut as (
      select d.id, d.system_id, d.waiting, s.state_code, null::text as topic_code from demanded d join systems s on s.id = d.system_id
      union all
      select d.id, d.system_id, d.waiting, s.state_code, rt.topic_code
      from demanded d join systems s on s.id = d.system_id join request_topics rt on rt.request_id = d.id where ${onTopics}
    )
    select state_code as state, topic_code as topic, count(*)::int as demand, count(distinct system_id)::int as "demandSystems",
      (count(*) filter (where waiting))::int as waiting, (count(distinct system_id) filter (where waiting))::int as "waitingSystems"
    from cut group by state_code, topic_code`);
}
