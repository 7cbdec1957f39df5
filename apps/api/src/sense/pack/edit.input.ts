import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { someId } from "../../input";
import { someDay } from "../../network/learning/week.type";
import { DateScalar } from "../../scalars";

@InputType("EditPackSentenceInput", { description: "Other words for a sentence of a call's pack." })
export class EditPackSentenceInput {
  @Field(() => DateScalar, { description: "Monday of the call's week." })
  week!: string;

  @Field(() => ID, { description: "The sentence's id." })
  sentence!: string;

  @Field(() => String, { description: "How it is to read, up to 1,000 characters." })
  text!: string;
}

@InputType("PackSentenceInput", { description: "A sentence of a call's pack." })
export class PackSentenceInput {
  @Field(() => DateScalar, { description: "Monday of the call's week." })
  week!: string;

  @Field(() => ID, { description: "The sentence's id." })
  sentence!: string;
}

@InputType("AddPackNoteInput", { description: "A note for a call. It is published as it is written." })
export class AddPackNoteInput {
  @Field(() => DateScalar, { description: "Monday of the call's week." })
  week!: string;

  @Field(() => String, { description: "What it says, up to 2,000 characters." })
  text!: string;
}

@InputType("RemovePackNoteInput", { description: "A note that is to be taken away." })
export class RemovePackNoteInput {
  @Field(() => ID, { description: "The note's id." })
  id!: string;
}

@InputType("PublishLearningCallInput", { description: "The call that is to be published." })
export class PublishLearningCallInput {
  @Field(() => DateScalar, { description: "Monday of its week." })
  week!: string;
}

@InputType("SetLearningCallMailInput", { description: "Whether the viewer is mailed what is published of the calls." })
export class SetLearningCallMailInput {
  @Field(() => Boolean, { description: "False = no more." })
  wanted!: boolean;
}

/** Words that people type: trimmed, in one or several lines. */
const textOf = (longest: number) =>
  z
    .string("Give some text.")
    .trim()
    .min(1, "This may not be empty.")
    .max(longest, `This has at most ${longest} characters.`)
    .regex(/^(?:[^\p{Cc}\u2028\u2029]|\n)*$/u, "This is text, without control characters.");

const sentence = { week: someDay, sentence: someId };
export const packSentenceRules = z.object(sentence);
export const editPackSentenceRules = z.object({ ...sentence, text: textOf(1000).refine((text) => !text.includes("\n"), "A sentence is one line of text.") });
export const addPackNoteRules = z.object({ week: someDay, text: textOf(2000) });
export const removePackNoteRules = z.object({ id: z.uuid("A note's id is a UUID.") });
export const publishLearningCallRules = z.object({ week: someDay });
