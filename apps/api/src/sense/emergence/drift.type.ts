import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { enumOf } from "../../enums";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

const TopicStageEnum = enumOf(["asked", "tagged", "coached"], "TopicStage", "ASKED is what the leader chose, TAGGED what the network made of it, COACHED what sessions were on.");

@ObjectType("StageRecorded", { description: "How far a stage was recorded." })
export class StageRecorded {
  @Field(() => TopicStageEnum, { description: "The stage." })
  stage!: "asked" | "tagged" | "coached";

  @Field(() => Figure, { description: "Requests of which it is known. n: all requests in scope." })
  requests!: Figure;

  @Field(() => Refusal, { nullable: true, description: "Why nothing can be said of it; null where something can." })
  refusal!: Refusal | null;
}

@ObjectType("TopicFlow", { description: "Between a topic that was asked for and one that came to be coached without having been asked for." })
export class TopicFlow {
  @Field(() => Topic, { description: "The other topic." })
  topic!: Topic;

  @Field(() => Figure, { description: "Requests that went this way. n: those that could have." })
  requests!: Figure;

  @Field(() => Figure, { description: describeMetric("topic_flow") })
  share!: Figure;

  @Field(() => Figure, { description: "The same share of all other requests: what to expect of any." })
  usual!: Figure;

  @Field(() => Float, { description: "Benjamini-Hochberg q that more went this way than is usual, over all pairs of topics tested." })
  qValue!: number;
}

@ObjectType("TopicDrift", { description: "A topic from asked, to tagged, to coached." })
export class TopicDrift {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Figure, { description: `As asked. ${describeMetric("topic_stage")}` })
  asked!: Figure;

  @Field(() => Figure, { description: `As tagged. ${describeMetric("topic_stage")}` })
  tagged!: Figure;

  @Field(() => Figure, { description: `As coached. ${describeMetric("topic_stage")}` })
  coached!: Figure;

  @Field(() => Figure, { description: `From asked to tagged. ${describeMetric("topic_kept")}` })
  askedToTagged!: Figure;

  @Field(() => Figure, { description: `From tagged to coached. ${describeMetric("topic_kept")}` })
  taggedToCoached!: Figure;

  @Field(() => Figure, { description: `From asked to coached. ${describeMetric("topic_kept")}` })
  askedToCoached!: Figure;

  @Field(() => [TopicFlow], { description: "Where those that asked for it went, at most three, the surest first." })
  went!: TopicFlow[];

  @Field(() => [TopicFlow], { description: "What those had asked for that came to be coached on it without having asked for it, at most three, the surest first. Shares are of those that came." })
  came!: TopicFlow[];
}

@ObjectType("TopicDrifts", { description: "From what leaders ask for, to what is tagged, to what is coached." })
export class TopicDrifts {
  @Field(() => Refusal, { nullable: true, description: "Why nothing can be said; null where at least one step can be told." })
  refusal!: Refusal | null;

  @Field(() => [StageRecorded], { description: "The three stages." })
  stages!: StageRecorded[];

  @Field(() => Int, { description: "Pairs of topics that were tested and between which any request went." })
  pairsTested!: number;

  @Field(() => [TopicDrift], { description: "Topics that came up at any stage, in the framework's order. The scope's topics choose which are shown." })
  topics!: TopicDrift[];
}
