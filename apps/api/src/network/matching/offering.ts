import type { Ask } from "@arl/analysis/matching/ask";
import { proposeTeams } from "@arl/analysis/matching/proposeTeams";
import type { Room } from "@arl/analysis/matching/room";
import type { Proposal } from "@arl/analysis/matching/proposal";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { badInput, conflict, notFound } from "../../errors";
import { enqueueMail } from "../../jobs/mail.queries";
import { choiceOf, idsOf, snapshotOf, teamFrom, termsOf } from "./choice";
import { HARD, TEAM_WORDS } from "./constraint.words";
import type { Matching } from "./load";
import { reasonOf, type MakeOffer } from "./offer.input";
import { offerFactsById } from "./offerFacts.loader";
import { offerMade, type Message } from "./offer.mails";
import { addChoice, addOffer, holdRequests, obstacleOf, offerMadeBefore, zonesOf, type NewOffer } from "./offer.queries";
import { listed, moment } from "./words";

const HOUR_MS = 3_600_000;
/** Proposals that staff see, and that take no reason to choose from. */
export const SHOWN = 3;

/** Sends what is to be said, in the caller's transaction. */
export async function sendAll(db: Database, messages: readonly Message[]): Promise<void> {
  for (const { kind, to, payload } of messages) await enqueueMail(db, kind, to, payload);
}

/** Who makes offers, when. */
export interface Maker {
  readonly by: Pick<Account, "name"> & { readonly id: string | null };
  readonly now: Date;
}

/**
 * What stands against an offer of this request, where something does.
 * @returns true where the same was offered before under this id, and there is nothing to do.
 * @throws DomainError CONFLICT that says what is there, and of whom.
 */
export async function isRepeat(db: Database, { id, requestId, coachIds }: Pick<MakeOffer, "id" | "requestId" | "coachIds">, now: Date): Promise<boolean> {
  await holdRequests(db, [requestId]);
  const before = await offerMadeBefore(db, id);
  if (before) {
    if (before.offer.requestId === requestId && [...before.coachIds].sort().join("\n") === [...coachIds].sort().join("\n")) return true;
    throw conflict("This id stands for another offer.");
  }
  const { withdrawn, hasCoaches, open } = await obstacleOf(db, requestId, now);
  if (withdrawn) throw conflict("This request was withdrawn.");
  if (hasCoaches) throw conflict("This request has its coaches already.");
  if (open) {
    const facts = await offerFactsById(db).load(open.id);
    throw conflict(`${open.madeByName} has asked ${listed((facts?.coaches ?? []).map(({ name }) => name))} on ${moment(open.madeAt)}; an answer is due by ${moment(open.dueAt)}.`);
  }
  return false;
}

/** The best teams for an ask, as they are shown. */
export const proposalsFor = (ask: Ask, { candidates, weights }: Pick<Matching, "candidates" | "weights">): readonly Proposal[] =>
  proposeTeams(ask, candidates, { first: SHOWN, weights }).proposals;

/**
 * Asks a team, once nothing stands against it.
 * @param planned the team that was proposed of several matches together; null = none was.
 * @throws DomainError BAD_USER_INPUT for who is not there, or where a reason is missing; CONFLICT for a team that may not be.
 */
export async function offerTo(db: Database, wanted: MakeOffer, matching: Matching, room: Room, { by, now }: Maker, planned: Proposal | null = null): Promise<void> {
  const ask = askFor(wanted.requestId, matching);
  const team = teamFrom(wanted.coachIds, room.now);
  if (!team) throw badInput("input.coachIds", "One of these coaches is not there, or has left.");
  const choice = choiceOf(ask, team, planned ? [planned] : proposalsFor(ask, matching), matching.weights);
  const hard = choice.broken.filter((each) => HARD.has(each));
  if (hard.length > 0) throw conflict(`This team cannot be asked. ${hard.map((each) => TEAM_WORDS[each]).join(" ")}`);
  const overridden = choice.place === -1;
  if (overridden && wanted.reason === null) throw badInput("input.reason", "This team was not proposed: say what decided for it.");
  const at = { at: now, dueAt: new Date(now.getTime() + matching.settings.offerHours * HOUR_MS) };
  await putOffer(db, { id: wanted.id, kind: "team", requestId: ask.id, engagementId: null, coachIds: idsOf(team), message: wanted.message, by: { id: by.id, name: by.name }, ...at }, snapshotOf(choice));
  room.take(team, ask);
  if (choice.over) {
    await addChoice(db, {
      offerId: wanted.id, chosen: termsOf(choice.score), other: termsOf(choice.over.score), overridden,
      reason: wanted.reason && reasonOf(wanted.reason), note: wanted.note, madeByName: by.name, madeAt: now,
    });
  }
}

/** Writes an offer down and tells those whom it asks. */
export async function putOffer(db: Database, offer: NewOffer, proposal: unknown = null): Promise<void> {
  await addOffer(db, offer, proposal);
  const [facts, zones] = [await offerFactsById(db).load(offer.id), await zonesOf(db, offer.coachIds)];
  if (!facts) throw new Error("An offer that was made is there.");
  const telling = { ...offer, madeByName: offer.by.name };
  await sendAll(db, facts.coaches.flatMap((coach) => offerMade(facts, telling, coach, zones.get(coach.id) ?? null)));
}

/** @throws DomainError NOT_FOUND; CONFLICT for a request that has no topic yet. */
export function askFor(requestId: string, { asks }: Pick<Matching, "asks">): Ask {
  const ask = asks.find(({ id }) => id === requestId);
  if (!ask) throw notFound("request", requestId);
  if (ask.topics.length === 0) throw conflict("This request has no topic yet. Tag it with what it is about first, then coaches can be found.");
  return ask;
}
