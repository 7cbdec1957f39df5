import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { enqueueMail } from "../../jobs/mail.queries";
import { offerFactsById, type NamedCoach, type OfferFacts } from "../matching/offerFacts.loader";
import { consentAnswered } from "./consent.mails";
import { answerConsent } from "./team.queries";
import type { ConsentAnswer } from "./team.table";


/**
 * Writes a leader's answer down and tells whom it concerns. The same answer again changes nothing.
 * @throws DomainError NOT_FOUND; CONFLICT where it was answered otherwise, or the engagement is closed.
 */
export async function consented(db: Database, id: string, answer: ConsentAnswer, now: Date): Promise<void> {
  const result = await answerConsent(db, id, answer, now);
  if (result.outcome === "unknown") throw notFound("consent", id);
  if (result.outcome === "over") throw conflict("The coaching that this was about has ended; you need do nothing more.");
  if (result.outcome === "answered") {
    if (result.answer === answer) return;
    throw conflict(`This was answered with ${result.answer} already. Write to us if that has changed.`);
  }
  const facts: OfferFacts | null = await offerFactsById(db).load(result.offerId);
  const coach: NamedCoach | undefined = facts?.coaches[0];
  if (!facts || !coach) throw new Error("An offer that was answered is there.");
  for (const { kind, to, payload } of consentAnswered(facts, coach, result.engagementId, answer)) await enqueueMail(db, kind, to, payload);
}
