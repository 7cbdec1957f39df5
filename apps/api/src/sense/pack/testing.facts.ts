import type { TopicRow } from "../../network/framework/topic.table";
import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { chanceCoverage } from "../figure/chanceCoverage";
import type { TopicGap } from "../gaps/gap.type";
import type { TopicTrend } from "../trends/trend.type";
import type { PackFacts } from "./facts";

export const topic = (code: string, label = `Topic ${code}`): TopicRow => ({ code, kind: "topic", label, definition: "", domainCode: null, position: 0 });

export const interval = (value: number, low: number, high: number): Figure => ({ value, low, high, n: 100, withheld: null });

export const trend = (code: string, ratioPerMonth: Figure, qValue: number | null): TopicTrend => ({ topic: topic(code), points: [], ratioPerMonth, qValue, direction: "UNCLEAR", acrossSystems: null, refusal: null });

const NONE = withheld("NO_DATA", 0);

export function gap(code: string, given: Partial<TopicGap>): TopicGap {
  const all = { topic: topic(code), demand: NONE, waiting: NONE, specialists: NONE, providers: NONE, capacityHours: NONE, coverage: NONE, resources: exact(1, 1), ...given };
  return { ...all, coverageByChance: chanceCoverage(all) };
}

/** A week in which nothing happened. */
export const facts = (given: Partial<PackFacts> = {}): PackFacts => ({
  week: "2021-02-01", today: "2021-02-01", totals: { requests: NONE, systems: NONE, sessions: NONE }, weekly: null, trends: [], trendsBefore: null,
  gaps: [], waiting: null, opened: [], coached: [], reach: [], hurdles: [], emerging: null, commitments: [], ...given,
});
