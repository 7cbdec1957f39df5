import { dayOf, monthOf } from "./calendar";
import { composeNote } from "./notes";
import { PLANTED_BURST } from "./planted";
import { at, randomStream } from "./random";
import type { Held } from "./sessions";

const FIRST_DAY = dayOf(PLANTED_BURST.week);
const { topic: BURST } = PLANTED_BURST;

const isInWeek = ({ call }: Held): boolean => call.day >= FIRST_DAY && call.day < FIRST_DAY + 7;

/** Whether a call's topics may be changed: they are its own, and nobody was called in to join the others for them. */
const mayTrade = ({ record }: Held): boolean => record.topics.length > 0 && record.coachIds.length < 2;

/**
 * The same calls, with the planted topic gathered in its week: calls of the week take it over from calls of the same month,
 * each for a topic of their own, so that no topic's month changes.
 */
export function gatherBurst(held: readonly Held[]): Held[] {
  const topics = held.map(({ record }) => [...record.topics]);
  const traded = new Set<number>();
  const indices = held.flatMap((one, index) => (mayTrade(one) ? [index] : []));
  const takers = indices.filter((index) => isInWeek(at(held, index)) && !at(topics, index).includes(BURST));
  const givers = indices.filter((index) => !isInWeek(at(held, index)) && at(topics, index).includes(BURST));
  const given = new Map<string, number>();
  for (const taker of takers) {
    const month = monthOf(at(held, taker).call.day);
    const giver = givers.find((index) => !traded.has(index) && monthOf(at(held, index).call.day) === month);
    if (giver === undefined) continue;
    // Now one topic, now another, so that none of them makes a gap of its own in the week.
    const price = at(topics, taker)
      .filter((topic) => !at(topics, giver).includes(topic))
      .toSorted((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0))[0];
    if (price === undefined) continue;
    given.set(price, (given.get(price) ?? 0) + 1);
    topics[taker] = at(topics, taker).map((topic) => (topic === price ? BURST : topic));
    topics[giver] = at(topics, giver).map((topic) => (topic === BURST ? price : topic));
    traded.add(taker).add(giver);
  }
  return held.map((one, index) => (traded.has(index) ? retold(one, at(topics, index)) : one));
}

function retold({ record, call }: Held, topics: readonly string[]): Held {
  const random = randomStream(`retold ${record.id}`);
  const note = record.note === null ? null : composeNote(topics, call.number, call.challengeLevel, random);
  return { call, record: { ...record, topics, note } };
}
