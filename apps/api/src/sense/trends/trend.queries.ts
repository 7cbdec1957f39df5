import { sql } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { itemTables } from "../scope/dimension.queries";
import type { Period } from "../scope/period";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";
import type { Evidence } from "../scope/scope.type";

export interface TrendQuestion {
  readonly scope: CheckedScope;
  readonly now: Date;
  readonly evidence: Evidence;
}

export interface PeriodCounts {
  /** First day of the period. */
  readonly start: string;
  /** All requests or sessions of the period. */
  readonly exposure: number;
  /** Tags by topic: [code, count, distinct systems]. */
  readonly tags: readonly (readonly [code: string, count: number, systems: number])[];
}

/** Requests or sessions by period, and among them those of each topic. Periods without any are left out. */
export function periodCounts(db: Database, { scope, now, evidence }: TrendQuestion, period: Period): Promise<PeriodCounts[]> {
  const items = itemTables(evidence, scopedRows(withoutTopics(scope), now));
  const start = sql`date_trunc(${sql.raw(`'${period}'`)}, i.at at time zone ${sql.raw(`'${NETWORK_TIME_ZONE}'`)})`;
  return db.execute<{ [Name in keyof PeriodCounts]: PeriodCounts[Name] }>(sql`
    with ${items},
    exposed as (select ${start} as start, count(*)::int as exposure from items i group by 1),
    tagged as (
      select ${start} as start, t.key, count(*)::int as count, count(distinct i.system_id)::int as systems
      from items i join item_topics t on t.item_id = i.id group by 1, 2
    )
    select exposed.start::date::text as start, exposed.exposure,
      coalesce(json_agg(json_build_array(tagged.key, tagged.count, tagged.systems)) filter (where tagged.key is not null), '[]') as tags
    from exposed left join tagged on tagged.start = exposed.start
    group by exposed.start, exposed.exposure order by exposed.start`);
}

