import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("NeedNode", { description: "A topic on the map of needs." })
export class NeedNode {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Figure, { description: describeMetric("hurdle_systems") })
  systems!: Figure;

  @Field(() => Int, { nullable: true, description: "The group it is in, by its number; null where no link ties it to a group." })
  cluster!: number | null;

  @Field(() => Float, { nullable: true, description: "From left, 0 to 1. Neighbours are asked for by the same systems; the axes mean nothing else. Null where no link ties it to another topic." })
  x!: number | null;

  @Field(() => Float, { nullable: true, description: "From top, 0 to 1; null as x is." })
  y!: number | null;
}

@ObjectType("NeedLink", { description: "Two topics that the same systems ask for." })
export class NeedLink {
  @Field(() => [Topic], { description: "The two topics, in the framework's order." })
  topics!: Topic[];

  @Field(() => Figure, { description: describeMetric("hurdle_systems") })
  systems!: Figure;

  @Field(() => [ID], { description: "The systems that asked for both, so that they can be looked up." })
  systemIds!: string[];

  @Field(() => Figure, { description: describeMetric("hurdle_lift") })
  lift!: Figure;

  @Field(() => Float, { description: describeMetric("need_npmi") })
  npmi!: number;

  @Field(() => Float, { description: "Benjamini-Hochberg q over all pairs tested, as in `hurdles`." })
  qValue!: number;

  @Field(() => Boolean, { description: "Whether lift is over 1 with q < 0.05. The other links are the closest of each topic, drawn so that the map holds together: none of them can be told from chance." })
  isBeyondChance!: boolean;
}

@ObjectType("NeedCluster", { description: "Topics that are linked among themselves more than with the rest." })
export class NeedCluster {
  @Field(() => Int, { description: "Its number, 0 for the group with most topics." })
  number!: number;

  @Field(() => String, { description: "Its two most asked topics." })
  label!: string;

  @Field(() => Int, { description: "Topics in it." })
  size!: number;

  @Field(() => Float, { description: describeMetric("need_cohesion") })
  cohesion!: number;
}

@ObjectType("NeedMap", { description: "Which needs the same systems have: topics that at least 5 systems asked for, placed so that those asked for together lie together. The same every time for the same rows." })
export class NeedMap {
  @Field(() => [NeedNode], { description: "In the framework's order." })
  nodes!: NeedNode[];

  @Field(() => [NeedLink], { description: "Pairs beyond chance, and of the others that at least 2 systems share more than independence leads to expect, the three closest of each topic." })
  links!: NeedLink[];

  @Field(() => [NeedCluster], { description: "Groups of two topics or more (Louvain, resolution 1), by number." })
  clusters!: NeedCluster[];

  @Field(() => Boolean, { description: "Whether the grouping is stronger than in every one of 19 networks in which systems ask for as many topics and topics are asked for as often, but at random: p = 0.05. If not, the groups are a way of drawing and no finding." })
  areClustersBeyondChance!: boolean;

  @Field(() => Refusal, { nullable: true, description: "Why there is no map; null where there is one." })
  refusal!: Refusal | null;
}
