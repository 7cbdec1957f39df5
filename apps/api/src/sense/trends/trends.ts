import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { rateTrend, trendDirection } from "@arl/analysis/trend";
import { estimate, withheld } from "../figure/figure";
import type { TopicSeries } from "./series";
import type { TopicTrend } from "./trend.type";
import { untested } from "./untested";

/**
 * By the published definition of `need_trend`, which holds for every program that asks: at least 5 tags, at least 4 months, no further condition.
 * The trend of each topic: its points, its rate ratio by month, and q over all topics tested.
 * @param isProtected whether the viewer may not see the rows.
 */
export function topicTrends(series: readonly TopicSeries[], isProtected: boolean): TopicTrend[] {
  const candidates = series.map((each) => ({ ...each, trend: each.isTested ? rateTrend(each.months) : null }));
  const tested = candidates.filter(({ trend }) => trend !== null);
  const qValues = benjaminiHochberg(tested.map(({ trend }) => trend?.pValue ?? 1));
  const qOf = new Map(tested.map(({ topic }, index) => [topic.code, qValues[index] ?? 1]));
  return candidates.map(({ trend, ...each }) => {
    const { topic, points, observed } = each;
    const q = qOf.get(topic.code) ?? null;
    return {
      topic,
      points,
      ratioPerMonth: trend && observed !== null ? estimate({ value: trend.ratio, low: trend.low, high: trend.high, n: observed }) : withheld("TOO_FEW", observed),
      qValue: q,
      direction: trendDirection(trend, q),
      refusal: trend && observed !== null ? null : untested(each, isProtected),
    };
  });
}
