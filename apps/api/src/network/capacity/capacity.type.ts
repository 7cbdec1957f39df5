import { Field, ID, Int, Float, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { DateScalar } from "../../scalars";
import { OWN_MODELS, type OwnModel } from "./capacity.table";

export const OwnModelEnum = enumOf(OWN_MODELS, "OwnModel", "How a system's own people coach: PLUS_TEAM, expert teachers for over half their time, up to eight a school; PEER, colleagues each other.");

@ObjectType("CapacityUse", { description: "Coaching days of a system's own people that were used in a month, as the system reports it." })
export class CapacityUse {
  @Field(() => DateScalar, { description: "The month's first day." })
  month!: string;

  @Field(() => Float, { description: "Days, all of them together." })
  days!: number;

  @Field(() => String, { description: "Who wrote it down." })
  reportedByName!: string;
}

@ObjectType("CapacityOffer", { description: "Coaching days that a system's own people offer." })
export class CapacityOffer {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => OwnModelEnum, { description: "How they coach." })
  model!: OwnModel;

  @Field(() => Int, { description: "Schools in which they do." })
  schools!: number;

  @Field(() => Int, { description: "Teachers who coach." })
  people!: number;

  @Field(() => Int, { nullable: true, description: "Teachers who are coached; null = not known." })
  teachers!: number | null;

  @Field(() => Float, { description: "Days a month, all of them together." })
  daysPerMonth!: number;

  @Field(() => DateScalar, { description: "The first day." })
  activeFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which they no longer do; null = none is known." })
  activeTo!: string | null;

  @Field(() => String, { description: "Who stated it last." })
  statedByName!: string;
}
