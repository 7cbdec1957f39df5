import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { DateScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

export const Direction = { RISING: "RISING", FALLING: "FALLING", STEADY: "STEADY", UNCLEAR: "UNCLEAR" } as const;
export type Direction = keyof typeof Direction;

registerEnumType(Direction, {
  name: "Direction",
  description: "Where a topic is going.",
  valuesConfig: {
    RISING: { description: "Its share grows, and q is under 0.05." },
    FALLING: { description: "Its share shrinks, and q is under 0.05." },
    STEADY: { description: "The whole interval of the change lies within 0.95 to 1.05 a month." },
    UNCLEAR: { description: "It cannot be told from noise, or has too few tags to be tested." },
  },
});

@ObjectType("TrendPoint", { description: "One topic in one period." })
export class TrendPoint {
  @Field(() => DateScalar, { description: "First day of the period." })
  start!: string;

  @Field(() => Figure, { description: describeMetric("need_volume") })
  count!: Figure;

  @Field(() => Figure, { description: describeMetric("need_share") })
  share!: Figure;
}

@ObjectType("TopicTrend", { description: "How often a topic comes up over time." })
export class TopicTrend {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => [TrendPoint], { description: "Every period from the first to the last that has any requests (or sessions); periods without any are left out. Protected, every period from the network's first record to the publication day." })
  points!: TrendPoint[];

  @Field(() => Figure, { description: describeMetric("need_trend") })
  ratioPerMonth!: Figure;

  @Field(() => Float, {
    nullable: true,
    description: "Benjamini-Hochberg q over all topics tested in the scope: the share of false finds to expect among all topics with as small a q. Null where the topic was not tested.",
  })
  qValue!: number | null;

  @Field(() => Direction, { description: "What the estimate supports." })
  direction!: Direction;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Of a rise or fall, whether it is one across systems: q is under 0.05 also when all sessions of one system count as one event. The published test takes them for independent, and finds too much where few systems hold many sessions. Null where nothing rises or falls, and for sessions where figures are protected.",
  })
  acrossSystems!: boolean | null;

  @Field(() => Refusal, { nullable: true, description: "Why there is no rate of change; null where there is one." })
  refusal!: Refusal | null;
}
