import { Field, ID, ObjectType } from "type-graphql";
import type { CloseReason } from "@arl/schema/enums";
import { CloseReasonEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Engagement", { description: "A request matched with a coach or a team. With at least one held session it is a relationship." })
export class Engagement {
  @Field(() => ID, { description: "The engagement's id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When coaches and system were matched." })
  matchedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended; null while open." })
  closedAt!: Date | null;

  @Field(() => CloseReasonEnum, { nullable: true, description: "Why it ended; null while open, or where not said." })
  closeReason!: CloseReason | null;
}
