import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requireLink } from "../../access/links/link";
import type { Context } from "../../context";
import { DomainError, notFound } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { answeredMail, type ReferralAnswer } from "./answered.mails";
import { onItsWayMail } from "./case.mails";
import { moveCase, peopleOf, receivedCase, recordOutcome, type Move, type MovedCase, type ReferralPeople } from "./case.queries";
import {
  AnswerConsentInput,
  answerConsentRules,
  AnswerReferralInput,
  answerReferralRules,
  LeadersReferral,
  ReceivedReferral,
  SettleReferralInput,
  settleReferralRules,
} from "./case.type";
import { leadersReferralsByRequest } from "./leadersReferral.loader";

const gone = () => new DomainError("NOT_FOUND", "This referral was taken back.");

/** What leaders, and those to whom a request is sent on, do by their links. */
@Resolver()
export class ReferralAnswerResolver {
  @Query(() => [LeadersReferral], { description: "What the leader's request was, or may be, sent on by; what is under way first, then the latest. For the holder of a request's link." })
  leadersReferrals(@Ctx() { link, use }: Context): Promise<LeadersReferral[]> {
    return use(leadersReferralsByRequest).load(requireLink(link, "request"));
  }

  @Mutation(() => LeadersReferral, { description: "Agrees that a request is passed on, or does not. For the holder of a request's link." })
  async answerReferralConsent(@Arg("input", () => AnswerConsentInput, { description: "Which, and the answer." }) input: AnswerConsentInput, @Ctx() context: Context): Promise<LeadersReferral> {
    requireLink(context.link, "request");
    const { id, agree, word } = readInput(answerConsentRules, input);
    const answer = { action: agree ? "agree" : "refuse" } as const;
    const { moved, isNew } = await moveCase(context.db, asLeader(context, { id, ...answer, word }));
    if (isNew) await tellOwner(context.db, moved, await peopleOf(context.db, moved.requestId), answer, word);
    return this.#own(context, id);
  }

  @Mutation(() => LeadersReferral, { description: "Says what came of a referral. For the holder of a request's link." })
  async confirmReferralOutcome(@Arg("input", () => SettleReferralInput, { description: "Which, and what came of it." }) input: SettleReferralInput, @Ctx() context: Context): Promise<LeadersReferral> {
    requireLink(context.link, "request");
    const { id, outcome, word } = readInput(settleReferralRules, input);
    const { moved, isNew } = await moveCase(context.db, asLeader(context, { id, action: "settle", word }));
    if (isNew) {
      await recordOutcome(context.db, id, outcome, context.now);
      await tellOwner(context.db, moved, await peopleOf(context.db, moved.requestId), { action: "settle", outcome }, word);
    }
    return this.#own(context, id);
  }

  @Query(() => ReceivedReferral, { description: "What was passed on. Reading it answers nothing. For the holder of a referral's link." })
  async receivedReferral(@Ctx() { link, db }: Context): Promise<ReceivedReferral> {
    const received = await receivedCase(db, requireLink(link, "referral"));
    if (!received) throw gone();
    return withContact(received, await peopleOf(db, received.requestId));
  }

  @Mutation(() => ReceivedReferral, { description: "Takes a referral on, or turns it down; its leader and whoever looks after the request are told. For the holder of a referral's link." })
  async answerReferral(@Arg("input", () => AnswerReferralInput, { description: "The answer." }) input: AnswerReferralInput, @Ctx() { link, db, now }: Context): Promise<ReceivedReferral> {
    const id = requireLink(link, "referral");
    const { accept, word } = readInput(answerReferralRules, input);
    const received = await receivedCase(db, id);
    if (!received) throw gone();
    const action = accept ? "acknowledge" : "turn_down";
    const { moved, isNew } = await moveCase(db, { id, action, actor: "destination", byName: received.destination, word, at: now });
    const people = await peopleOf(db, moved.requestId);
    if (isNew) {
      if (people.leaderEmail !== null) await enqueueMail(db, "referral_on_its_way", people.leaderEmail, onItsWayMail({ ...moved, ...people }, accept ? "acknowledged" : "turned_down"));
      await tellOwner(db, moved, people, { action }, word);
    }
    return withContact(moved, people);
  }

  async #own({ link, use }: Context, id: string): Promise<LeadersReferral> {
    const own = (await use(leadersReferralsByRequest).load(requireLink(link, "request"))).find((each) => each.id === id);
    if (!own) throw notFound("referral", id);
    return own;
  }
}

/** Nobody is told by mail what they did themselves. */
async function tellOwner(db: Context["db"], { requestId, destination }: MovedCase, { owner, ownerActs, ...people }: ReferralPeople, answer: ReferralAnswer, word: string | null): Promise<void> {
  if (owner === null || ownerActs) return;
  await enqueueMail(db, "referral_answered", owner.email, answeredMail({ ...people, requestId, destination, owner }, answer, word));
}

const withContact = (received: MovedCase, { owner }: ReferralPeople): ReceivedReferral => ({ ...received, contactName: owner?.name ?? null, contactEmail: owner?.email ?? null });

const asLeader = ({ now }: Context, step: Pick<Move, "id" | "action" | "word">): Move => ({ ...step, actor: "leader", byName: "the leader", at: now });
