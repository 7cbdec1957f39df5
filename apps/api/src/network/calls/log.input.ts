import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { SESSION_MODES, type SessionMode } from "@arl/schema/enums";
import { SessionModeEnum } from "../../enums";
import { lineOf, someId } from "../../input";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { STEP_OWNERS, type StepOwner } from "./call.table";
import { StepOwnerEnum } from "./call.type";

@InputType("StepInput", { description: "What was agreed to be done next." })
export class StepInput {
  @Field(() => String, { description: "What, in one line of up to 300 characters." })
  text!: string;

  @Field(() => StepOwnerEnum, { nullable: true, description: "Who does it; null = the leader." })
  who?: StepOwner | null;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null = not said." })
  due?: string | null;
}

@InputType("LogSessionInput", { description: "A call that was held. What is not said stays unknown." })
export class LogSessionInput {
  @Field(() => ID, { description: "A UUID that the caller makes, and the session's id from then on: the same sent twice is logged once." })
  id!: string;

  @Field(() => ID, { description: "The engagement, of which the caller is a coach." })
  engagementId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was held, not before the request was submitted and not ahead; null = now." })
  heldAt?: Date | null;

  @Field(() => Int, { nullable: true, description: "Whole minutes, 1 to 600." })
  minutes?: number | null;

  @Field(() => SessionModeEnum, { nullable: true, description: "How it was held." })
  mode?: SessionMode | null;

  @Field(() => Int, { nullable: true, description: "1 stabilise, 2 define, 3 plan and implement, 4 redesign." })
  challengeLevel?: number | null;

  @Field(() => [ID], { nullable: true, description: "Codes of the topics that were coached, not of domains; empty = those of the request." })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Who coached, where it was not the whole team or somebody else was asked in; empty = the engagement's coaches." })
  coachIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "A note for the engagement's coaches, and for nobody else; up to 10,000 characters." })
  note?: string | null;

  @Field(() => [StepInput], { nullable: true, description: "What was agreed, up to 10 steps." })
  steps?: StepInput[] | null;

  @Field(() => [ID], { nullable: true, description: "Resources that were shared, up to 20." })
  resourceIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "The planned call that this was; null = none." })
  plannedCallId?: string | null;
}

const LONGEST_NOTE = 10_000;
const MOST_STEPS = 10;
const MOST_ITEMS = 20;
const LONGEST_SESSION = 600;

const orNull = <Rules extends z.ZodType>(rules: Rules) => rules.nullish().transform((given) => given ?? null);
const listOf = <Rules extends z.ZodType>(rules: Rules, most: number) =>
  z
    .array(rules)
    .max(most, `Give at most ${most}.`)
    .nullish()
    .transform((given) => [...new Set(given ?? [])]);

const step = z.object({ text: lineOf(300), who: z.enum(STEP_OWNERS).nullish().transform((who) => who ?? "leader"), due: orNull(z.string()) });

export const logSessionRules = z.object({
  id: z.uuid("Give a UUID."),
  engagementId: someId,
  heldAt: orNull(z.date()),
  minutes: orNull(z.int().min(1, "A call takes a minute at least.").max(LONGEST_SESSION, `A call takes at most ${LONGEST_SESSION} minutes.`)),
  mode: orNull(z.enum(SESSION_MODES)),
  challengeLevel: orNull(z.int().min(1, "Levels go from 1 to 4.").max(4, "Levels go from 1 to 4.")),
  topics: listOf(someId, MOST_ITEMS),
  coachIds: listOf(someId, MOST_ITEMS),
  note: orNull(z.string().trim().max(LONGEST_NOTE, `A note has at most ${LONGEST_NOTE} characters.`)).transform((note) => note || null),
  steps: z.array(step).max(MOST_STEPS, `Give at most ${MOST_STEPS}.`).nullish().transform((given) => given ?? []),
  resourceIds: listOf(someId, MOST_ITEMS),
  plannedCallId: orNull(z.uuid("Give the id of a planned call.")),
});
export type LoggedSession = z.output<typeof logSessionRules>;

@InputType("TakeBackSessionInput", { description: "Which session is taken back." })
export class TakeBackSessionInput {
  @Field(() => ID, { description: "The session's id." })
  id!: string;
}

@InputType("SettleStepInput", { description: "Whether a step is done." })
export class SettleStepInput {
  @Field(() => ID, { description: "The step's id." })
  id!: string;

  @Field(() => Boolean, { description: "True = it is done, false = it is open again." })
  done!: boolean;
}

export const settleStepRules = z.object({ id: z.uuid("Give the id of a step."), done: z.boolean() });
