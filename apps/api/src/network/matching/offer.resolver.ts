import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { assign } from "@arl/analysis/matching/assign";
import { reasonsOf } from "@arl/analysis/matching/reasons";
import { roomOf } from "@arl/analysis/matching/room";
import { requireLink, type HeldLink } from "../../access/links/link";
import { requireRowRights, requireStaff } from "../../access/rights";
import type { Viewer } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, conflict, forbidden, notFound } from "../../errors";
import { isUuid, readInput } from "../../input";
import { coachesByEngagement, engagementById } from "../engagements/engagement.loader";
import type { EngagementRow } from "../engagements/engagement.table";
import { Engagement } from "../engagements/engagement.type";
import { coachById } from "../providers/provider.loader";
import type { CoachRow } from "../providers/provider.table";
import { Coach } from "../providers/provider.type";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { takeAnswer } from "./answering";
import { cardOf } from "./card";
import { OUT_WORDS } from "./constraint.words";
import { loadMatching } from "./load";
import {
  AnswerByLinkInput, answerByLinkRules, AnswerOfferInput, answerOfferRules, AskSpecialistInput, askSpecialistRules, MakeOfferInput, makeOfferRules, PublishMatchesInput, publishMatchesRules, WithdrawOfferInput, withdrawOfferRules,
} from "./offer.input";
import { coachesByOffer, offerById, offersByRequest, specialistOffersByEngagement } from "./offer.loader";
import { offerFactsById } from "./offerFacts.loader";
import { offerOver } from "./offer.mails";
import { barsOf, holdRequests, offerMadeBefore, openOffers, withdrawOffer } from "./offer.queries";
import type { OfferCoachRow, OfferRow } from "./offer.table";
import { Offer, OfferCard, OfferCoach } from "./offer.type";
import { isRepeat, offerTo, putOffer, sendAll } from "./offering";
import { readSettings } from "./settings.queries";
import { sameTeam, teamFrom } from "./choice";

const HOUR_MS = 3_600_000;

@ObjectType("OfferPayload", { description: "An offer as it is now." })
export class OfferPayload {
  @Field(() => Offer, { description: "The offer." })
  offer!: OfferRow;
}

@ObjectType("PublishMatchesPayload", { description: "Offers that were made together." })
export class PublishMatchesPayload {
  @Field(() => [Offer], { description: "The offers, in the order given." })
  offers!: OfferRow[];
}

/** The offer and the coach that a link stands for. */
function heldOffer(link: HeldLink | null): { readonly offerId: string; readonly coachId: string } {
  const [offerId = "", ...rest] = requireLink(link, "offer").split(" ");
  return { offerId, coachId: rest.join(" ") };
}

const isStaff = (viewer: Viewer): boolean => viewer?.roles.includes("staff") ?? false;

@Resolver(() => Offer)
export class OfferResolver {
  @Query(() => [Offer], { description: "Offers that wait for an answer, the most urgent first: all for staff, an organisation's for its lead, and a coach's own and of the teams they are on." })
  openOffers(@Ctx() { viewer, db }: Context): Promise<OfferRow[]> {
    requireRowRights(viewer);
    return openOffers(db);
  }

  @Query(() => Offer, { description: "The offer that the link is to. Reading it answers nothing. For the holder of an offer's link." })
  offerToAnswer(@Ctx() { link, use }: Context): Promise<OfferRow> {
    return use(offerById).load(heldOffer(link).offerId);
  }

  @Mutation(() => OfferPayload, { description: "Asks coaches to take a request on. A CONFLICT where somebody has asked already, it was withdrawn or has coaches, or the team may not be. For staff." })
  async makeOffer(@Arg("input", () => MakeOfferInput, { description: "Whom, for what." }) input: MakeOfferInput, @Ctx() { viewer, db, now, use }: Context): Promise<OfferPayload> {
    const account = requireStaff(viewer);
    const wanted = readInput(makeOfferRules, input);
    await use(requestById).load(wanted.requestId);
    if (!(await isRepeat(db, wanted, now))) {
      const matching = await loadMatching(db, now, [wanted.requestId]);
      await offerTo(db, wanted, matching, roomOf(matching.candidates), { by: account, now });
    }
    return { offer: await use(offerById).load(wanted.id) };
  }

  @Mutation(() => PublishMatchesPayload, { description: "Asks the coaches of several requests, all or none. A match that the plan for the others does not give takes a reason. For staff." })
  async publishMatches(@Arg("input", () => PublishMatchesInput, { description: "The offers." }) input: PublishMatchesInput, @Ctx() { viewer, db, now, use }: Context): Promise<PublishMatchesPayload> {
    const account = requireStaff(viewer);
    const { offers } = readInput(publishMatchesRules, input);
    if (new Set(offers.map(({ requestId }) => requestId)).size < offers.length) throw badInput("input.offers", "A request is in it once.");
    await holdRequests(db, offers.map(({ requestId }) => requestId));
    const fresh = [];
    for (const wanted of offers) {
      await use(requestById).load(wanted.requestId);
      if (!(await isRepeat(db, wanted, now))) fresh.push(wanted);
    }
    const matching = await loadMatching(db, now, fresh.map(({ requestId }) => requestId));
    const asks = matching.asks.filter(({ topics }) => topics.length > 0);
    const { matches } = assign(asks, matching.candidates, [], matching.weights);
    const room = roomOf(matching.candidates);
    for (const wanted of fresh) {
      const team = teamFrom(wanted.coachIds, room.now);
      const planned = matches.find(({ askId, team: each }) => askId === wanted.requestId && team !== null && sameTeam(each, team));
      await offerTo(db, wanted, matching, room, { by: account, now }, planned ? { ...planned, reasons: reasonsOf(planned.score) } : null);
    }
    return { offers: await Promise.all(offers.map(({ id }) => use(offerById).load(id))) };
  }

  @Mutation(() => OfferPayload, { description: "Takes an open offer back. For staff." })
  async withdrawOffer(@Arg("input", () => WithdrawOfferInput, { description: "Which." }) input: WithdrawOfferInput, @Ctx() { viewer, db, now, use }: Context): Promise<OfferPayload> {
    requireStaff(viewer);
    const { offerId } = readInput(withdrawOfferRules, input);
    if (!isUuid(offerId)) throw notFound("offer", offerId);
    const [before] = [await use(offerById).load(offerId)];
    await withdrawOffer(db, offerId, now);
    const facts = await offerFactsById(db).load(offerId);
    if (facts && before.state === "open") await sendAll(db, facts.coaches.flatMap((coach) => offerOver(facts, coach, "withdrawn")));
    return { offer: await use(offerById).clear(offerId).load(offerId) };
  }

  @Mutation(() => OfferPayload, { description: "Answers an offer: a coach their own, staff for a coach who told them. When all of a team have said yes, the engagement begins; one no ends the offer. The same answer again changes nothing." })
  async answerOffer(@Arg("input", () => AnswerOfferInput, { description: "The answer." }) input: AnswerOfferInput, @Ctx() { viewer, db, now, use }: Context): Promise<OfferPayload> {
    const account = requireRowRights(viewer);
    const { offerId, coachId, ...answer } = readInput(answerOfferRules, input);
    const whose = coachId ?? account.coachId;
    if (!isUuid(offerId) || whose === null) throw whose === null ? badInput("input.coachId", "Say whose answer it is.") : notFound("offer", offerId);
    if (whose !== account.coachId && !isStaff(viewer)) throw forbidden("Coaches answer for themselves.");
    await takeAnswer(db, offerId, whose, answer, now);
    return { offer: await use(offerById).load(offerId) };
  }

  @Mutation(() => OfferPayload, { description: "Answers the offer that the link is to, as `answerOffer` does. For the holder of an offer's link." })
  async answerOfferByLink(@Arg("input", () => AnswerByLinkInput, { description: "The answer." }) input: AnswerByLinkInput, @Ctx() { link, db, now, use }: Context): Promise<OfferPayload> {
    const { offerId, coachId } = heldOffer(link);
    await takeAnswer(db, offerId, coachId, readInput(answerByLinkRules, input), now);
    return { offer: await use(offerById).load(offerId) };
  }

  @Mutation(() => OfferPayload, { description: "Asks a coach to help with an engagement; they join when they and the leader have said yes. For staff, and the engagement's coaches." })
  async askSpecialist(@Arg("input", () => AskSpecialistInput, { description: "Whom, for what." }) input: AskSpecialistInput, @Ctx() { viewer, db, now, use }: Context): Promise<OfferPayload> {
    const account = requireRowRights(viewer);
    const { id, engagementId, coachId, message } = readInput(askSpecialistRules, input);
    const engagement = await use(engagementById).load(engagementId);
    const team = await use(coachesByEngagement).load(engagementId);
    if (!isStaff(viewer) && !team.some((each) => each.id === account.coachId)) throw forbidden("The engagement's own coaches ask somebody in.");
    const before = await offerMadeBefore(db, id);
    if (before) {
      if (before.offer.engagementId !== engagementId || before.coachIds[0] !== coachId) throw conflict("This id stands for another offer.");
      return { offer: before.offer };
    }
    if (engagement.closedAt !== null) throw conflict("This engagement is closed.");
    const specialist = await use(coachById).load(coachId);
    if (team.some((each) => each.id === coachId)) throw conflict(`${specialist.name} is on the team already.`);
    const waiting = (await use(specialistOffersByEngagement).load(engagementId)).find(({ state }) => state === "open");
    if (waiting) throw conflict(`${waiting.madeByName} has asked somebody in already, who has not answered yet.`);
    const [bar] = await barsOf(db, engagement.requestId, [coachId], now);
    if (bar) throw conflict(`${specialist.name} ${OUT_WORDS[bar.why as keyof typeof OUT_WORDS]}.`);
    const { offerHours } = await readSettings(db);
    await putOffer(db, { id, kind: "specialist", requestId: engagement.requestId, engagementId, coachIds: [coachId], message, by: account, at: now, dueAt: new Date(now.getTime() + offerHours * HOUR_MS) });
    // Who closes it at the same time has to wait from here on, and takes the offer back; who was first is seen now.
    if ((await use(engagementById).clear(engagementId).load(engagementId)).closedAt !== null) throw conflict("This engagement is closed.");
    return { offer: await use(offerById).load(id) };
  }

  @FieldResolver(() => [OfferCoach], { description: "Whom it asks, who is to lead first." })
  coaches(@Root() { id }: OfferRow, @Ctx() { viewer, use }: Context): Promise<OfferCoachRow[]> {
    requireRowRights(viewer);
    return use(coachesByOffer).load(id);
  }

  @FieldResolver(() => Request, { nullable: true, description: "The request; null for whoever is not on its team." })
  async request(@Root() { requestId }: OfferRow, @Ctx() { viewer, use }: Context): Promise<RequestRow | null> {
    return isStaff(viewer) ? use(requestById).load(requestId) : null;
  }

  @FieldResolver(() => OfferCard, { nullable: true, description: "What it is about, as whoever it asks reads it; null for who coaches nobody." })
  async card(@Root() offer: OfferRow, @Ctx() { viewer, link, db }: Context): Promise<OfferCard | null> {
    const facts = await offerFactsById(db).load(offer.id);
    return facts && cardOf(facts, link?.kind === "offer" ? heldOffer(link).coachId : (viewer?.coachId ?? null));
  }
}

@Resolver(() => OfferCoach)
export class OfferCoachResolver {
  @FieldResolver(() => Coach, { description: "The coach." })
  coach(@Root() { coachId }: OfferCoachRow, @Ctx() { use }: Context): Promise<CoachRow> {
    return use(coachById).load(coachId);
  }
}

@Resolver(() => Request)
export class RequestOffersResolver {
  @FieldResolver(() => [Offer], { description: "To whom it was offered, the latest first; those of the viewer's alone, who is not staff." })
  offers(@Root() { id }: RequestRow, @Ctx() { use }: Context): Promise<OfferRow[]> {
    return use(offersByRequest).load(id);
  }
}

@Resolver(() => Engagement)
export class EngagementOffersResolver {
  @FieldResolver(() => [Offer], { description: "Specialists who were asked in, the latest first." })
  specialistOffers(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<OfferRow[]> {
    return use(specialistOffersByEngagement).load(id);
  }
}
