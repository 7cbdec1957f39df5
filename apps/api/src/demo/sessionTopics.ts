import type { CoachRecord } from "@arl/schema/records";
import type { Call } from "./calls";
import { MONTH_STARTS, monthOf } from "./calendar";
import { quotas } from "./quota";
import { at, randomStream, spread } from "./random";
import { domainOf, monthlyShares, TOPIC_MIX } from "./topics";

const MOST_TOPICS = 3;

/** How well a topic sits with a call, 0 to 1: what was asked for, what its coaches know, and a share of chance. */
type Fit = Float64Array;

function fits(call: Call, coaches: ReadonlyMap<string, CoachRecord>, codes: readonly string[], order: number): Fit {
  const random = randomStream(`fit ${String(order)}`);
  const asked = new Set(call.match.topics);
  const domains = new Set(call.match.topics.map(domainOf));
  const known = new Set(call.match.record.coachIds.flatMap((id) => coaches.get(id)?.topics ?? []));
  return Float64Array.from(codes, (code) => {
    // Later calls stray further from the question that opened the relationship.
    const opening = asked.has(code) ? 5 - 0.25 * call.number : domains.has(domainOf(code)) ? 1.2 : 0;
    return opening + (known.has(code) ? 1.6 : 0) + 1.5 * random.next();
  });
}

interface Seat {
  readonly call: number;
  readonly topic: number;
  readonly fit: number;
}

/** One round of dealing: the best fitting pairs first, until a call has `most` topics. */
function dealRound(seats: readonly Seat[], left: number[], given: Map<number, number[]>, most: number): void {
  for (const { call, topic } of seats) {
    const topics = given.get(call) ?? [];
    if (topics.length >= most || at(left, topic) === 0 || topics.includes(topic)) continue;
    given.set(call, [...topics, topic]);
    left[topic] = at(left, topic) - 1;
  }
}

/** Deals the month's quotas to its calls: every call gets a topic before any gets a second. */
function dealMonth(indices: readonly number[], fit: readonly Fit[], left: number[]): Map<number, number[]> {
  const seats = indices.flatMap((call) =>
    left.flatMap((count, topic) => (count > 0 ? [{ call, topic, fit: at(fit, call)[topic] ?? 0 }] : [])),
  );
  seats.sort((a, b) => b.fit - a.fit || a.call - b.call || a.topic - b.topic);
  const given = new Map<number, number[]>();
  dealRound(seats, left, given, 1);
  dealRound(seats, left, given, MOST_TOPICS);
  return given;
}

/**
 * The topics of each call. Their monthly counts follow the planted trends or a constant share; which call gets which
 * is a matter of fit.
 */
export function tagSessions(calls: readonly Call[], coaches: ReadonlyMap<string, CoachRecord>): string[][] {
  const codes = TOPIC_MIX.map((mix) => mix.code);
  const months = MONTH_STARTS.slice(0, -1).map((_, month) =>
    calls.flatMap((call, index) => (monthOf(call.day) === month ? [index] : [])),
  );
  const counts = TOPIC_MIX.map((mix, order) =>
    quotas(months.map((month) => month.length), monthlyShares(mix, "sessions"), 0.3 + 0.4 * spread(order, 0.5)),
  );
  const fit = calls.map((call, order) => fits(call, coaches, codes, order));
  const topics: string[][] = calls.map(() => []);
  months.forEach((indices, month) => {
    const dealt = dealMonth(indices, fit, counts.map((count) => at(count, month)));
    for (const [call, given] of dealt) topics[call] = given.map((topic) => at(codes, topic));
  });
  return topics;
}
