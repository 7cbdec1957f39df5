import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { PROVIDER_KINDS, type ProviderKind } from "@arl/schema/enums";
import { ProviderKindEnum } from "../../enums";
import { lineOf, optionalLineOf, someId } from "../../input";

@InputType("AddOrganisationInput", { description: "An organisation that joins the network." })
export class AddOrganisationInput {
  @Field(() => String, { description: "Its name, up to 200 characters; no other organisation has it, in whatever case." })
  name!: string;

  @Field(() => ProviderKindEnum, { nullable: true, description: "What it does in the network; null = PROVIDER. A network has one HUB." })
  kind?: ProviderKind | null;

  @Field(() => String, { nullable: true, description: "Its website, which begins with http:// or https://." })
  website?: string | null;
}

@InputType("ChangeOrganisationInput", { description: "What is to be otherwise about an organisation; what is left out stays." })
export class ChangeOrganisationInput {
  @Field(() => ID, { description: "The organisation's id." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its name from now on; null = as it is." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Its website from now on; null or empty = none." })
  website?: string | null;
}

const LONGEST_NAME = 200;
const LONGEST_WEBSITE = 2000;

const website = optionalLineOf(LONGEST_WEBSITE).pipe(z.url({ protocol: /^https?$/, error: "A website begins with http:// or https://." }).nullable());

export const addOrganisationRules = z.object({
  name: lineOf(LONGEST_NAME),
  kind: z
    .enum(PROVIDER_KINDS)
    .nullish()
    .transform((given) => given ?? "provider"),
  website,
});

export const changeOrganisationRules = z.object({
  id: someId,
  name: lineOf(LONGEST_NAME).nullish(),
  website: website.optional(),
});
