import { Field, Float, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("LorenzPoint", { description: "A point of the curve of concentration." })
export class LorenzPoint {
  @Field(() => Float, { description: "Part of the systems, the smallest first." })
  systems!: number;

  @Field(() => Float, { description: "Part of all students that they have." })
  students!: number;
}

@ObjectType("ReachConcentration", { description: "How unevenly the students reached are spread over the systems served. Counted in full, so without intervals." })
export class ReachConcentration {
  @Field(() => Figure, { description: "Served systems with a known enrollment." })
  systems!: Figure;

  @Field(() => Figure, { description: "Served systems without one: left out." })
  unknown!: Figure;

  @Field(() => Figure, { description: describeMetric("reach_gini") })
  gini!: Figure;

  @Field(() => Figure, { description: describeMetric("largest_system_share") })
  largestShare!: Figure;

  @Field(() => Figure, { description: describeMetric("largest_five_share") })
  largestFiveShare!: Figure;

  @Field(() => Figure, { description: describeMetric("effective_systems") })
  effectiveSystems!: Figure;

  @Field(() => [LorenzPoint], { description: "From none to all, in a hundred steps at most; empty where there is nothing to share." })
  lorenz!: LorenzPoint[];

  @Field(() => Refusal, { nullable: true, description: "Why there is no curve; null where there is." })
  refusal!: Refusal | null;
}
