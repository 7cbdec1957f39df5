import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";

export const ComparedBy = { DIFFERENCE: "DIFFERENCE", RATIO: "RATIO" } as const;
export type ComparedBy = keyof typeof ComparedBy;

registerEnumType(ComparedBy, {
  name: "ComparedBy",
  description: "How two figures are set against each other.",
  valuesConfig: {
    DIFFERENCE: { description: "The one less the other: 0 where they are the same." },
    RATIO: { description: "The one over the other: 1 where they are the same." },
  },
});

export const Verdict = { HIGHER: "HIGHER", LOWER: "LOWER", UNCLEAR: "UNCLEAR", NOT_COMPARED: "NOT_COMPARED" } as const;
export type Verdict = keyof typeof Verdict;

registerEnumType(Verdict, {
  name: "Verdict",
  description: "How the one figure stands to the other.",
  valuesConfig: {
    HIGHER: { description: "Higher: q under 0.05, and the interval leaves out that they are the same." },
    LOWER: { description: "Lower, in the same sense." },
    UNCLEAR: { description: "Cannot be told from chance." },
    NOT_COMPARED: { description: "Not compared; `why` says why." },
  },
});

@ObjectType("ComparedSide", { description: "What one side of a comparison holds." })
export class ComparedSide {
  @Field(() => DateScalar, { nullable: true, description: "Its first day; null where its scope names none." })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day after its last; null where its scope names none." })
  to!: string | null;

  @Field(() => Float, { nullable: true, description: "Weeks that its counts are of; null where they cannot be told, as its records are what another scope leaves over." })
  weeks!: number | null;

  @Field(() => Int, { description: "Requests." })
  requests!: number;

  @Field(() => Int, { description: "Sessions." })
  sessions!: number;

  @Field(() => Int, { description: "Relationships." })
  relationships!: number;
}

@ObjectType("ComparedRow", { description: "One figure of both sides, and how they differ." })
export class ComparedRow {
  @Field(() => ID, { description: "The metric compared." })
  metric!: string;

  @Field(() => Key, { nullable: true, description: "Of which topic or locale it is; null for all." })
  of!: Key | null;

  @Field(() => Figure, { description: "The figure of `scope`." })
  one!: Figure;

  @Field(() => Figure, { description: "The figure of `to`." })
  other!: Figure;

  @Field(() => ComparedBy, { description: "How they are set against each other." })
  by!: ComparedBy;

  @Field(() => Figure, { description: "`one` less `other`, or over it, with its 95% interval; NO_DATA where it is not compared." })
  change!: Figure;

  @Field(() => Float, { nullable: true, description: "Two-sided p-value that they are the same, with systems as units; null where it is not compared." })
  pValue!: number | null;

  @Field(() => Float, { nullable: true, description: "False discovery rate over the rows of the answer that are set against each other in the same way (`by`); null where it is not compared." })
  qValue!: number | null;

  @Field(() => Verdict, { description: "What can be said of them." })
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: "Why it is not compared, as a sentence; null where it is." })
  why!: string | null;
}

@ObjectType("SharedRecords", { description: "Records that both scopes hold." })
export class SharedRecords {
  @Field(() => Int, { description: "Requests." })
  requests!: number;

  @Field(() => Int, { description: "Sessions." })
  sessions!: number;

  @Field(() => Int, { description: "Relationships." })
  relationships!: number;

  @Field(() => Int, { description: "Systems served on both sides, which is no reason to refuse: each session counts once, and tests count a system as one." })
  systems!: number;
}

@ObjectType("Comparison", { description: "Two scopes that share no record, side by side." })
export class Comparison {
  @Field(() => ComparedSide, { description: "The side of `scope`." })
  one!: ComparedSide;

  @Field(() => ComparedSide, { description: "The side of `to`, without the records of `scope` where they are left out." })
  other!: ComparedSide;

  @Field(() => SharedRecords, { description: "What both sides hold." })
  shared!: SharedRecords;

  @Field(() => [ComparedRow], { description: "Every figure compared: the headlines, then topics in the framework's order. Empty where the comparison is refused." })
  rows!: ComparedRow[];

  @Field(() => Refusal, { nullable: true, description: "Why nothing is compared; null where it is." })
  refusal!: Refusal | null;
}
