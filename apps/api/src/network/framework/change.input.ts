import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { z } from "zod";
import { lineOf, optionalId, optionalLineOf, someId } from "../../input";
import type { Change } from "./draft";

export const FrameworkChangeKind = { ADD: "ADD", RENAME: "RENAME", SPLIT: "SPLIT", MERGE: "MERGE", RETIRE: "RETIRE" } as const;
export type FrameworkChangeKind = keyof typeof FrameworkChangeKind;

registerEnumType(FrameworkChangeKind, {
  name: "FrameworkChangeKind",
  description: "What a version does to the framework.",
  valuesConfig: {
    ADD: { description: "A new topic." },
    RENAME: { description: "Another label or definition; the code stays, and history with it." },
    SPLIT: { description: "One topic into two or more new ones; its history stays under it until staff say what each row means." },
    MERGE: { description: "Topics into one that is there, or into a new one; their history is said anew." },
    RETIRE: { description: "A topic without a successor; its history stays under it." },
  },
});

export const SubjectKind = { REQUEST: "REQUEST", SESSION: "SESSION", COACH: "COACH", RESOURCE: "RESOURCE" } as const;
export type SubjectKind = keyof typeof SubjectKind;

registerEnumType(SubjectKind, {
  name: "SubjectKind",
  description: "What stands under topics.",
  valuesConfig: {
    REQUEST: { description: "A request, by its tags." },
    SESSION: { description: "A session with topics of its own." },
    COACH: { description: "A coach, by what they coach on." },
    RESOURCE: { description: "A resource on the hub's shelf." },
  },
});

const LONGEST_LABEL = 80;
const LONGEST_DEFINITION = 400;
const MOST_PARTS = 12;

@InputType("NewTopicInput", { description: "A topic that the next version brings." })
export class NewTopicInput {
  @Field(() => ID, { description: "Its code: the domain's, a hyphen, and 2 to 12 capital letters or digits. No code is ever used again." })
  code!: string;

  @Field(() => ID, { description: "The domain's code." })
  domain!: string;

  @Field(() => String, { description: `What it is called, at most ${LONGEST_LABEL} characters; no other topic is called so.` })
  label!: string;

  @Field(() => String, { description: `What it covers, in a sentence of at most ${LONGEST_DEFINITION} characters.` })
  definition!: string;
}

@InputType("AddFrameworkChangeInput", { description: "A change for the draft of the next version. Which fields it needs depends on its kind." })
export class AddFrameworkChangeInput {
  @Field(() => FrameworkChangeKind, { description: "What it does." })
  kind!: FrameworkChangeKind;

  @Field(() => [ID], { nullable: true, description: "Codes of the topics it is about: the one renamed (or a domain), divided or retired; those merged." })
  topics?: string[] | null;

  @Field(() => [NewTopicInput], { nullable: true, description: "The topics it makes: the one added; the parts of the one divided; the one that others are merged into, if that is new." })
  newTopics?: NewTopicInput[] | null;

  @Field(() => ID, { nullable: true, description: "Code of the topic that others are merged into, if it is there already." })
  into?: string | null;

  @Field(() => String, { nullable: true, description: "The new label of the one renamed; null = as it is." })
  label?: string | null;

  @Field(() => String, { nullable: true, description: "The new definition of the one renamed; null = as it is." })
  definition?: string | null;
}

const code = someId.transform((text) => text.toUpperCase());

export const addFrameworkChangeRules = z
  .object({
    kind: z.enum(FrameworkChangeKind),
    topics: z.array(code).max(100, "A change is about 100 topics at most.").nullish(),
    newTopics: z
      .array(z.object({ code, domain: code, label: lineOf(LONGEST_LABEL), definition: lineOf(LONGEST_DEFINITION) }))
      .max(MOST_PARTS, `This makes at most ${MOST_PARTS} topics.`)
      .nullish(),
    into: optionalId,
    label: optionalLineOf(LONGEST_LABEL),
    definition: optionalLineOf(LONGEST_DEFINITION),
  })
  .transform(
    ({ kind, topics, newTopics, into, label, definition }): Change => ({
      kind: kind.toLowerCase() as Lowercase<typeof kind>,
      topics: topics ?? [],
      newTopics: newTopics ?? [],
      intoCode: into?.toUpperCase() ?? null,
      label,
      definition,
    }),
  );

@InputType("RemoveFrameworkChangeInput", { description: "A change to take back from the draft." })
export class RemoveFrameworkChangeInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

export const removeFrameworkChangeRules = z.object({ id: someId });

@InputType("PublishFrameworkInput", { description: "The draft as it was looked at, to be the next version." })
export class PublishFrameworkInput {
  @Field(() => Int, { description: "The number that the version is to have. Another one by now: somebody published in between." })
  version!: number;

  @Field(() => [ID], { description: "Ids of all the draft's changes. Others by now: somebody changed the draft in between." })
  changes!: string[];

  @Field(() => String, { nullable: true, description: "What the version is called, at most 80 characters; null = its number." })
  label?: string | null;
}

export const publishFrameworkRules = z.object({
  version: z.number().int(),
  changes: z.array(someId).min(1, "The draft is empty: there is nothing to publish.").max(200, "A version is of 200 changes at most."),
  label: optionalLineOf(LONGEST_LABEL),
});

@InputType("RetagInput", { description: "Which topics a row means that stands under a divided one." })
export class RetagInput {
  @Field(() => SubjectKind, { description: "What kind of row." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => ID, { description: "Code of the divided topic under which it stands." })
  topic!: string;

  @Field(() => [ID], { description: "Codes of the topics that it means: of those the topic was divided into, or NONE." })
  to!: string[];
}

export const retagRules = z.object({
  kind: z.enum(SubjectKind),
  id: someId,
  topic: code,
  to: z.array(code).min(1, "Say at least one topic that it means.").max(MOST_PARTS),
});
