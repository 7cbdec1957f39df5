import { Field, Float, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";
import { Dimension } from "../scope/scope.type";
import { GroupTest } from "./groupTest.type";

@ObjectType("RatingGroup", { description: "How one group's sessions were rated." })
export class RatingGroup {
  @Field(() => Key, { description: "The group." })
  key!: Key;

  @Field(() => Figure, { description: describeMetric("group_rating") })
  rating!: Figure;

  @Field(() => Figure, { description: describeMetric("response_rate") })
  responseRate!: Figure;

  @Field(() => Figure, { description: `${describeMetric("rating_if_all_answered")} The value is null, the ends are the bounds.` })
  ratingIfAllAnswered!: Figure;

  @Field(() => Figure, { description: `${describeMetric("group_rating_shrunken")} TOO_FEW where fewer than four groups are compared.` })
  shrunken!: Figure;

  @Field(() => Float, {
    nullable: true,
    description: "Benjamini-Hochberg q of the group's differing from all others together, over the groups compared, and not under the q of the test of all; only under 0.05 is it said to differ. Null where it was not compared.",
  })
  qValue!: number | null;

  @Field(() => Refusal, { nullable: true, description: "Why the group has no mean; null where it has one." })
  refusal!: Refusal | null;
}

@ObjectType("RatingsByGroup", { description: "How sessions were rated, group by group. Staff alone." })
export class RatingsByGroup {
  @Field(() => Dimension, { description: "What makes the groups." })
  by!: Dimension;

  @Field(() => [RatingGroup], { description: "In the order of the groups' own list, never by value." })
  groups!: RatingGroup[];

  @Field(() => GroupTest, { nullable: true, description: "Whether the groups compared differ at all. Null where fewer than two can be." })
  test!: GroupTest | null;

  @Field(() => Float, { nullable: true, description: "The common mean that shrunken means are drawn to; null where nothing was shrunken." })
  centre!: number | null;

  @Field(() => Refusal, { nullable: true, description: "Why there is no comparison; null where there is one." })
  refusal!: Refusal | null;

  @Field(() => Refusal, { nullable: true, description: "Why nothing was shrunken; null where something was." })
  shrinkageRefusal!: Refusal | null;
}
