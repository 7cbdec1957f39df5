import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Urgency } from "@arl/schema/enums";
import { TagActionEnum, TagStageEnum, UrgencyEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Request", { description: "A system asking for help, once." })
export class Request {
  @Field(() => ID, { description: "The request's id, the sender's where it was imported." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it was submitted." })
  submittedAt!: Date;

  @Field(() => String, { nullable: true, description: "What is on the leader's mind, in their words; null where nothing was written." })
  narrative!: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: "How soon they need somebody; null where not said." })
  urgency!: Urgency | null;

  @Field(() => Int, { nullable: true, description: "Seconds from opening the form to submitting it, by the form's own clock; null where not known." })
  secondsToSubmit!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was withdrawn; null if it was not." })
  withdrawnAt!: Date | null;
}

@ObjectType("TagEvent", { description: "A tag given to or taken from a request. Events are never changed." })
export class TagEvent {
  @Field(() => ID, { description: "The event's id; later events have larger ones." })
  id!: number;

  @Field(() => TagActionEnum, { description: "What was done." })
  action!: "added" | "removed";

  @Field(() => TagStageEnum, { description: "Whose choice it was." })
  stage!: "asked" | "tagged";

  @Field(() => String, { description: "Who did it." })
  author!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}
