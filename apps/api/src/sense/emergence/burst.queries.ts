import type { WeekCount } from "@arl/analysis/burstExpectation";
import type { Database } from "../../db/client";
import { countItems } from "../scope/counts.queries";
import { periodsBetween } from "../scope/period";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";
import type { Evidence } from "../scope/scope.type";

export interface WeeklyCounts {
  /** Mondays, without gaps. */
  readonly weeks: readonly string[];
  /** Counts of each topic, by its code. */
  readonly byTopic: ReadonlyMap<string, readonly WeekCount[]>;
}

/** Requests or sessions by week, and among them those of each topic; of the scope without its topics. */
export async function weeklyCounts(db: Database, scope: CheckedScope, now: Date, evidence: Evidence): Promise<WeeklyCounts> {
  const { cells, totals } = await countItems(db, { scoped: scopedRows(withoutTopics(scope), now), rows: "TOPIC", columns: "WEEK", evidence, shownTopics: [] });
  const exposure = new Map(totals.map(({ key, count }) => [(key ?? "").slice(0, 10), count]));
  const weeks = periodsBetween("WEEK", [...exposure.keys()]);
  const byTopic = Map.groupBy(cells, ({ row }) => row);
  const seriesOf = (own: typeof cells): WeekCount[] => {
    const counts = new Map(own.map(({ column, count }) => [(column ?? "").slice(0, 10), count]));
    return weeks.map((week) => ({ count: counts.get(week) ?? 0, exposure: exposure.get(week) ?? 0 }));
  };
  return { weeks, byTopic: new Map([...byTopic].map(([topic, own]) => [topic, seriesOf(own)])) };
}
