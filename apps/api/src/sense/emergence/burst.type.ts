import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { DateScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("BurstPoint", { description: "A topic in one week, and what the weeks outside its burst lead to expect." })
export class BurstPoint {
  @Field(() => DateScalar, { description: "The week's Monday." })
  start!: string;

  @Field(() => Figure, { description: "How often the topic came up. n: all requests or sessions of the week." })
  count!: Figure;

  @Field(() => Figure, { description: "How often it was to be expected; low and high are the counts between which chance alone keeps 95 weeks of 100." })
  expected!: Figure;
}

@ObjectType("TopicBurst", { description: "Weeks in which a topic came up more than its own level and trend lead to expect." })
export class TopicBurst {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => DateScalar, { description: "Monday of the first week." })
  from!: string;

  @Field(() => DateScalar, { description: "Monday after the last week, as a scope's end is." })
  to!: string;

  @Field(() => Figure, { description: describeMetric("burst_count") })
  count!: Figure;

  @Field(() => Float, { description: "How often the other weeks lead to expect it." })
  expected!: number;

  @Field(() => Figure, { description: describeMetric("topic_burst") })
  ratio!: Figure;

  @Field(() => Float, { description: "The share of false finds to expect among all bursts at least as sure, over all windows of all topics." })
  qValue!: number;

  @Field(() => DateScalar, { description: "Monday of the first of the weeks around it in which the topic stood raised, by Kleinberg's two-state automaton." })
  raisedFrom!: string;

  @Field(() => DateScalar, { description: "Monday after the last of them." })
  raisedTo!: string;

  @Field(() => [BurstPoint], { description: "Every week from the first to the last in scope." })
  points!: BurstPoint[];
}

@ObjectType("TopicBursts", { description: "What came up in bursts." })
export class TopicBursts {
  @Field(() => Refusal, { nullable: true, description: "Why none can be told; null where they can." })
  refusal!: Refusal | null;

  @Field(() => Int, { description: "Weeks with any requests or sessions." })
  weeks!: number;

  @Field(() => Int, { description: "Topics that came up often enough to be tested." })
  topicsTested!: number;

  @Field(() => Int, { description: "Windows of one to three weeks that were tested, over all topics." })
  windowsTested!: number;

  @Field(() => [TopicBurst], { description: "Those with q under 0.05, the surest first. The scope's topics choose which are shown; q stays that of the scope without them." })
  bursts!: TopicBurst[];
}
