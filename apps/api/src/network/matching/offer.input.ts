import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { TERMS, type Term } from "@arl/analysis/matching/weights";
import { enumOf } from "../../enums";
import { optionalLineOf, someId } from "../../input";
import { DECLINE_REASONS, OFFER_ANSWERS, type DeclineReason, type OfferAnswer } from "./offer.table";
import { DeclineReasonEnum, OfferAnswerEnum } from "./offer.type";

const NOT_RECORDED = "NOT_RECORDED";
export type ChoiceReason = Term | typeof NOT_RECORDED;

/** GraphQL names of what decided between two teams. */
const CHOICE_REASONS = ["topics", "context", "availability", "continuity", "load", "fair_shares", "few_coaches", "not_recorded"] as const;
export type ChoiceWord = (typeof CHOICE_REASONS)[number];
export const ChoiceReasonEnum = enumOf(CHOICE_REASONS, "ChoiceReason", "What decided for a team: a term of the score, or NOT_RECORDED, something that no term knows of.");

const TERM_OF: Readonly<Record<ChoiceWord, ChoiceReason>> = {
  topics: "topics",
  context: "context",
  availability: "availability",
  continuity: "continuity",
  load: "load",
  fair_shares: "fairShares",
  few_coaches: "fewCoaches",
  not_recorded: NOT_RECORDED,
};
export const reasonOf = (word: ChoiceWord): ChoiceReason => TERM_OF[word];
/** The words of the terms, in their order. */
export const wordOf = (term: Term): ChoiceWord => CHOICE_REASONS[TERMS.indexOf(term)] ?? "not_recorded";

const LONGEST_NOTE = 500;
const LONGEST_MESSAGE = 1_000;

@InputType("MakeOfferInput", { description: "Coaches who are asked to take a request on." })
export class MakeOfferInput {
  @Field(() => ID, { description: "A UUID that the caller makes: the same sent twice is one offer." })
  id!: string;

  @Field(() => ID, { description: "The request." })
  requestId!: string;

  @Field(() => [ID], { description: "One to three coaches, who is to lead first." })
  coachIds!: string[];

  @Field(() => ChoiceReasonEnum, { nullable: true, description: "What decided for them; has to be said where they are none of the three proposals." })
  reason?: ChoiceWord | null;

  @Field(() => String, { nullable: true, description: "Why, in a sentence of up to 500 characters; for staff alone." })
  note?: string | null;

  @Field(() => String, { nullable: true, description: "A line to the coaches, up to 1,000 characters; null = none." })
  message?: string | null;
}

const uuid = z.uuid("Give a UUID.");

export const makeOfferRules = z.object({
  id: uuid,
  requestId: someId,
  coachIds: z.array(someId).min(1, "Name a coach.").max(3, "A team has three coaches at most.").refine((ids) => new Set(ids).size === ids.length, "A coach is in a team once."),
  reason: z.enum(CHOICE_REASONS).nullish().transform((given) => given ?? null),
  note: optionalLineOf(LONGEST_NOTE),
  message: optionalLineOf(LONGEST_MESSAGE),
});
export type MakeOffer = z.output<typeof makeOfferRules>;

@InputType("PublishMatchesInput", { description: "Offers that are made together, or none of them." })
export class PublishMatchesInput {
  @Field(() => [MakeOfferInput], { description: "Up to 100, each of another request." })
  offers!: MakeOfferInput[];
}
const MOST_OFFERS = 100;
export const publishMatchesRules = z.object({ offers: z.array(makeOfferRules).min(1, "Choose a match.").max(MOST_OFFERS, `Publish up to ${MOST_OFFERS} at once.`) });

@InputType("AskSpecialistInput", { description: "A coach who is asked to help with an engagement." })
export class AskSpecialistInput {
  @Field(() => ID, { description: "A UUID that the caller makes: the same sent twice is one offer." })
  id!: string;

  @Field(() => ID, { description: "The engagement." })
  engagementId!: string;

  @Field(() => ID, { description: "The coach." })
  coachId!: string;

  @Field(() => String, { nullable: true, description: "What they are asked for, up to 1,000 characters; null = nothing beside the topics." })
  message?: string | null;
}
export const askSpecialistRules = z.object({ id: uuid, engagementId: someId, coachId: someId, message: optionalLineOf(LONGEST_MESSAGE) });

@InputType("AnswerOfferInput", { description: "What a coach says to an offer." })
export class AnswerOfferInput {
  @Field(() => ID, { description: "The offer." })
  offerId!: string;

  @Field(() => ID, { nullable: true, description: "Who answers: staff write down what a coach told them. Null = the viewer." })
  coachId?: string | null;

  @Field(() => OfferAnswerEnum, { description: "Yes or no." })
  answer!: OfferAnswer;

  @Field(() => DeclineReasonEnum, { nullable: true, description: "Why not; has to be said with a no." })
  why?: DeclineReason | null;

  @Field(() => String, { nullable: true, description: "A line with it, up to 500 characters, for staff alone." })
  note?: string | null;
}

@InputType("AnswerByLinkInput", { description: "What the holder of an offer's link says to it." })
export class AnswerByLinkInput {
  @Field(() => OfferAnswerEnum, { description: "Yes or no." })
  answer!: OfferAnswer;

  @Field(() => DeclineReasonEnum, { nullable: true, description: "Why not; has to be said with a no." })
  why?: DeclineReason | null;

  @Field(() => String, { nullable: true, description: "A line with it, up to 500 characters, for staff alone." })
  note?: string | null;
}

const answer = {
  answer: z.enum(OFFER_ANSWERS),
  why: z.enum(DECLINE_REASONS).nullish().transform((given) => given ?? null),
  note: optionalLineOf(LONGEST_NOTE),
};
const saysWhy = ({ answer: said, why }: { readonly answer: OfferAnswer; readonly why: DeclineReason | null }) => said === "accepted" || why !== null;
const WHY_MISSING = { path: ["why"], message: "Say why not: one word is enough." };

export const answerOfferRules = z.object({ offerId: someId, coachId: someId.nullish().transform((given) => given ?? null), ...answer }).refine(saysWhy, WHY_MISSING);
export const answerByLinkRules = z.object(answer).refine(saysWhy, WHY_MISSING);
export type Answer = z.output<typeof answerByLinkRules>;

@InputType("WithdrawOfferInput", { description: "An offer that is taken back." })
export class WithdrawOfferInput {
  @Field(() => ID, { description: "The offer." })
  offerId!: string;
}
export const withdrawOfferRules = z.object({ offerId: someId });
