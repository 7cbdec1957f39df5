import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import type { TopicRow } from "../../network/framework/topic.table";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("TopicAgreement", { description: "How far readers agree on one topic." })
export class TopicAgreement {
  @Field(() => Topic, { description: "The topic, or NONE." })
  topic!: TopicRow;

  @Field(() => Figure, { description: describeMetric("topic_agreement") })
  agreement!: Figure;

  @Field(() => Figure, { description: describeMetric("topic_readings") })
  requests!: Figure;
}

@ObjectType("TopicConfusion", { description: "Two topics that readers gave in each other's place." })
export class TopicConfusion {
  @Field(() => [Topic], { description: "The two, in the framework's order." })
  topics!: TopicRow[];

  @Field(() => Int, { description: "On how many requests." })
  requests!: number;

  @Field(() => [ID], { description: "Those requests, by their ids." })
  requestIds!: string[];

  @Field(() => Figure, { description: describeMetric("topic_confusion") })
  share!: Figure;
}

@ObjectType("TagReliability", { description: "How far people who tag the same requests agree." })
export class TagReliability {
  @Field(() => Refusal, { nullable: true, description: "Why none can be told; null where it can." })
  refusal!: Refusal | null;

  @Field(() => Int, { description: "Requests that two or more people tagged." })
  requests!: number;

  @Field(() => Int, { description: "Different people who tagged any of them; an import counts as one." })
  readers!: number;

  @Field(() => Figure, { description: describeMetric("tagging_agreement") })
  overall!: Figure;

  @Field(() => [TopicAgreement], { description: "Each topic that anybody gave, in the framework's order." })
  topics!: TopicAgreement[];

  @Field(() => [TopicConfusion], { description: "Pairs given in each other's place on two requests or more, the most frequent first; their intervals overlap widely." })
  confusions!: TopicConfusion[];
}

@ObjectType("AcceptanceByRank", { description: "How often suggestions of one rank were taken." })
export class AcceptanceByRank {
  @Field(() => Int, { description: "1 = the first that was shown." })
  rank!: number;

  @Field(() => Figure, { description: describeMetric("suggestion_acceptance") })
  accepted!: Figure;
}

@ObjectType("AcceptanceByConfidence", { description: "How often suggestions were taken of which the method was so sure. Calibrated: as often as it said." })
export class AcceptanceByConfidence {
  @Field(() => Float, { description: "The least confidence of the band." })
  from!: number;

  @Field(() => Float, { description: "The confidence that it stays under; 1 is in the last band." })
  to!: number;

  @Field(() => Float, { nullable: true, description: "The mean confidence in the band; null where there is none." })
  said!: number | null;

  @Field(() => Figure, { description: describeMetric("suggestion_acceptance") })
  accepted!: Figure;
}

@ObjectType("SuggestionAcceptance", { description: "What became of the topics that were suggested." })
export class SuggestionAcceptance {
  @Field(() => Refusal, { nullable: true, description: "Why none can be told; null where it can." })
  refusal!: Refusal | null;

  @Field(() => Int, { description: "Suggestions that were made." })
  suggestions!: number;

  @Field(() => Int, { description: "Those for requests that nobody has tagged since; they count for nothing yet." })
  undecided!: number;

  @Field(() => Figure, { description: describeMetric("suggestion_acceptance") })
  overall!: Figure;

  @Field(() => [AcceptanceByRank], { description: "By rank, the first one first." })
  byRank!: AcceptanceByRank[];

  @Field(() => [AcceptanceByConfidence], { description: "By fifths of the method's confidence." })
  byConfidence!: AcceptanceByConfidence[];
}
