import { Field, Float, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";

@ObjectType("Hurdle", { description: "A topic, or a pair of topics, that many systems share." })
export class Hurdle {
  @Field(() => [Topic], { description: "One topic, or two, in the framework's order." })
  topics!: Topic[];

  @Field(() => Figure, { description: describeMetric("hurdle_systems") })
  systems!: Figure;

  @Field(() => Figure, { description: describeMetric("hurdle_states") })
  states!: Figure;

  @Field(() => Figure, { description: describeMetric("hurdle_providers") })
  providers!: Figure;

  @Field(() => Figure, { description: `${describeMetric("hurdle_expected")} NO_DATA for a single topic.` })
  expected!: Figure;

  @Field(() => Figure, { description: `${describeMetric("hurdle_lift")} NO_DATA for a single topic.` })
  lift!: Figure;

  @Field(() => Float, {
    nullable: true,
    description:
      "Benjamini-Hochberg q over all pairs both of whose topics at least 5 systems asked for: the share of false finds to expect among all pairs with as small a q. Null for a single topic. Protected: from protected counts, over the pairs of shown topics, those not shown counted as no finds.",
  })
  qValue!: number | null;
}
