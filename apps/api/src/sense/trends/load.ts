import type { Condition } from "../scope/conditions";
import { everyKey } from "../scope/headings";
import type { Evidence, Interval } from "../scope/scope.type";
import { spanOf, type Guard, type Viewed } from "../scope/viewed";
import { protectedSeries } from "./protectedSeries";
import { exactSeries, type TopicSeries } from "./series";
import { periodCounts, systemSums, topicFacts, type PeriodCounts } from "./trend.queries";
import type { TopicTrend } from "./trend.type";
import { topicTrends } from "./trends";

/** Loads the trend of every topic by month in the form in which its viewer may see it. */
export const loadTrends = async (viewed: Viewed, evidence: Evidence): Promise<TopicTrend[]> => topicTrends(await loadSeries(viewed, "MONTH", evidence), viewed.guard !== null);

/** Loads every topic's series in the form in which its viewer may see it. */
export async function loadSeries(viewed: Viewed, interval: Interval, evidence: Evidence): Promise<TopicSeries[]> {
  const topics = viewed.names.topicRows.filter(({ kind }) => kind !== "domain");
  const question = { scope: viewed.scope, now: viewed.now, evidence };
  if (viewed.guard !== null) return protectedSeries(topics, await protectedTrend(viewed, viewed.guard, interval, evidence));
  const monthly = await periodCounts(viewed.db, question, "MONTH");
  const periods = interval === "MONTH" ? monthly : await periodCounts(viewed.db, question, interval);
  const [first] = monthly;
  // A request is an event of its own; the sessions of a relationship, months of them, are one need many times over.
  const sums = evidence === "REQUESTS" || first === undefined ? null : await systemSums(viewed.db, question, first.start);
  return exactSeries(topics, monthly, periods, sums);
}

/** Counts by month for who may see the rows. */
export function loadMonths({ db, scope, now }: Viewed, evidence: Evidence): Promise<PeriodCounts[]> {
  return periodCounts(db, { scope, now, evidence }, "MONTH");
}

async function protectedTrend({ db, scope, names, now }: Viewed, guard: Guard, interval: Interval, evidence: Evidence) {
  const question = { scope, now, evidence };
  const kind = evidence === "REQUESTS" ? "requests" : "sessions";
  const dimension = interval === "QUARTER" ? interval : "MONTH";
  const lattice = await guard.lattice(kind);
  const monthly = await topicFacts(db, question, "MONTH", guard.facts);
  const { periods } = dimension === "MONTH" ? monthly : await topicFacts(db, question, dimension, guard.facts);
  const [monthKeys, periodKeys] = (["MONTH", dimension] as const).map((each) => everyKey(each, names, spanOf(scope, guard)));
  return {
    kind,
    dimension,
    conditions: guard.conditions,
    mayShow: (conditions: readonly Condition[]) => lattice.mayShow(conditions),
    monthly,
    periods,
    monthKeys: monthKeys ?? [],
    periodKeys: periodKeys ?? [],
    protection: guard.protection,
    hasOwnProvider: guard.facts.ownProvider !== null,
  } as const;
}
