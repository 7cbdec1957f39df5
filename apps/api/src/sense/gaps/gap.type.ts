import { Field, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";

@ObjectType("TopicGap", { description: "What is needed on a topic against what the network can give." })
export class TopicGap {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Figure, { description: describeMetric("gap_demand") })
  demand!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_waiting") })
  waiting!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_specialists") })
  specialists!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_providers") })
  providers!: Figure;

  @Field(() => Figure, { description: describeMetric("capacity_hours") })
  capacityHours!: Figure;

  @Field(() => Figure, { description: describeMetric("coverage_gap") })
  coverage!: Figure;

  @Field(() => Figure, { description: `${describeMetric("coverage_gap")} With the 95% interval that chance gives it in so few requests: more demand than capacity can be told where it ends under 1.` })
  coverageByChance!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_resources") })
  resources!: Figure;
}
