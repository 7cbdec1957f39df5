import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Cell, Key } from "../figure/key.type";

@ObjectType("SurvivalPoint", { description: "A step of the curve of relationship length." })
export class SurvivalPoint {
  @Field(() => Float, { description: "Months from the first session." })
  months!: number;

  @Field(() => Int, { description: "Relationships followed up to this time, just before it; protected, into the month that ends then, with noise." })
  atRisk!: number;

  @Field(() => Figure, { description: "Share of relationships that last longer; n is all relationships." })
  survival!: Figure;
}

@ObjectType("RatingTally", { description: "How many sessions were given a rating; with noise where figures are protected." })
export class RatingTally {
  @Field(() => Int, { description: "The rating, 1 to 5." })
  rating!: number;

  @Field(() => Int, { description: "Sessions with it." })
  count!: number;
}

@ObjectType("CallLevel", { description: "How hard the work is at one call of a relationship." })
export class CallLevel {
  @Field(() => Int, { description: "Which call of the relationship: 1 is the first." })
  call!: number;

  @Field(() => Figure, { description: describeMetric("challenge_level") })
  level!: Figure;
}

export const Denominator = { SYSTEMS: "SYSTEMS", STUDENTS: "STUDENTS" } as const;
export type Denominator = (typeof Denominator)[keyof typeof Denominator];

registerEnumType(Denominator, {
  name: "Denominator",
  description: "By what reach is counted. The two often disagree, since a few systems are very large.",
  valuesConfig: { SYSTEMS: { description: "Each system once." }, STUDENTS: { description: "Each system by its students." } },
});

@ObjectType("ReachShare", { description: "What part of those reached a group makes up, beside its part in the nation." })
export class ReachShare {
  @Field(() => Key, { description: "The group." })
  key!: Key;

  @Field(() => Figure, { description: "Its share of the systems served, or of their students; n is the systems that it is of." })
  served!: Figure;

  @Field(() => Float, { description: "Its share of all regular districts of the nation, or of their students." })
  nation!: number;
}

@ObjectType("Impact", { description: "The headline figures of a scope, all of one moment." })
export class Impact {
  @Field(() => Figure, { description: describeMetric("systems_requesting") })
  systemsRequesting!: Figure;

  @Field(() => Figure, { description: describeMetric("systems_served") })
  systemsServed!: Figure;

  @Field(() => Figure, { description: describeMetric("schools_reached") })
  schoolsReached!: Figure;

  @Field(() => Figure, { description: describeMetric("students_reached") })
  studentsReached!: Figure;

  @Field(() => Figure, { description: describeMetric("median_system_students") })
  medianSystemStudents!: Figure;

  @Field(() => Figure, { description: describeMetric("largest_system_share") })
  largestSystemShare!: Figure;

  @Field(() => Figure, { description: describeMetric("states_reached") })
  statesReached!: Figure;

  @Field(() => Figure, { description: describeMetric("title_i_share") })
  titleIShare!: Figure;

  @Field(() => [Cell], { description: `${describeMetric("locale_mix")} One cell for each locale that occurs; protected, one for each locale.` })
  localeMix!: Cell[];

  @Field(() => Figure, { description: describeMetric("requests") })
  requests!: Figure;

  @Field(() => Figure, { description: describeMetric("relationships") })
  relationships!: Figure;

  @Field(() => Figure, { description: describeMetric("sessions_held") })
  sessionsHeld!: Figure;

  @Field(() => Figure, { description: describeMetric("providers_active") })
  providersActive!: Figure;

  @Field(() => Figure, { description: describeMetric("session_rating") })
  sessionRating!: Figure;

  @Field(() => Figure, { description: `${describeMetric("rating_if_all_answered")} Only low and high are given; value is null.` })
  ratingIfAllAnswered!: Figure;

  @Field(() => [RatingTally], { description: "Ratings by value: all five of them, or, where figures are protected, those that enough sessions were given." })
  ratings!: RatingTally[];

  @Field(() => Figure, { description: describeMetric("response_rate") })
  responseRate!: Figure;

  @Field(() => Figure, { description: describeMetric("return_rate") })
  returnRate!: Figure;

  @Field(() => Figure, { description: describeMetric("relationship_length") })
  relationshipLengthMonths!: Figure;

  @Field(() => Figure, { description: describeMetric("sustained_four_months") })
  sustainedFourMonths!: Figure;

  @Field(() => [SurvivalPoint], { description: "The Kaplan-Meier curve of relationship length, from its first step; empty without relationships. Protected, by whole months, as long as ten are followed; empty where withheld." })
  survival!: SurvivalPoint[];

  @Field(() => Figure, { description: describeMetric("sessions_per_relationship_max") })
  sessionsPerRelationshipMax!: Figure;

  @Field(() => Figure, { description: describeMetric("time_to_match") })
  daysToMatch!: Figure;

  @Field(() => Figure, { description: describeMetric("time_to_first_session") })
  daysToFirstSession!: Figure;
}
