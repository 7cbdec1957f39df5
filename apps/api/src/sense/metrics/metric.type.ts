import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("Metric", { description: "The definition of a number that the network publishes." })
export class MetricType {
  @Field(() => ID, { description: "The metric's id." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  label!: string;

  @Field(() => String, { description: "What it is measured in." })
  unit!: string;

  @Field(() => String, { description: "What it means, in a sentence." })
  definition!: string;

  @Field(() => String, { description: "How it is computed." })
  formula!: string;

  @Field(() => String, { description: "What n counts." })
  denominator!: string;

  @Field(() => String, { description: "Where the method comes from." })
  source!: string;

  @Field(() => String, { description: "Who may see it exactly." })
  audience!: string;
}
