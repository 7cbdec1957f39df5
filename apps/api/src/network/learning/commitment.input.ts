import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { lineOf, optionalLineOf, someId } from "../../input";
import { DateScalar } from "../../scalars";
import { CommitmentStateEnum } from "./commitment.type";
import { COMMITMENT_STATES, type CommitmentState } from "./learning.table";
import { someDay } from "./week.type";

@InputType("AddCommitmentInput", { description: "What an organisation commits itself to in a learning call." })
export class AddCommitmentInput {
  @Field(() => DateScalar, { description: "Monday of the call's week." })
  week!: string;

  @Field(() => ID, { description: "The organisation; a lead's own." })
  providerId!: string;

  @Field(() => String, { nullable: true, description: "Who of it, by name, up to 200 characters; null = the organisation." })
  who?: string | null;

  @Field(() => String, { description: "What is to be done, up to 500 characters." })
  what!: string;

  @Field(() => DateScalar, { description: "The day by which; not before the call." })
  due!: string;
}

@InputType("SettleCommitmentInput", { description: "What became of a commitment." })
export class SettleCommitmentInput {
  @Field(() => ID, { description: "The commitment's id." })
  id!: string;

  @Field(() => CommitmentStateEnum, { description: "KEPT or DROPPED; OPEN takes back what was said before." })
  state!: CommitmentState;
}

export const addCommitmentRules = z
  .object({ week: someDay, providerId: someId, who: optionalLineOf(200), what: lineOf(500), due: someDay })
  .refine(({ week, due }) => due >= week, { path: ["due"], error: "What is committed to in a call is not due before it." });

export const settleCommitmentRules = z.object({ id: z.uuid("A commitment's id is a UUID."), state: z.enum(COMMITMENT_STATES) });
