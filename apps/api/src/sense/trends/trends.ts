import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { wilson } from "@arl/analysis/proportion";
import { rateTrend, trendDirection, type RateTrend } from "@arl/analysis/trend";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, withheld } from "../figure/figure";
import { monthsFrom } from "../scope/period";
import type { PeriodCounts } from "./trend.queries";
import type { TopicTrend } from "./trend.type";

/** A topic with fewer tags, or a series with fewer months, is not tested. */
const LEAST_TAGS = 5;
const LEAST_MONTHS = 4;

/** The counts of one topic, taken out of all periods. */
interface Series {
  readonly start: string;
  readonly exposure: number;
  readonly count: number;
  readonly systems: number;
}

interface Candidate {
  readonly topic: TopicRow;
  /** Null where it was not tested. */
  readonly trend: RateTrend | null;
}

/**
 * The trend of each topic: its points by period, its rate ratio by month, and q over all topics tested.
 * @param monthly counts by month, from which the change is estimated.
 * @param periods counts by the interval asked for, which are shown.
 */
export function topicTrends(topics: readonly TopicRow[], monthly: readonly PeriodCounts[], periods: readonly PeriodCounts[]): TopicTrend[] {
  const candidates = topics.map((topic) => candidate(topic, seriesOf(topic, monthly)));
  const tested = candidates.filter(({ trend }) => trend !== null);
  const qValues = benjaminiHochberg(tested.map(({ trend }) => trend?.pValue ?? 1));
  const qOf = new Map(tested.map(({ topic }, index) => [topic.code, qValues[index] ?? 1]));
  const observed = monthly.reduce((sum, { exposure }) => sum + exposure, 0);
  return candidates.map(({ topic, trend }) => {
    const q = qOf.get(topic.code) ?? null;
    return {
      topic,
      points: seriesOf(topic, periods).map(pointOf),
      ratioPerMonth: trend ? estimate({ value: trend.ratio, low: trend.low, high: trend.high, n: observed }) : withheld("TOO_FEW", observed),
      qValue: q,
      direction: trendDirection(trend, q),
    };
  });
}

function candidate(topic: TopicRow, series: readonly Series[]): Candidate {
  const tags = series.reduce((sum, { count }) => sum + count, 0);
  const first = series[0];
  if (!first || tags < LEAST_TAGS || series.length < LEAST_MONTHS) return { topic, trend: null };
  const points = series.map(({ start, exposure, count }) => ({ t: monthsFrom(first.start, start), count, exposure }));
  return { topic, trend: rateTrend(points) };
}

function seriesOf({ code }: TopicRow, periods: readonly PeriodCounts[]): Series[] {
  return periods.map(({ start, exposure, tags }) => {
    const [, count = 0, systems = 0] = tags.find(([tagged]) => tagged === code) ?? [];
    return { start, exposure, count, systems };
  });
}

const pointOf = ({ start, exposure, count, systems }: Series) => ({
  start,
  count: exact(count, systems),
  share: estimate(wilson(count, exposure)),
});
