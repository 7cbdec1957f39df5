import { Field, ID, Int, ObjectType } from "type-graphql";
import type { SessionMode } from "@arl/schema/enums";
import { enumOf, SessionModeEnum } from "../../enums";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { STEP_OWNERS, type StepOwner } from "./call.table";

export const StepOwnerEnum = enumOf(STEP_OWNERS, "StepOwner", "Who does a step: the LEADER, or the COACH.");

@ObjectType("Step", { description: "What was agreed in a session to be done next." })
export class Step {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "What." })
  text!: string;

  @Field(() => StepOwnerEnum, { description: "Who does it." })
  who!: StepOwner;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null = not said." })
  due!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done; null while open." })
  doneAt!: Date | null;
}

@ObjectType("PlannedCall", { description: "A call that is agreed on." })
export class PlannedCall {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => Int, { description: "How many minutes are kept for it." })
  minutes!: number;

  @Field(() => SessionModeEnum, { description: "How it is to be held." })
  mode!: SessionMode;

  @Field(() => String, { nullable: true, description: "A link or a telephone number; null = not said." })
  place!: string | null;

  @Field(() => String, { description: "The leader's time zone, by its IANA name." })
  timeZone!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was called off; null if it was not." })
  cancelledAt!: Date | null;
}
