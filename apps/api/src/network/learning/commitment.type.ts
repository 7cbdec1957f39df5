import { Field, ID, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { COMMITMENT_STATES, type CommitmentState } from "./learning.table";

export const CommitmentStateEnum = enumOf(COMMITMENT_STATES, "CommitmentState", "What became of a commitment: OPEN is neither kept nor dropped yet.");

@ObjectType("Commitment", { description: "What an organisation said in a learning call that it would do." })
export class Commitment {
  @Field(() => ID, { description: "The commitment's id." })
  id!: string;

  @Field(() => DateScalar, { description: "Monday of the week in whose call it was made." })
  week!: string;

  @Field(() => String, { nullable: true, description: "Who of the organisation, by name; null = the organisation." })
  who!: string | null;

  @Field(() => String, { description: "What is to be done." })
  what!: string;

  @Field(() => DateScalar, { description: "The day by which." })
  due!: string;

  @Field(() => CommitmentStateEnum, { description: "What became of it." })
  state!: CommitmentState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was kept or dropped; null = open." })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who said so; null = open." })
  settledByName!: string | null;

  @Field(() => String, { description: "Who wrote it down." })
  addedByName!: string;
}
