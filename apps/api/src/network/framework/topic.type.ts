import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { TopicRow } from "./topic.table";

export const TopicStanding = { CURRENT: "CURRENT", DIVIDED: "DIVIDED", RETIRED: "RETIRED", MERGED: "MERGED" } as const;
export type TopicStanding = keyof typeof TopicStanding;

registerEnumType(TopicStanding, {
  name: "TopicStanding",
  description: "How a topic stands.",
  valuesConfig: {
    CURRENT: { description: "A topic of the framework." },
    DIVIDED: { description: "Divided into others; what is under it stands there until staff say which of them it means." },
    RETIRED: { description: "No topic any more, without a successor; its history stays under it." },
    MERGED: { description: "Gone into another, which its code stands for." },
  },
});

@ObjectType("Topic", { description: "A topic of the framework, or a domain of topics. A domain has no domain; nor has NONE, what the framework does not name." })
export class Topic {
  @Field(() => String, { description: "The code." })
  code!: string;

  @Field(() => String, { description: "What it is called. One that only history has says so." })
  label!: string;

  @Field(() => String, { description: "What it covers, in a sentence." })
  definition!: string;

  /** Resolved in topic.resolver.ts. */
  domainCode!: string | null;
  standing?: TopicRow["standing"];
}
