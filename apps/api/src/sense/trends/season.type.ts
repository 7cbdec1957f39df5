import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("TopicSeason", { description: "Whether a topic comes and goes with the year." })
export class TopicSeason {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Int, { nullable: true, description: "The calendar month of the peak, 1 to 12; null where q is 0.05 or more." })
  peakMonth!: number | null;

  @Field(() => Figure, { description: describeMetric("need_season") })
  peakToTrough!: Figure;

  @Field(() => Float, { nullable: true, description: "Benjamini-Hochberg q over all topics tested; null where the topic was not tested." })
  qValue!: number | null;
}

@ObjectType("TopicSeasons", { description: "The yearly season of every topic, where the records are long enough to have one." })
export class TopicSeasons {
  @Field(() => Int, { description: "From the first month with records in scope to the last, in months." })
  months!: number;

  @Field(() => [TopicSeason], { description: "Every topic, in the framework's order; none where it is refused." })
  topics!: TopicSeason[];

  @Field(() => Refusal, { nullable: true, description: "Why there is no season at all; null where there is." })
  refusal!: Refusal | null;
}
