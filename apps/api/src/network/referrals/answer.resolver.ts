import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requireLink } from "../../access/links/link";
import type { Context } from "../../context";
import { DomainError, notFound } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { turnIn } from "./case";
import { onItsWayMail } from "./case.mails";
import { casesForLeader, moveCase, peopleOf, receivedCase, recordOutcome, type Move, type MovedCase, type ReferralPeople } from "./case.queries";
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

const gone = () => new DomainError("NOT_FOUND", "This referral was taken back.");

/** What leaders, and those to whom a request is sent on, do by their links. */
@Resolver()
export class ReferralAnswerResolver {
  @Query(() => [LeadersReferral], { description: "What the leader's request was, or may be, sent on by. For the holder of a request's link." })
  async leadersReferrals(@Ctx() { link, db }: Context): Promise<LeadersReferral[]> {
    const cases = await casesForLeader(db, requireLink(link, "request"));
    return cases.map((each) => ({ ...each, turn: turnIn(each.state) }));
  }

  @Mutation(() => LeadersReferral, { description: "Agrees that a request is passed on, or does not. For the holder of a request's link." })
  async answerReferralConsent(@Arg("input", () => AnswerConsentInput, { description: "Which, and the answer." }) input: AnswerConsentInput, @Ctx() context: Context): Promise<LeadersReferral> {
    requireLink(context.link, "request");
    const { id, agree, word } = readInput(answerConsentRules, input);
    await moveCase(context.db, asLeader(context, { id, action: agree ? "agree" : "refuse", word }));
    return this.#own(context, id);
  }

  @Mutation(() => LeadersReferral, { description: "Says what came of a referral. For the holder of a request's link." })
  async confirmReferralOutcome(@Arg("input", () => SettleReferralInput, { description: "Which, and what came of it." }) input: SettleReferralInput, @Ctx() context: Context): Promise<LeadersReferral> {
    requireLink(context.link, "request");
    const { id, outcome, word } = readInput(settleReferralRules, input);
    const { isNew } = await moveCase(context.db, asLeader(context, { id, action: "settle", word }));
    if (isNew) await recordOutcome(context.db, id, outcome, context.now);
    return this.#own(context, id);
  }

  @Query(() => ReceivedReferral, { description: "What was passed on. Reading it answers nothing. For the holder of a referral's link." })
  async receivedReferral(@Ctx() { link, db }: Context): Promise<ReceivedReferral> {
    const received = await receivedCase(db, requireLink(link, "referral"));
    if (!received) throw gone();
    return withContact(received, await peopleOf(db, received.requestId));
  }

  @Mutation(() => ReceivedReferral, { description: "Takes a referral on, or turns it down; its leader is told. For the holder of a referral's link." })
  async answerReferral(@Arg("input", () => AnswerReferralInput, { description: "The answer." }) input: AnswerReferralInput, @Ctx() { link, db, now }: Context): Promise<ReceivedReferral> {
    const id = requireLink(link, "referral");
    const { accept, word } = readInput(answerReferralRules, input);
    const received = await receivedCase(db, id);
    if (!received) throw gone();
    const { moved, isNew } = await moveCase(db, { id, action: accept ? "acknowledge" : "turn_down", actor: "destination", byName: received.destination, word, at: now });
    const people = await peopleOf(db, moved.requestId);
    if (isNew && people.leaderEmail !== null) {
      await enqueueMail(db, "referral_on_its_way", people.leaderEmail, onItsWayMail({ ...moved, ...people, caseId: id }, accept ? "acknowledged" : "turned_down"));
    }
    return withContact(moved, people);
  }

  async #own({ link, db }: Context, id: string): Promise<LeadersReferral> {
    const own = (await casesForLeader(db, requireLink(link, "request"))).find((each) => each.id === id);
    if (!own) throw notFound("referral", id);
    return { ...own, turn: turnIn(own.state) };
  }
}

const withContact = (received: MovedCase, { owner }: ReferralPeople): ReceivedReferral => ({ ...received, contactName: owner?.name ?? null, contactEmail: owner?.email ?? null });

const asLeader = ({ now }: Context, step: Pick<Move, "id" | "action" | "word">): Move => ({ ...step, actor: "leader", byName: "the leader", at: now });
