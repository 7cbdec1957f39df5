import { Field, ObjectType } from "type-graphql";

@ObjectType("Topic", { description: "A topic of the framework, or a domain of topics. A domain has no domain; nor has NONE, what the framework does not name." })
export class Topic {
  @Field(() => String, { description: "The code." })
  code!: string;

  @Field(() => String, { description: "What it is called." })
  label!: string;

  @Field(() => String, { description: "What it covers, in a sentence." })
  definition!: string;

  /** Resolved in topic.resolver.ts. */
  domainCode!: string | null;
}
