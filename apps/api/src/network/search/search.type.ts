import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

export const SearchKind = { DOMAIN: "DOMAIN", TOPIC: "TOPIC", SYSTEM: "SYSTEM", COACH: "COACH", PROVIDER: "PROVIDER", RESOURCE: "RESOURCE" } as const;
export type SearchKind = keyof typeof SearchKind;

registerEnumType(SearchKind, {
  name: "SearchKind",
  description: "What was found.",
  valuesConfig: {
    DOMAIN: { description: "A domain of the framework, by its code." },
    TOPIC: { description: "A topic of the framework, by its code." },
    SYSTEM: { description: "A system, by its id." },
    COACH: { description: "A coach, by their id." },
    PROVIDER: { description: "An organisation, by its id." },
    RESOURCE: { description: "A current resource of the hub, by its id." },
  },
});

@ObjectType("SearchResult", { description: "One thing of the network that is like what was typed." })
export class SearchResult {
  @Field(() => SearchKind, { description: "What it is." })
  kind!: SearchKind;

  @Field(() => ID, { description: "Its id or code." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  label!: string;

  @Field(() => String, { nullable: true, description: "What tells it from others of its name: a topic's domain, a system's state, a coach's organisation; null where there is nothing." })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: "Where a resource is; null for everything else." })
  url!: string | null;
}
