import type { TopicRow } from "../../network/framework/topic.table";
import { maybeShown, nothing, TOO_FEW, type CellFacts, type Protection, type RecordKind } from "../figure/protection";
import { conditionAt, type Condition } from "../scope/conditions";
import { placeKey } from "../scope/guardedCounts.queries";
import { guardedTable, type GuardedCell } from "../scope/guardedTable";
import { monthsFrom } from "../scope/period";
import { LEAST_MONTHS, type MonthCount, type TopicSeries } from "./series";
import type { TopicFacts } from "./trend.queries";
import type { TrendPoint } from "./trend.type";

export interface ProtectedTrend {
  readonly kind: RecordKind;
  readonly protection: Protection;
  readonly hasOwnProvider: boolean;
  /** What the scope asks of a record. */
  readonly conditions: readonly Condition[];
  /** Whether the cell of these conditions may be shown. */
  readonly mayShow: (conditions: readonly Condition[]) => boolean;
  readonly monthly: TopicFacts;
  /** Every month, as the database gives it. */
  readonly monthKeys: readonly string[];
  /** By the interval that is shown, and its every period. */
  readonly periods: TopicFacts["periods"];
  readonly dimension: "MONTH" | "QUARTER";
  readonly periodKeys: readonly string[];
}

/** Series for who may not see the rows: everything from protected counts. */
export function protectedSeries(topics: readonly TopicRow[], trend: ProtectedTrend): TopicSeries[] {
  const { monthly, conditions, mayShow, protection, kind, hasOwnProvider } = trend;
  const shown = guardedTable(trend.periods, {
    rows: { dimension: "TOPIC", keys: topics.map(({ code }) => code) },
    columns: { dimension: trend.dimension, keys: trend.periodKeys },
    hasOwnProvider,
    scope: conditions,
    mayShow,
  });
  const cellsOf = Map.groupBy(shown, ({ row }) => row);
  const whole = monthly.whole.totals.get("");
  const observed = whole && mayShow(conditions) ? (protection.countFigure(whole, kind).value ?? null) : null;
  return topics.map((topic) => {
    const months = monthCounts(topic, trend);
    const all = monthly.whole.cells.get(placeKey(topic.code, "")) ?? nothing(hasOwnProvider);
    const isTested = maybeShown(all) && mayShow([...conditions, conditionAt("TOPIC", topic.code)]) && months.length >= LEAST_MONTHS;
    return { topic, months, bringers: kind === "requests" ? "each its own" : null, isTested, observed, points: (cellsOf.get(topic.code) ?? []).map((cell) => pointOf(cell, trend)) };
  });
}

/** Months too thin to be shown enter as well, with their noise: the estimate over all of them shows none. */
function monthCounts({ code }: TopicRow, { monthly: { periods }, monthKeys, protection, kind }: ProtectedTrend): MonthCount[] {
  const countOf = (facts: CellFacts | undefined) => (facts ? Math.max(0, protection.records(facts, kind).raw) : 0);
  const first = monthKeys[0] ?? "";
  return monthKeys
    .map((month) => {
      const count = countOf(periods.cells.get(placeKey(code, month)));
      return { t: monthsFrom(first, month), count, exposure: Math.max(count, countOf(periods.totals.get(month))) };
    })
    .filter(({ exposure }) => exposure > 0);
}

function pointOf({ column, facts, total, shown }: GuardedCell, { kind, protection }: ProtectedTrend): TrendPoint {
  const start = column.slice(0, 10);
  if (!shown) return { start, count: TOO_FEW, share: TOO_FEW };
  return { start, count: protection.countFigure(facts, kind), share: protection.shareFigure(facts, total, kind) };
}
