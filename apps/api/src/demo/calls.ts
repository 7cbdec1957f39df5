import { instant, workdayOnOrAfter } from "./calendar";
import { CHALLENGE, PILOT_FACTS } from "./planted";
import { at, randomStream, spread } from "./random";
import type { Match } from "./engagements";

/** A held session before it has topics and coaches. */
export interface Call {
  readonly match: Match;
  readonly day: number;
  readonly heldAt: Date;
  /** 1 for the first call of the relationship. */
  readonly number: number;
  /** Of the relationship. */
  readonly calls: number;
  readonly challengeLevel: number | null;
}

/** Relationships that reach the greatest number of calls, by their place when ordered by length. */
const LONGEST_RUNS = [0, 2, 5];

/** Two to four weeks from call to call. */
function callsWithin(days: number, order: number): number {
  if (days === 0) return 1;
  const rhythm = 15 + 17 * spread(order, 0.43);
  return Math.min(PILOT_FACTS.mostCalls - 1, Math.max(2, 1 + Math.round(days / rhythm)));
}

/** Days of the calls, the first and last as planned, the others about evenly between. */
function callDays(first: number, last: number, count: number, order: number): number[] {
  const random = randomStream(`call days ${String(order)}`);
  const days = [first];
  for (let number = 1; number < count - 1; number += 1) {
    const even = first + ((last - first) * number) / (count - 1);
    const day = workdayOnOrAfter(Math.max(at(days, days.length - 1) + 1, Math.round(even + 2.4 * random.normal())));
    if (day < last) days.push(day);
  }
  return last > first ? [...days, last] : days;
}

/**
 * The level climbs with the call number; each relationship starts a little above or below the others and keeps its
 * distance, now and then a call falls back.
 */
function challengeLevel(number: number, order: number, chance: number): number | null {
  if (chance < 0.04) return null;
  const mean = Math.min(CHALLENGE.most, CHALLENGE.firstCall + CHALLENGE.perCall * (number - 1));
  const level = Math.floor(mean + spread(order, 0.08));
  return Math.min(4, Math.max(1, chance > 0.95 ? level - 1 : level));
}

/** Every held session, in order of time. */
export function planCalls(matches: readonly Match[]): Call[] {
  const held = matches.filter((match) => match.course.calls !== null);
  const lengths = held.map(({ course }) => (course.calls === null ? 0 : course.calls.last - course.calls.first));
  const byLength = held.map((_, order) => order).toSorted((a, b) => at(lengths, b) - at(lengths, a));
  const longest = new Set(LONGEST_RUNS.map((place) => at(byLength, place)));
  const calls = held.flatMap((match, order) => {
    const { course } = match;
    if (course.calls === null) return [];
    const { first, last, minute } = course.calls;
    const wanted = longest.has(order) ? PILOT_FACTS.mostCalls : callsWithin(last - first, order);
    const days = callDays(first, last, wanted, order);
    const random = randomStream(`challenge ${String(order)}`);
    return days.map((day, index) => ({
      match,
      day,
      heldAt: instant(day, minute),
      number: index + 1,
      calls: days.length,
      challengeLevel: challengeLevel(index + 1, order, random.next()),
    }));
  });
  return calls.toSorted((a, b) => a.heldAt.getTime() - b.heldAt.getTime() || a.match.record.id.localeCompare(b.match.record.id));
}
