import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("NeedSequence", { description: "One topic first coached, and another in a later session of the same relationship." })
export class NeedSequence {
  @Field(() => Topic, { description: "What came first." })
  first!: Topic;

  @Field(() => Topic, { description: "What came later." })
  later!: Topic;

  @Field(() => Figure, { description: describeMetric("need_sequence_relationships") })
  relationships!: Figure;

  @Field(() => Figure, { description: describeMetric("need_sequence_share") })
  share!: Figure;

  @Field(() => Figure, { description: describeMetric("need_sequence_lift") })
  lift!: Figure;

  @Field(() => Float, { description: "Benjamini-Hochberg q over all ordered pairs tested: that the first came before the second so often, or oftener, by chance alone." })
  qValue!: number;
}

@ObjectType("NeedSequences", { description: "What follows what within relationships. Order in time is no cause: what all were coached on in spring comes before what all were coached on in autumn." })
export class NeedSequences {
  @Field(() => [NeedSequence], { description: "By q, equals by lift." })
  sequences!: NeedSequence[];

  @Field(() => Int, { description: "Ordered pairs tested: those of which at least 5 relationships could tell." })
  tested!: number;

  @Field(() => Int, { description: "Relationships in scope with two sessions or more." })
  relationships!: number;

  @Field(() => Refusal, { nullable: true, description: "Why nothing was tested; null where something was." })
  refusal!: Refusal | null;
}
