import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { rateTrend, trendDirection, type RateTrend } from "@arl/analysis/trend";
import { estimate, withheld } from "../figure/figure";
import type { TopicSeries } from "./series";
import type { TopicTrend } from "./trend.type";
import { untested } from "./untested";

/** Of fewer systems it cannot be told whether one of them came or went, or the need did. */
const LEAST_SYSTEMS = 5;

const LARGEST_Q = 0.05;

/**
 * The trend of each topic: its points, its rate ratio by month, and q over all topics tested, by the published definition of
 * `need_trend`, which holds for every program that asks: at least 5 tags, at least 4 months, no further condition. Beside it stands
 * whether a rise or fall is one across systems, as the definition takes the sessions of one relationship for independent events.
 * @param isProtected whether the viewer may not see the rows.
 */
export function topicTrends(series: readonly TopicSeries[], isProtected: boolean): TopicTrend[] {
  const candidates = series.map((each) => ({ ...each, trend: each.isTested ? rateTrend(each.months) : null }));
  const tested = candidates.filter(({ trend }) => trend !== null);
  const qOf = qValuesOf(tested.map(({ topic, trend }) => [topic.code, trend?.pValue ?? 1]));
  const qAcrossOf = qValuesOf(
    tested.flatMap((each) => {
      const p = acrossSystems(each, each.trend);
      return p === null ? [] : [[each.topic.code, p] as const];
    }),
  );
  return candidates.map(({ trend, ...each }) => {
    const { topic, points, observed, bringers } = each;
    const q = qOf.get(topic.code) ?? null;
    const direction = trendDirection(trend, q);
    const moves = direction === "RISING" || direction === "FALLING";
    return {
      topic,
      points,
      ratioPerMonth: trend && observed !== null ? estimate({ value: trend.ratio, low: trend.low, high: trend.high, n: observed }) : withheld("TOO_FEW", observed),
      qValue: q,
      direction,
      acrossSystems: moves && bringers !== null ? (qAcrossOf.get(topic.code) ?? 1) < LARGEST_Q : null,
      refusal: trend && observed !== null ? null : untested(each, isProtected),
    };
  });
}

function qValuesOf(pValues: readonly (readonly [code: string, p: number])[]): Map<string, number> {
  const qValues = benjaminiHochberg(pValues.map(([, p]) => p));
  return new Map(pValues.map(([code], index) => [code, qValues[index] ?? 1]));
}

/** The p-value of a change where a system's tags count as one event; null where there are too few systems to test it. */
function acrossSystems({ months, bringers }: TopicSeries, trend: RateTrend | null): number | null {
  if (bringers === null || bringers === "each its own") return trend?.pValue ?? null;
  return bringers.count < LEAST_SYSTEMS ? null : (rateTrend(months, bringers)?.pValue ?? null);
}
