import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import type { PublishedSentence } from "../../network/learning/learning.table";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { PACK_SECTIONS, type Section } from "./sentence";

const PackSectionEnum = enumOf(PACK_SECTIONS, "PackSection", "What a sentence of the pack is about, in the order in which they stand.");
const PackAudienceEnum = enumOf(["staff", "network"], "PackAudience", "Whom a sentence may be told: STAFF alone; or the NETWORK in protected form, if enough stand behind it.");

@ObjectType("PackFigure", { description: "A number that a sentence says." })
export class PackFigure {
  @Field(() => String, { description: "What it is of, as a phrase." })
  label!: string;

  @Field(() => ID, { description: "The metric's id." })
  metric!: string;

  @Field(() => Figure, { description: "The number." })
  figure!: Figure;
}

@ObjectType("PackRecords", { description: "The rows behind a sentence: what to ask for to see them." })
export class PackRecords {
  @Field(() => String, { description: "What they are: requests, sessions, systems, specialists or resources." })
  kind!: string;

  @Field(() => [ID], { description: "Topic codes of the scope; empty = all." })
  topics!: readonly string[];

  @Field(() => DateScalar, { nullable: true, description: "First day of the scope; null = open." })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day after the last of the scope; null = open." })
  to!: string | null;

  @Field(() => String, { nullable: true, description: "Of requests, how they stand: DEMAND, OPEN or WAITING; null = all." })
  standing!: string | null;
}

@ObjectType("PackSentence", { description: "A sentence of a learning call's pack, with the figures it says." })
export class PackSentence {
  @Field(() => ID, { description: "The same for the same finding from week to week, such as `rising:FIN-REL`." })
  id!: string;

  @Field(() => PackSectionEnum, { description: "What it is about." })
  section!: Section;

  @Field(() => String, { description: "How it reads: staff's words where they changed it." })
  text!: string;

  @Field(() => String, { description: "How it was made." })
  made!: string;

  @Field(() => Boolean, { description: "Whether staff put it into other words." })
  edited!: boolean;

  @Field(() => Boolean, { description: "Whether staff hid it." })
  hidden!: boolean;

  @Field(() => Boolean, { description: "Whether it is made otherwise now than when staff last touched it." })
  changedSince!: boolean;

  @Field(() => String, { nullable: true, description: "Who touched it last; null = nobody." })
  editedByName!: string | null;

  @Field(() => [PackFigure], { description: "The figures it says." })
  figures!: readonly PackFigure[];

  @Field(() => String, { nullable: true, description: "The page that shows its figure, with the scope in its address; null where there is none." })
  link!: string | null;

  @Field(() => PackRecords, { nullable: true, description: "The rows behind it; null where none stand behind it." })
  records!: PackRecords | null;

  @Field(() => PackAudienceEnum, { description: "Whom it may be told." })
  audience!: "staff" | "network";
}

@ObjectType("PackNote", { description: "What staff noted for a call. It is published as it was written." })
export class PackNote {
  @Field(() => ID, { description: "The note's id." })
  id!: string;

  @Field(() => String, { description: "What it says." })
  text!: string;

  @Field(() => String, { description: "Who wrote it." })
  addedByName!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  addedAt!: Date;
}

@ObjectType("PreviewedSentence", { description: "A sentence or note as organisations would get it, or why they would not." })
export class PreviewedSentence {
  @Field(() => ID, { description: "The sentence's id." })
  id!: string;

  @Field(() => PackSectionEnum, { description: "What it is about." })
  section!: Section;

  @Field(() => String, { nullable: true, description: "Exactly what would be sent; null where it would not be." })
  text!: string | null;

  @Field(() => String, { nullable: true, description: "Why it is left out; null where it is not." })
  leftOut!: string | null;

  @Field(() => String, { nullable: true, description: "What has to be mended before the call can be published; null where nothing has." })
  fault!: string | null;
}

@ObjectType("EditionSentence", { description: "A sentence as it was published." })
class EditionSentence {
  @Field(() => ID, { description: "The sentence's id." })
  id!: string;

  @Field(() => PackSectionEnum, { description: "What it is about." })
  section!: Section;

  @Field(() => String, { description: "What it says." })
  text!: string;
}

@ObjectType("LearningEdition", { description: "A learning call as it was published to coaches and leads, word for word. Its figures are protected." })
export class LearningEdition {
  @Field(() => DateScalar, { description: "Monday of the call's week." })
  week!: string;

  @Field(() => Int, { description: "1 for the first, one more each time the call was published anew." })
  number!: number;

  @Field(() => DateScalar, { description: "The day as of which its figures are." })
  asOf!: string;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  publishedAt!: Date;

  @Field(() => String, { description: "Who published it." })
  publishedByName!: string;

  @Field(() => Int, { description: "To how many people it was mailed." })
  mailed!: number;

  @Field(() => [EditionSentence], { description: "What it says." })
  sentences!: readonly PublishedSentence[];
}

/** Resolved field by field in pack.resolver.ts. */
@ObjectType("LearningCall", { description: "The weekly call in which the organisations meet, and what was prepared for it." })
export class LearningCall {
  @Field(() => DateScalar, { description: "Monday of its week. The pack is made from what came before that day." })
  week!: string;
}
