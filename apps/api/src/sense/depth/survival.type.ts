import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";
import { SurvivalPoint } from "../impact/impact.type";
import { Dimension } from "../scope/scope.type";
import { GroupTest } from "./groupTest.type";

@ObjectType("IncidencePoint", { description: "A step of the curve of how many relationships have ended in one way." })
export class IncidencePoint {
  @Field(() => Float, { description: "Months from the first session." })
  months!: number;

  @Field(() => Int, { description: "Relationships followed up to this time." })
  atRisk!: number;

  @Field(() => Figure, { description: "Share of relationships that have ended in this way by then; n is all relationships." })
  incidence!: Figure;
}

@ObjectType("SurvivalGroup", { description: "How long the relationships of one group last." })
export class SurvivalGroup {
  @Field(() => Key, { description: "The group." })
  key!: Key;

  @Field(() => Figure, { description: describeMetric("relationships") })
  relationships!: Figure;

  @Field(() => Int, { description: "Of them, closed for another reason than a referral." })
  closed!: number;

  @Field(() => Int, { description: "Of them, closed as referred out." })
  referred!: number;

  @Field(() => Figure, { description: describeMetric("relationship_length") })
  relationshipLengthMonths!: Figure;

  @Field(() => Figure, { description: describeMetric("sustained_four_months") })
  sustainedFourMonths!: Figure;

  @Field(() => Figure, { description: describeMetric("closed_four_months") })
  closedFourMonths!: Figure;

  @Field(() => Figure, { description: describeMetric("referred_four_months") })
  referredFourMonths!: Figure;

  @Field(() => [SurvivalPoint], { description: "The Kaplan-Meier curve, a point for each time at which a relationship closed; empty where it is refused." })
  survival!: SurvivalPoint[];

  @Field(() => [IncidencePoint], { description: "The Aalen-Johansen curve of closing, being referred out the competing event." })
  closing!: IncidencePoint[];

  @Field(() => [IncidencePoint], { description: "The Aalen-Johansen curve of being referred out, closing the competing event." })
  referral!: IncidencePoint[];

  @Field(() => Boolean, { description: "Whether the group is in the test: five closings or more would be expected of it if groups were alike." })
  isTested!: boolean;

  @Field(() => Refusal, { nullable: true, description: "Why the group has no curve; null where it has one." })
  refusal!: Refusal | null;
}

@ObjectType("SurvivalByGroup", { description: "How long relationships last, group by group. Staff alone." })
export class SurvivalByGroup {
  @Field(() => Dimension, { description: "What makes the groups." })
  by!: Dimension;

  @Field(() => [SurvivalGroup], { description: "In the order of the groups' own list, never by value." })
  groups!: SurvivalGroup[];

  @Field(() => GroupTest, { nullable: true, description: "Log-rank test of the rate of closing, those referred out censored then (Mantel, 1966; Peto and Peto, 1972). Null where it is refused." })
  test!: GroupTest | null;

  @Field(() => Refusal, { nullable: true, description: "Why there is no comparison; null where there is one." })
  refusal!: Refusal | null;
}
