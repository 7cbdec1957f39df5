import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { someId } from "../../input";
import { OUTSIDE } from "./messages";

const MOST_TOPICS = 10;

@InputType("TagRequestInput", { description: "What a person says a request is about." })
export class TagRequestInput {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => [ID], { description: `Codes of all topics that it is to stand under, at most ${MOST_TOPICS}; NONE alone = not in the framework.` })
  topics!: string[];

  @Field(() => ID, { description: "A UUID that the client makes: the same one sent again changes nothing." })
  idempotencyKey!: string;
}

export const tagRequestRules = z.object({
  requestId: someId,
  topics: z
    .array(someId.transform((code) => code.toUpperCase()))
    .min(1, "Say at least one topic, or NONE.")
    .max(MOST_TOPICS, `A request stands under at most ${MOST_TOPICS} topics.`)
    .transform((codes) => [...new Set(codes)])
    .refine((codes) => codes.length === 1 || !codes.includes(OUTSIDE), "NONE stands alone: a request is in the framework or it is not."),
  idempotencyKey: z.uuid("This is no UUID."),
});
