import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { DomainError } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { actionsIn, turnIn, type CaseActor, type CaseState } from "./case";
import { casesByRequest, eventsByCase } from "./case.loader";
import { consentMail, onItsWayMail, passedOnMail } from "./case.mails";
import { caseById, destinationsUsed, draftReferral, moveCase, peopleOf, recordOutcome, recordSending } from "./case.queries";
import type { ReferralCaseRow, ReferralEventRow } from "./case.table";
import { CaseActorEnum, DraftReferralInput, draftReferralRules, ReferralCase, ReferralEvent, ReferralInput, referralRules, SettleReferralInput, settleReferralRules } from "./case.type";

@ObjectType("ReferralPayload", { description: "The referral as it is now." })
export class ReferralPayload {
  @Field(() => ReferralCase, { description: "The referral." })
  referral!: ReferralCaseRow;
}

@ObjectType("ReferralDestination", { description: "Where requests were sent on to before." })
export class ReferralDestination {
  @Field(() => String, { description: "To whom." })
  destination!: string;

  @Field(() => String, { nullable: true, description: "The address that was used last; null where none is known." })
  email!: string | null;
}

@Resolver(() => ReferralCase)
export class ReferralCaseResolver {
  @Query(() => [ReferralCase], { description: "A request's referrals with their drafts, the latest first. For staff." })
  referralCases(@Arg("requestId", () => ID, { description: "The request." }) requestId: string, @Ctx() { viewer, use }: Context): Promise<ReferralCaseRow[]> {
    requireStaff(viewer);
    return use(casesByRequest).load(requestId);
  }

  @Query(() => [ReferralDestination], { description: "Where requests were sent on to before, the latest first. For staff." })
  referralDestinations(@Ctx() { viewer, db }: Context): Promise<ReferralDestination[]> {
    requireStaff(viewer);
    return destinationsUsed(db);
  }

  @FieldResolver(() => [ReferralEvent], { description: "Its steps, oldest first." })
  events(@Root() { id }: ReferralCaseRow, @Ctx() { use }: Context): Promise<ReferralEventRow[]> {
    return use(eventsByCase).load(id);
  }

  @FieldResolver(() => CaseActorEnum, { nullable: true, description: "Whose turn it is; null once it has ended." })
  turn(@Root() { state }: ReferralCaseRow): CaseActor | null {
    return turnIn(state);
  }

  @FieldResolver(() => [String], { description: "What staff may do about it now." })
  actions(@Root() { state }: ReferralCaseRow): string[] {
    return actionsIn(state, "staff");
  }

  @Mutation(() => ReferralPayload, { description: "Drafts a referral, or changes a draft. Nobody outside learns of it. For staff." })
  async draftReferral(@Arg("input", () => DraftReferralInput, { description: "The draft." }) input: DraftReferralInput, @Ctx() { viewer, db, now }: Context): Promise<ReferralPayload> {
    const { name } = requireStaff(viewer);
    return { referral: await draftReferral(db, readInput(draftReferralRules, input), name, now) };
  }

  @Mutation(() => ReferralPayload, { description: "Asks the leader whether what is drafted may be passed on, by mail and on their page. A CONFLICT where they have no address. For staff." })
  async askReferralConsent(@Arg("input", () => ReferralInput, { description: "Which." }) input: ReferralInput, @Ctx() context: Context): Promise<ReferralPayload> {
    return this.#move(context, "ask_consent", input, async (referral) => {
      const people = await peopleOf(context.db, referral.requestId);
      if (people.leaderEmail === null) throw new DomainError("CONFLICT", "This leader has no e-mail address, so they cannot be asked.");
      await enqueueMail(context.db, "referral_consent", people.leaderEmail, consentMail({ ...referral, ...people, caseId: referral.id }));
    });
  }

  @Mutation(() => ReferralPayload, { description: "Sends a request on, once its leader has agreed. From then on it counts as referred. For staff." })
  async sendReferral(@Arg("input", () => ReferralInput, { description: "Which." }) input: ReferralInput, @Ctx() context: Context): Promise<ReferralPayload> {
    return this.#move(context, "send", input, async (referral) => {
      const { db, now } = context;
      await recordSending(db, referral, referral.reason, now);
      const letter = { ...referral, ...(await peopleOf(db, referral.requestId)), caseId: referral.id };
      await enqueueMail(db, "referral_sent", referral.destinationEmail, passedOnMail(letter));
      if (letter.leaderEmail !== null) await enqueueMail(db, "referral_on_its_way", letter.leaderEmail, onItsWayMail(letter, "sent"));
    });
  }

  @Mutation(() => ReferralPayload, { description: "Ends a referral before it is sent; a leader who was asked is told. For staff." })
  cancelReferral(@Arg("input", () => ReferralInput, { description: "Which, and why." }) input: ReferralInput, @Ctx() context: Context): Promise<ReferralPayload> {
    return this.#move(context, "cancel", input, async (referral, from) => {
      if (from === "drafted") return;
      const people = await peopleOf(context.db, referral.requestId);
      if (people.leaderEmail !== null) await enqueueMail(context.db, "referral_on_its_way", people.leaderEmail, onItsWayMail({ ...referral, ...people }, "dropped"));
    });
  }

  @Mutation(() => ReferralPayload, { description: "Says what came of a referral, where staff were told. For staff." })
  async settleReferral(@Arg("input", () => SettleReferralInput, { description: "Which, and what came of it." }) input: SettleReferralInput, @Ctx() context: Context): Promise<ReferralPayload> {
    requireStaff(context.viewer);
    const { outcome } = readInput(settleReferralRules, input);
    return this.#move(context, "settle", input, ({ id }) => recordOutcome(context.db, id, outcome, context.now));
  }

  async #move(context: Context, action: "ask_consent" | "send" | "cancel" | "settle", input: ReferralInput, then: (referral: ReferralCaseRow, from: CaseState) => Promise<void>): Promise<ReferralPayload> {
    const { viewer, db, now } = context;
    const { name } = requireStaff(viewer);
    const { id, word } = readInput(referralRules, { id: input.id, word: input.word });
    const { from, isNew } = await moveCase(db, { id, action, actor: "staff", byName: name, word, at: now });
    const referral = await caseById(db, id);
    if (isNew) await then(referral, from);
    return { referral };
  }
}
