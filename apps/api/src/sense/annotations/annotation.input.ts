import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { lineOf, optionalId, someId } from "../../input";
import { DateScalar } from "../../scalars";

const description = {
  onDay: "The day, or the first of them.",
  untilDay: "The last day, of what took longer. Null = one day.",
  text: "What happened, 1 to 120 characters. Everybody with a role reads it.",
  topic: "Code of a topic or domain that it is about. Null = of everything.",
};

const fields = { onDay: z.string(), untilDay: z.string().nullish().transform((day) => day ?? null), text: lineOf(120), topic: optionalId };
const isInOrder = ({ onDay, untilDay }: { readonly onDay: string; readonly untilDay: string | null }) => untilDay === null || untilDay > onDay;
const outOfOrder = { path: ["untilDay"], message: "The last day comes after the first." };

@InputType("AddAnnotationInput", { description: "An annotation to add." })
export class AddAnnotationInput {
  @Field(() => DateScalar, { description: description.onDay })
  onDay!: string;

  @Field(() => DateScalar, { nullable: true, description: description.untilDay })
  untilDay?: string | null;

  @Field(() => String, { description: description.text })
  text!: string;

  @Field(() => ID, { nullable: true, description: description.topic })
  topic?: string | null;
}

export const addAnnotationRules = z.object(fields).refine(isInOrder, outOfOrder);

@InputType("ChangeAnnotationInput", { description: "An annotation as it is to be." })
export class ChangeAnnotationInput extends AddAnnotationInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

export const changeAnnotationRules = z.object({ id: someId, ...fields }).refine(isInOrder, outOfOrder);

@InputType("RemoveAnnotationInput", { description: "An annotation to remove." })
export class RemoveAnnotationInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

export const removeAnnotationRules = z.object({ id: someId });
