import { Field, Float, ID, InputType } from "type-graphql";
import { z } from "zod";
import { enumOf } from "../../enums";
import { optionalId, someId } from "../../input";
import { WITHDRAW_REASONS, type WithdrawReason } from "./desk.mails";
import { TARGET_STEPS, TargetStepEnum, type TargetStep } from "./step.enums";

const WithdrawReasonEnum = enumOf(WITHDRAW_REASONS, "WithdrawReason", "Why a request ends without coaches: NOT_OURS is beyond what the network's coaches do, NOT_A_REQUEST came by mistake or in bad faith.");

const KEY = "A UUID that the client makes: the same one sent again changes nothing.";
const LONGEST_TEXT = 4_000;

@InputType("AssignRequestInput", { description: "Who is to look after a request." })
export class AssignRequestInput {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => ID, { nullable: true, description: "Who; null = the viewer." })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who looked after it when the viewer last saw it; null = nobody. A CONFLICT where somebody else does by now." })
  seenOwnerId?: string | null;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("NoteRequestInput", { description: "A note on a request, for staff alone." })
export class NoteRequestInput {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => String, { description: "What to write, up to 4,000 characters." })
  text!: string;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("WithdrawRequestInput", { description: "A request that ends without coaches." })
export class WithdrawRequestInput {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => WithdrawReasonEnum, { description: "Why." })
  reason!: WithdrawReason;

  @Field(() => String, { nullable: true, description: "More on it, for staff alone; null = nothing." })
  text?: string | null;

  @Field(() => Boolean, { description: "Whether its leader is told by mail." })
  tellLeader!: boolean;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("ReopenRequestInput", { description: "A request that was closed too early." })
export class ReopenRequestInput {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("MergeRequestsInput", { description: "Two requests that are one, told twice." })
export class MergeRequestsInput {
  @Field(() => ID, { description: "One of them." })
  requestId!: string;

  @Field(() => ID, { description: "The other." })
  otherId!: string;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("PartRequestsInput", { description: "A merged request that is to stand for itself again." })
export class PartRequestsInput {
  @Field(() => ID, { description: "The id of the one that was merged away." })
  mergedId!: string;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("AnswerLeaderInput", { description: "What a leader asked, seen to." })
export class AnswerLeaderInput {
  @Field(() => ID, { description: "The question's id." })
  askId!: string;

  @Field(() => String, { nullable: true, description: "An answer that is mailed to the leader, up to 4,000 characters; null = none is." })
  text?: string | null;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("LookIntoRatingInput", { description: "A low rating that somebody has followed up." })
export class LookIntoRatingInput {
  @Field(() => ID, { description: "The id of the session that was rated." })
  sessionId!: string;

  @Field(() => String, { nullable: true, description: "What came of it, for staff alone; null = nothing to say." })
  text?: string | null;

  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;
}

@InputType("SetDeskTargetInput", { description: "How long a step may take from now on." })
export class SetDeskTargetInput {
  @Field(() => TargetStepEnum, { description: "The step." })
  step!: TargetStep;

  @Field(() => Float, { description: "Days, more than 0 and at most 365." })
  days!: number;
}

const key = z.uuid("An idempotency key is a UUID.").toLowerCase();
/** Several lines as people type them. */
const words = z.string().trim().min(1, "This may not be empty.").max(LONGEST_TEXT, `This has at most ${LONGEST_TEXT} characters.`);
const optionalWords = z.preprocess((given) => (given === undefined || (typeof given === "string" && given.trim() === "") ? null : given), words.nullable());

export const assignRules = z.object({ requestId: someId, ownerId: optionalId, seenOwnerId: optionalId, idempotencyKey: key });
export const noteRules = z.object({ requestId: someId, text: words, idempotencyKey: key });
export const withdrawRules = z.object({ requestId: someId, reason: z.enum(WITHDRAW_REASONS), text: optionalWords, tellLeader: z.boolean(), idempotencyKey: key });
export const reopenRules = z.object({ requestId: someId, idempotencyKey: key });
export const mergeRules = z
  .object({ requestId: someId, otherId: someId, idempotencyKey: key })
  .refine(({ requestId, otherId }) => requestId !== otherId, { path: ["otherId"], error: "A request cannot be merged with itself." });
export const partRules = z.object({ mergedId: someId, idempotencyKey: key });
export const answerRules = z.object({ askId: z.uuid("A question's id is a UUID."), text: optionalWords, idempotencyKey: key });
export const lookIntoRules = z.object({ sessionId: someId, text: optionalWords, idempotencyKey: key });
export const targetRules = z.object({ step: z.enum(TARGET_STEPS), days: z.number().gt(0, "A target is more than 0 days.").max(365, "A target is at most 365 days.") });
