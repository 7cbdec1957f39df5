import { Z_95 } from "@arl/analysis/distributions";
import { rankBounds } from "@arl/analysis/ranking";
import type { TopicRow } from "../../network/framework/topic.table";
import type { Figure } from "../figure/figure.type";
import type { PatternCell } from "./pattern";
import type { TopicRank } from "./rank.type";

/**
 * The topics from the most to the least common, each with the ranks that cannot be ruled out.
 * @param cells of a table by topic without columns. Topics that are not in it, or withheld, are not ranked.
 */
export function topicRanks(cells: readonly PatternCell[], topics: readonly TopicRow[]): TopicRank[] {
  const byCode = new Map(topics.filter(({ kind }) => kind === "topic").map((topic) => [topic.code, topic]));
  const ranked = cells.flatMap(({ row, count }) => {
    const topic = byCode.get(row);
    return topic && count.value !== null ? [{ topic, count, value: count.value }] : [];
  });
  const bounds = rankBounds(ranked.map(({ value, count }) => ({ count: value, noise: noiseIn(count) })));
  return ranked
    .map(({ topic, count, value }, at) => ({ topic, count, value, best: bounds[at]?.best ?? 1, worst: bounds[at]?.worst ?? ranked.length }))
    .toSorted((a, b) => b.value - a.value)
    .map(({ topic, count, best, worst }) => ({ topic, count, best, worst }));
}

/** Variance of what was added to a protected count: its interval is the noise's. */
const noiseIn = ({ low, high }: Figure): number => (low === null || high === null ? 0 : ((high - low) / (2 * Z_95)) ** 2);
