import { Field, ID, Int, ObjectType } from "type-graphql";
import type { SessionMode } from "@arl/schema/enums";
import { SessionModeEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Session", { description: "A held call." })
export class Session {
  @Field(() => ID, { description: "The session's id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it was held." })
  heldAt!: Date;

  @Field(() => Int, { nullable: true, description: "How long it took, in minutes, 1 to 600; null where not recorded." })
  minutes!: number | null;

  @Field(() => SessionModeEnum, { nullable: true, description: "How it was held; null where not recorded." })
  mode!: SessionMode | null;

  @Field(() => Int, {
    nullable: true,
    description: "1 stabilise, 2 define, 3 plan and implement, 4 redesign; null where not recorded.",
  })
  challengeLevel!: number | null;
}

@ObjectType("Rating", { description: "The leader's word on one session." })
export class Rating {
  @Field(() => Int, { description: "1 to 5." })
  rating!: number;

  @Field(() => Boolean, { nullable: true, description: "Whether they want more support; null where not said." })
  wantsMore!: boolean | null;

  @Field(() => String, { nullable: true, description: "In their words; null where nothing was written." })
  comment!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was given." })
  ratedAt!: Date;
}
