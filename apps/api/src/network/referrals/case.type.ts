import { Field, ID, InputType, ObjectType } from "type-graphql";
import { z } from "zod";
import { REFERRAL_OUTCOMES, type ReferralOutcome } from "@arl/schema/enums";
import { enumOf, ReferralOutcomeEnum } from "../../enums";
import { emailAddress, lineOf, someId } from "../../input";
import { DateTimeScalar } from "../../scalars";
import { CASE_ACTIONS, CASE_STATES, type CaseActor, type CaseState } from "./case";

const CaseStateEnum = enumOf(
  CASE_STATES,
  "ReferralState",
  "DRAFTED, CONSENT_ASKED, CONSENTED, SENT and ACKNOWLEDGED wait for somebody; REFUSED by the leader, TURNED_DOWN by whom it was sent to, CLOSED with an outcome and CANCELLED are ends.",
);
export const CaseActorEnum = enumOf(["staff", "leader", "destination"] as const, "ReferralActor", "Whose turn it is: STAFF, the LEADER, or the DESTINATION.");

@ObjectType("ReferralEvent", { description: "A step of a referral. Steps are never changed." })
export class ReferralEvent {
  @Field(() => String, { description: `What was done: ${CASE_ACTIONS.join(", ")}, draft or change.` })
  action!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "By whom." })
  byName!: string;

  @Field(() => String, { nullable: true, description: "What they said about it; null = nothing." })
  word!: string | null;
}

@ObjectType("ReferralCase", { description: "A referral from draft to outcome." })
export class ReferralCase {
  @Field(() => ID, { description: "Its id, and from when it is sent also the referral's." })
  id!: string;

  @Field(() => String, { description: "To whom." })
  destination!: string;

  @Field(() => String, { description: "The address that it goes to." })
  destinationEmail!: string;

  @Field(() => String, { nullable: true, description: "Why coaching does not go deep enough; null where not said. Not passed on." })
  reason!: string | null;

  @Field(() => String, { description: "All that is passed on, word for word as the leader agrees to it." })
  summary!: string;

  @Field(() => CaseStateEnum, { description: "Where it stands." })
  state!: CaseState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When whoever's turn it is should have acted; null once it has ended." })
  dueAt!: Date | null;
}

/** What a leader sees of a referral of theirs. */
@ObjectType("LeadersReferral", { description: "A referral, as the leader whose request it is sees it." })
export class LeadersReferral {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "To whom." })
  destination!: string;

  @Field(() => String, { description: "All that is passed on, word for word; empty where it was not kept." })
  summary!: string;

  @Field(() => CaseStateEnum, { description: "Where it stands." })
  state!: CaseState;

  @Field(() => CaseActorEnum, { nullable: true, description: "Whose turn it is; null once it has ended." })
  turn!: CaseActor | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "By when whoever's turn it is should have acted; null once it has ended." })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was passed on; null = not so far, or not at all." })
  sentAt!: Date | null;

  @Field(() => ReferralOutcomeEnum, { nullable: true, description: "What came of it; null = not known." })
  outcome!: ReferralOutcome | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When that was known; null where not recorded." })
  outcomeAt!: Date | null;
}

@ObjectType("ReceivedReferral", { description: "A referral, as those to whom it was sent see it: what the leader agreed to pass on, and nothing else." })
export class ReceivedReferral {
  @Field(() => String, { description: "To whom it was sent." })
  destination!: string;

  @Field(() => String, { description: "What was passed on." })
  summary!: string;

  @Field(() => CaseStateEnum, { description: "Where it stands." })
  state!: CaseState;

  @Field(() => String, { nullable: true, description: "Who of the network's staff looks after the request; null = nobody." })
  contactName!: string | null;

  @Field(() => String, { nullable: true, description: "Their address; null = nobody's." })
  contactEmail!: string | null;
}

@InputType("DraftReferralInput", { description: "A referral to draft, or a draft as it is to be." })
export class DraftReferralInput {
  @Field(() => ID, { description: "A UUID that the caller makes; one that is known changes that draft." })
  id!: string;

  @Field(() => ID, { description: "The request." })
  requestId!: string;

  @Field(() => String, { description: "To whom, in up to 200 characters." })
  destination!: string;

  @Field(() => String, { description: "The address that it goes to." })
  destinationEmail!: string;

  @Field(() => String, { nullable: true, description: "Why, in up to 2,000 characters; not passed on." })
  reason?: string | null;

  @Field(() => String, { description: "All that is passed on, in up to 5,000 characters." })
  summary!: string;
}

const LONGEST_SUMMARY = 5_000;
const LONGEST_WORD = 2_000;
const word = z.string().trim().max(LONGEST_WORD, `This has at most ${LONGEST_WORD} characters.`).nullish().transform((given) => given || null);

export const draftReferralRules = z.object({
  id: z.uuid("Give a UUID."),
  requestId: someId,
  destination: lineOf(200),
  destinationEmail: emailAddress,
  reason: word,
  summary: z.string().trim().min(1, "Say what is passed on.").max(LONGEST_SUMMARY, `This has at most ${LONGEST_SUMMARY} characters.`),
});

@InputType("ReferralInput", { description: "Which referral." })
export class ReferralInput {
  @Field(() => ID, { description: "The referral's id." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What there is to say about it, in up to 2,000 characters." })
  word?: string | null;
}
export const referralRules = z.object({ id: z.uuid("Give the id of a referral."), word });

@InputType("SettleReferralInput", { description: "What came of a referral." })
export class SettleReferralInput extends ReferralInput {
  @Field(() => ReferralOutcomeEnum, { description: "What came of it." })
  outcome!: ReferralOutcome;
}
export const settleReferralRules = referralRules.extend({ outcome: z.enum(REFERRAL_OUTCOMES) });

@InputType("AnswerConsentInput", { description: "Whether a leader agrees that what they read is passed on." })
export class AnswerConsentInput extends ReferralInput {
  @Field(() => Boolean, { description: "True = it may be passed on." })
  agree!: boolean;
}
export const answerConsentRules = referralRules.extend({ agree: z.boolean() });

@InputType("AnswerReferralInput", { description: "Whether those to whom a referral was sent take it on." })
export class AnswerReferralInput {
  @Field(() => Boolean, { description: "True = they take it on." })
  accept!: boolean;

  @Field(() => String, { nullable: true, description: "A word to the network's staff, in up to 2,000 characters." })
  word?: string | null;
}
export const answerReferralRules = z.object({ accept: z.boolean(), word });
