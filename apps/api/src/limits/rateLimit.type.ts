import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../scalars";

@ObjectType("RateLimit", { description: "How the caller stands with its points of the hour." })
export class RateLimit {
  @Field(() => Int, { description: "Points an hour." })
  limit!: number;

  @Field(() => Int, { description: "What this operation cost." })
  cost!: number;

  @Field(() => Int, { description: "What is left after it." })
  remaining!: number;

  @Field(() => DateTimeScalar, { description: "When the points are whole again, by the real clock." })
  resetAt!: Date;
}
