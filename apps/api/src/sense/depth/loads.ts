import type { CoachHistory } from "./depth.queries";

/** How much a lead coach had on hand when a session was held. */
export interface Load {
  /** Relationships under way, this one included. */
  readonly relationships: number;
  /** Hours of the sessions of the 30 days before, over the coach's hours a month; null where those are not known, or none. */
  readonly booked: number | null;
}

const WINDOW_DAYS = 30;

/** The middle of all recorded lengths, in minutes: what a session without one is taken to last. */
export function usualMinutes(coaches: readonly CoachHistory[]): number | null {
  const known = coaches.flatMap(({ held }) => held.flatMap(([, minutes]) => (minutes === null ? [] : [minutes]))).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}

/**
 * The loads of one coach at each session they led, in the sessions' order.
 * @param usual minutes of a session that has none recorded; null where none has.
 */
export function loadsOf({ hoursPerMonth, led, relationships, held }: CoachHistory, usual: number | null): Load[] {
  const begun = relationships.map(([from]) => from).sort(ascending);
  const closed = relationships.flatMap(([from, until]) => (until === null ? [] : [Math.max(from, until)])).sort(ascending);
  const sessions = held.map(([at, minutes]) => ({ at, hours: (minutes ?? usual ?? 0) / 60 })).sort((a, b) => a.at - b.at);
  const times = sessions.map(({ at }) => at);
  const sums = [0];
  for (const { hours } of sessions) sums.push((sums.at(-1) ?? 0) + hours);
  return led.map(([at]) => {
    const under = countUpTo(begun, at) - countUpTo(closed, at);
    const hours = (sums[countBefore(times, at)] ?? 0) - (sums[countBefore(times, at - WINDOW_DAYS)] ?? 0);
    const isKnown = hoursPerMonth !== null && hoursPerMonth > 0 && usual !== null;
    return { relationships: under, booked: isKnown ? hours / hoursPerMonth : null };
  });
}

const ascending = (a: number, b: number) => a - b;

/** How many of ascending times are at or before a moment. */
const countUpTo = (times: readonly number[], at: number): number => count(times, (time) => time <= at);

/** How many are before it. */
const countBefore = (times: readonly number[], at: number): number => count(times, (time) => time < at);

function count(times: readonly number[], isIn: (time: number) => boolean): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isIn(times[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}
