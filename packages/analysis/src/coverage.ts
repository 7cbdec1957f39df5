import type { Outcome } from "./estimate";

/** What is on offer and what is asked for, of one topic and of all. */
export interface SupplyAndDemand {
  /** Specialist hours a month on the topic. */
  readonly topicHours: number;
  /** Specialist hours a month on all topics together. */
  readonly allHours: number;
  /** Demand tags on the topic. */
  readonly topicDemand: number;
  /** Demand tags on all topics together. */
  readonly allDemand: number;
}

/**
 * A topic's share of capacity over its share of demand: 1 where the two agree, less where demand outruns supply.
 *
 * @returns an exact ratio of the network's own rows, so without an interval; `n` = demand on the topic. NO_DATA where
 *   nobody asks for the topic, or there is no capacity to share out.
 * @throws RangeError if a number is negative or not finite, or the topic's demand exceeds that on all topics.
 */
export function coverage({ topicHours, allHours, topicDemand, allDemand }: SupplyAndDemand): Outcome {
  const bad = [topicHours, allHours, topicDemand, allDemand].find((amount) => !(amount >= 0 && amount < Infinity));
  if (bad !== undefined) throw new RangeError(`hours and demand must be finite and ≥ 0, got ${bad}`);
  if (topicDemand > allDemand) throw new RangeError(`demand of ${topicDemand} on one topic exceeds the ${allDemand} on all`);

  if (topicDemand === 0 || allHours === 0) return { withheld: "NO_DATA", n: topicDemand };
  const value = topicHours / allHours / (topicDemand / allDemand);
  return { value, low: null, high: null, n: topicDemand };
}
