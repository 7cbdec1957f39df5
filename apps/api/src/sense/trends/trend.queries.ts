import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { countItems } from "../scope/counts.queries";
import { itemTables } from "../scope/dimension.queries";
import type { FactsProtection } from "../scope/facts.queries";
import { guardedFacts, type GuardedFacts } from "../scope/guardedCounts.queries";
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
export async function periodCounts(db: Database, { scope, now, evidence }: TrendQuestion, period: Period): Promise<PeriodCounts[]> {
  const scoped = scopedRows(withoutTopics(scope), now);
  const { cells, totals } = await countItems(db, { scoped, rows: "TOPIC", columns: period, evidence, shownTopics: [] });
  const tagsOf = Map.groupBy(cells, ({ column }) => column);
  return totals
    .map(({ key, count }) => ({
      start: (key ?? "").slice(0, 10),
      exposure: count,
      tags: (tagsOf.get(key) ?? []).map(({ row, count, systems }) => [row, count, systems] as const),
    }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Sums over the systems that brought a topic, each with so many tags, whose months add up to so many. */
export interface SystemSums {
  readonly topic: string;
  readonly systems: number;
  /** Of the squares of tags, of tags times months, and of the squares of months. */
  readonly tags2: number;
  readonly tagsMonths: number;
  readonly months2: number;
}

/** How the tags of each topic come from systems; months since the one that begins on `first`. */
export function systemSums(db: Database, { scope, now, evidence }: TrendQuestion, first: string): Promise<SystemSums[]> {
  return db.execute<{ [Name in keyof SystemSums]: SystemSums[Name] }>(sql`
    with ${itemTables(evidence, scopedRows(withoutTopics(scope), now))},
    dated as (select id, system, age(date_trunc('month', at at time zone ${NETWORK_TIME_ZONE}), ${first}::timestamp) as since from items),
    brought as (
      select t.key as topic, d.system, count(*)::float8 as tags, sum(12 * extract(year from d.since) + extract(month from d.since))::float8 as months
      from dated d join item_topics t on t.item_id = d.id group by 1, 2
    )
    select topic, count(*)::int as systems, sum(tags * tags) as tags2, sum(tags * months) as "tagsMonths", sum(months * months) as months2
    from brought group by topic`);
}

export interface TopicFacts {
  /** By topic and period. */
  readonly periods: GuardedFacts;
  /** By topic; the total under "" is all in scope. */
  readonly whole: GuardedFacts;
}

/** The same counts with who stands behind them, by period and over the whole time. */
export async function topicFacts(db: Database, { scope, now, evidence }: TrendQuestion, period: Period, protection: FactsProtection): Promise<TopicFacts> {
  const question = { scoped: scopedRows(withoutTopics(scope), now), rows: "TOPIC", evidence, protection } as const;
  const [periods, whole] = await Promise.all([guardedFacts(db, { ...question, columns: period }), guardedFacts(db, { ...question, columns: null })]);
  return { periods, whole };
}
