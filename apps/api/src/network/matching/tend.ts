import { randomUUID } from "node:crypto";
import { roomOf } from "@arl/analysis/matching/room";
import { networkClock } from "../../clock";
import type { Connection, Database } from "../../db/client";
import { openOperation } from "../../db/operation";
import { getSettings } from "../../db/settings.queries";
import { DomainError } from "../../errors";
import { idsOf } from "./choice";
import { loadMatching } from "./load";
import { offerFactsById } from "./offerFacts.loader";
import { offerExpired, offerOver, offerReminder } from "./offer.mails";
import { askedBefore, markOffer, offersToRemindOf, overdueOffers, requestsToOfferAgain, strandedOffers, zonesOf } from "./offer.queries";
import { isRepeat, offerTo, proposalsFor, sendAll } from "./offering";
import { readSettings } from "./settings.queries";

/** After so many offers of one request, people look at it. */
const MOST_OFFERS = 3;

/**
 * Takes back what nobody asks for any more, reminds whoever has not answered, ends offers whose time has run out, and, where the network wants that,
 * asks the next team.
 * Doing it twice does nothing twice.
 * @param connection the server's own. @param now by the network's clock; left out = its own.
 * @returns how many offers it did something about.
 */
export async function tendOffers(connection: Connection, now?: Date): Promise<number> {
  const operation = await openOperation(connection.db, { role: "network_staff", accountId: null, requestId: "offers", coachId: null, providerId: null, readOnly: false });
  try {
    const at = now ?? networkClock((await getSettings(operation.db)).demoLoadedAt)();
    const done = (await takeBack(operation.db, at)) + (await remind(operation.db, at)) + (await expire(operation.db, at)) + (await offerAgain(operation.db, at));
    await operation.end("commit");
    return done;
  } catch (error) {
    await operation.end("rollback");
    throw error;
  }
}

async function remind(db: Database, now: Date): Promise<number> {
  const due = (await offersToRemindOf(db, now)).filter(({ dueAt }) => dueAt.getTime() > now.getTime());
  for (const offer of due) {
    const facts = await offerFactsById(db).load(offer.id);
    const silent = facts?.coaches.filter(({ answer }) => answer === null) ?? [];
    const zones = await zonesOf(db, silent.map(({ id }) => id));
    if (facts) await sendAll(db, silent.flatMap((coach) => offerReminder(facts, offer, coach, zones.get(coach.id) ?? null)));
    await markOffer(db, offer.id, { remindedAt: now });
  }
  return due.length;
}

async function expire(db: Database, now: Date): Promise<number> {
  const over = await overdueOffers(db, now);
  for (const offer of over) {
    const facts = await offerFactsById(db).load(offer.id);
    await markOffer(db, offer.id, { state: "expired", endedAt: now });
    if (facts) await sendAll(db, [...facts.coaches.flatMap((coach) => offerOver(facts, coach, "expired")), ...offerExpired(facts)]);
  }
  return over.length;
}

/** A leader who ends a request has no right to what coaches were asked about it. */
async function takeBack(db: Database, now: Date): Promise<number> {
  const stranded = await strandedOffers(db, now);
  for (const offer of stranded) {
    const facts = await offerFactsById(db).load(offer.id);
    await markOffer(db, offer.id, { state: "withdrawn", endedAt: now });
    if (facts) await sendAll(db, facts.coaches.flatMap((coach) => offerOver(facts, coach, "ended")));
  }
  return stranded.length;
}

/** Offers the next proposal of those whom nobody has asked yet: silence is an answer as well. */
async function offerAgain(db: Database, now: Date): Promise<number> {
  if (!(await readSettings(db)).reoffers) return 0;
  const waiting = (await requestsToOfferAgain(db, now)).filter(({ offers }) => offers < MOST_OFFERS);
  let made = 0;
  for (const { requestId } of waiting) {
    const [loaded, asked] = [await loadMatching(db, now, [requestId]), await askedBefore(db, requestId)];
    const matching = { ...loaded, candidates: loaded.candidates.filter(({ id }) => !asked.has(id)) };
    const [ask] = matching.asks;
    const [best] = ask && ask.topics.length > 0 ? proposalsFor(ask, matching) : [];
    if (!best) continue;
    const wanted = { id: randomUUID(), requestId, coachIds: [...idsOf(best.team)], reason: null, note: null, message: null };
    try {
      if (await isRepeat(db, wanted, now)) continue;
    } catch (error) {
      // Somebody was faster.
      if (error instanceof DomainError) continue;
      throw error;
    }
    await offerTo(db, wanted, matching, roomOf(matching.candidates), { by: { id: null, name: "The network" }, now });
    made += 1;
  }
  return made;
}
