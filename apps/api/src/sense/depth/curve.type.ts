import { Field, Int, ObjectType } from "type-graphql";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("CallPoint", { description: "What is observed at one call of relationships." })
export class CallPoint {
  @Field(() => Int, { description: "Which call of the relationship: 1 is the first." })
  call!: number;

  @Field(() => Figure, { description: "The plain mean (or share) over all relationships that came so far; n is their calls with a value; fewer than 5 are withheld, and where all are equal there is no interval. Those who came so far are not those who began." })
  raw!: Figure;

  @Field(() => Figure, { description: "Difference from the first call of the same relationships, with a cluster-robust interval; 0 without an interval at the first. n is such calls of relationships with another." })
  change!: Figure;
}

@ObjectType("CallCurve", { description: "How something changes from call to call: within relationships, beside the plain means." })
export class CallCurve {
  @Field(() => Figure, { description: "Difference from one call to the next of the same relationship, over calls 1 to 8; n is the sessions of relationships that tell anything." })
  slope!: Figure;

  @Field(() => Int, { description: "Relationships with two calls or more that have a value: those that the slope is of." })
  relationships!: number;

  @Field(() => [CallPoint], { description: "The first 8 calls. Those with a value in fewer than 10 relationships that have another are withheld as TOO_FEW." })
  points!: CallPoint[];

  @Field(() => Refusal, { nullable: true, description: "Why there is no slope; null where there is one." })
  refusal!: Refusal | null;
}

@ObjectType("ChallengeProgression", { description: "How hard the work is from call to call. Staff alone." })
export class ChallengeProgression {
  @Field(() => CallCurve, { description: "Challenge levels: 1 stabilise, 2 define, 3 plan and implement, 4 redesign." })
  level!: CallCurve;

  @Field(() => String, { description: "How it may be read, and how not." })
  reading!: string;
}

@ObjectType("DoseCurve", { description: "What leaders say from call to call. Staff alone." })
export class DoseCurve {
  @Field(() => CallCurve, { description: "Ratings, 1 to 5." })
  rating!: CallCurve;

  @Field(() => CallCurve, { description: "The share who want more, of those who said either." })
  wantsMore!: CallCurve;

  @Field(() => String, { description: "How it may be read, and how not." })
  reading!: string;
}
