import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import type { Answer } from "./offer.input";
import { offerFactsById, type NamedCoach, type OfferFacts } from "./offerFacts.loader";
import { engagementBegun, offerAccepted, offerDeclined, offerOver, requestMatched, specialistJoins, specialistWilling, type Message } from "./offer.mails";
import { answerOffer, type Answered } from "./offer.queries";
import { sendAll } from "./offering";
import { moment } from "./words";

/**
 * Writes a coach's answer down and tells whom it concerns. The same answer again changes nothing.
 * @throws DomainError NOT_FOUND for an offer that is not theirs; CONFLICT where it is over, or was answered otherwise.
 */
export async function takeAnswer(db: Database, offerId: string, coachId: string, answer: Answer, now: Date): Promise<void> {
  const answered = await answerOffer(db, offerId, coachId, answer, now);
  if (answered.outcome === "unknown") throw notFound("offer", offerId);
  if (answered.outcome === "over") throw conflict(overWords(answered.state));
  if (answered.outcome === "answered") {
    if (answered.answer === answer.answer) return;
    throw conflict(`This was answered with ${answered.answer === "accepted" ? "yes" : "no"} on ${moment(new Date(answered.at))}. Write to the network if that has changed.`);
  }
  const facts = await offerFactsById(db).load(offerId);
  const coach = facts?.coaches.find(({ id }) => id === coachId);
  if (!facts || !coach) throw new Error("An offer that was answered is there.");
  await sendAll(db, lettersOf(answered, facts, coach, answer));
}

function lettersOf(answered: Answered, facts: OfferFacts, coach: NamedCoach, { why, note }: Answer): readonly Message[] {
  if (answered.outcome === "matched") return [...requestMatched(facts), ...engagementBegun(facts, answered.engagementId), ...offerAccepted(facts)];
  if (answered.outcome === "consent_asked") return [...specialistJoins(facts, coach), ...specialistWilling(facts, coach)];
  if (answered.outcome !== "declined") return [];
  const others = facts.coaches.filter(({ id }) => id !== coach.id);
  return [...offerDeclined(facts, coach, why ?? "other", note), ...others.flatMap((other) => offerOver(facts, other, "declined"))];
}

const OVER: Readonly<Record<string, string>> = {
  withdrawn: "This was taken back in the meantime; you need do nothing more.",
  expired: "The time for an answer has run out, and somebody else is being asked.",
  declined: "Somebody else of the team could not, and a new team is being asked.",
};
const overWords = (state: string): string => OVER[state] ?? "This is settled already; you need do nothing more.";
