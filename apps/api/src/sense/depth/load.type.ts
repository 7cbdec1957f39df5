import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

export const LoadMeasure = { RELATIONSHIPS: "RELATIONSHIPS", HOURS: "HOURS" } as const;
export type LoadMeasure = keyof typeof LoadMeasure;

registerEnumType(LoadMeasure, {
  name: "LoadMeasure",
  description: "How the load of a coach is counted.",
  valuesConfig: {
    RELATIONSHIPS: { description: "Relationships under way when the session was held, itself included." },
    HOURS: { description: "Hours of the sessions of the 30 days before, as a share of the coach's hours a month; a session without minutes takes the middle of those that have them." },
  },
});

export const LoadOutcome = { RATING: "RATING", CHALLENGE: "CHALLENGE", RESPONSE: "RESPONSE" } as const;
export type LoadOutcome = keyof typeof LoadOutcome;

registerEnumType(LoadOutcome, {
  name: "LoadOutcome",
  description: "What is set against load.",
  valuesConfig: {
    RATING: { description: "The session's rating, 1 to 5." },
    CHALLENGE: { description: "The session's challenge level, 1 to 4." },
    RESPONSE: { description: "Whether the session was rated." },
  },
});

@ObjectType("LoadBin", { description: "Sessions held under a load between two values." })
export class LoadBin {
  @Field(() => Float, { description: "The lowest load in it, inclusive." })
  from!: number;

  @Field(() => Float, { nullable: true, description: "Loads in it are under this; null = no upper end." })
  to!: number | null;

  @Field(() => Figure, { description: "The plain mean (or share) of these sessions, with an interval over coaches; n is the sessions." })
  raw!: Figure;

  @Field(() => Figure, { description: "Difference from the lightest load shown, within coaches, at the same call number and time; 0 without an interval at the lightest." })
  change!: Figure;
}

@ObjectType("LoadEffect", { description: "One outcome against load, within coaches." })
export class LoadEffect {
  @Field(() => LoadOutcome, { description: "What is set against load." })
  outcome!: LoadOutcome;

  @Field(() => Figure, { description: "Difference for one more relationship, or for a tenth more of the hours booked, of the same coach at the same call number and time; n is the sessions." })
  slope!: Figure;

  @Field(() => Float, { nullable: true, description: "A difference of this size would have been found four times in five; null without a slope." })
  detectable!: number | null;

  @Field(() => Float, { nullable: true, description: "Benjamini-Hochberg q over all slopes on load; only under 0.05 is there said to be one. Null without a slope." })
  qValue!: number | null;

  @Field(() => [LoadBin], { description: "By load, lightest first." })
  bins!: LoadBin[];

  @Field(() => Refusal, { nullable: true, description: "Why there is no slope; null where there is one." })
  refusal!: Refusal | null;
}

@ObjectType("LoadSeries", { description: "Outcomes against one way of counting load." })
export class LoadSeries {
  @Field(() => LoadMeasure, { description: "How load is counted." })
  measure!: LoadMeasure;

  @Field(() => Figure, { description: `The middle load. ${describeMetric("coach_load")}` })
  median!: Figure;

  @Field(() => Figure, { description: `The largest load. ${describeMetric("coach_load")}` })
  largest!: Figure;

  @Field(() => [LoadEffect], { description: "Each outcome." })
  effects!: LoadEffect[];
}

@ObjectType("LoadWatch", { description: "Whether what leaders say and how hard the work is go with how much their coach has on hand. Of all coaches together; no coach is told apart. Staff alone." })
export class LoadWatch {
  @Field(() => Int, { description: "Lead coaches of the sessions in scope." })
  coaches!: number;

  @Field(() => Int, { description: "Sessions in scope whose lead coach is known." })
  sessions!: number;

  @Field(() => [LoadSeries], { description: "By relationships, and by hours." })
  series!: LoadSeries[];

  @Field(() => String, { description: "How it may be read, and how not." })
  reading!: string;
}
