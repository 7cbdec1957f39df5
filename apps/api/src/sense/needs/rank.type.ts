import { Field, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";

@ObjectType("TopicRank", { description: "Where a topic may stand among all topics, by how often it comes up. Each topic's bounds hold with 95% confidence, by itself." })
export class TopicRank {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Figure, { description: describeMetric("need_volume") })
  count!: Figure;

  @Field(() => Int, { description: "Best rank that cannot be ruled out; 1 = most." })
  best!: number;

  @Field(() => Int, { description: "Worst rank that cannot be ruled out." })
  worst!: number;
}
