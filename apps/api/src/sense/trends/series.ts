import type { Bringers } from "@arl/analysis/trend";
import { wilson } from "@arl/analysis/proportion";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import { monthsFrom } from "../scope/period";
import type { PeriodCounts, SystemSums } from "./trend.queries";
import type { TrendPoint } from "./trend.type";

/** One topic over time: what is fitted, and what is shown. */
export interface TopicSeries {
  readonly topic: TopicRow;
  /** Counts by month since the first, from which the change is estimated. */
  readonly months: readonly MonthCount[];
  /** The systems that brought the tags; null where that must not be told. */
  readonly bringers: Bringers | "each its own" | null;
  /** False where the topic has too little, or must not be told. */
  readonly isTested: boolean;
  /** All requests or sessions of the series; null where that must not be told. */
  readonly observed: number | null;
  /** By the interval asked for. */
  readonly points: TrendPoint[];
}

export interface MonthCount {
  readonly t: number;
  readonly count: number;
  /** All requests or sessions of the month. */
  readonly exposure: number;
}

/** A topic with fewer tags, or a series with fewer months, is not tested. */
export const LEAST_TAGS = 5;
export const LEAST_MONTHS = 4;

/**
 * Series for who may see the rows.
 * @param monthly counts by month.
 * @param periods counts by the interval that is shown.
 * @param sums of who brought each topic, by the months of `monthly`; null where each tag is an event of its own.
 */
export function exactSeries(topics: readonly TopicRow[], monthly: readonly PeriodCounts[], periods: readonly PeriodCounts[], sums: readonly SystemSums[] | null): TopicSeries[] {
  const first = monthly[0]?.start;
  const sumsOf = sums && new Map(sums.map((each) => [each.topic, each]));
  const observed = monthly.reduce((sum, { exposure }) => sum + exposure, 0);
  return topics.map((topic) => {
    const counts = monthly.map((month) => ({ start: month.start, exposure: month.exposure, count: tagsOf(topic, month).count }));
    const months = counts.map(({ start, ...month }) => ({ ...month, t: first === undefined ? 0 : monthsFrom(first, start) }));
    const tags = counts.reduce((sum, { count }) => sum + count, 0);
    const bringers = sumsOf ? bringersOf(sumsOf.get(topic.code)) : "each its own";
    return { topic, months, bringers, isTested: tags >= LEAST_TAGS && months.length >= LEAST_MONTHS, observed, points: periods.map((period) => pointOf(topic, period)) };
  });
}

function bringersOf(sums: SystemSums | undefined): Bringers {
  const { systems = 0, tags2 = 0, tagsMonths = 0, months2 = 0 } = sums ?? {};
  return { count: systems, squaresAbout: (centre) => Math.max(0, months2 - 2 * centre * tagsMonths + centre ** 2 * tags2) };
}

function tagsOf({ code }: TopicRow, { tags }: PeriodCounts): { count: number; systems: number } {
  const [, count = 0, systems = 0] = tags.find(([tagged]) => tagged === code) ?? [];
  return { count, systems };
}

function pointOf(topic: TopicRow, period: PeriodCounts): TrendPoint {
  const { count, systems } = tagsOf(topic, period);
  return { start: period.start, count: exact(count, systems), share: estimate(wilson(count, period.exposure)) };
}
