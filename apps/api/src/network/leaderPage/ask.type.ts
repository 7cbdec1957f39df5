import { Field, ID, ObjectType } from "type-graphql";
import { LeaderAskKindEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";
import type { LeaderAskKind } from "./ask.table";

@ObjectType("LeaderAsk", { description: "What a leader asked for by the private link of their request, after it was in." })
export class LeaderAsk {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => LeaderAskKindEnum, { description: "What it is about." })
  kind!: LeaderAskKind;

  @Field(() => String, { nullable: true, description: "In the leader's words; null where one tap said it." })
  text!: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When somebody had seen to it; null = nobody has yet." })
  settledAt!: Date | null;
}
