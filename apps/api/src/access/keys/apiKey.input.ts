import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { KEY_SCOPES, type KeyScope } from "@arl/schema/enums";
import { KeyScopeEnum } from "../../enums";
import { lineOf, someId } from "../../input";
import { LIFETIME_DAYS, OVERLAP_HOURS } from "./lifetime";

const LONGEST_NAME = 100;

@InputType("MakeApiKeyInput", { description: "The key to make." })
export class MakeApiKeyInput {
  @Field(() => String, { description: `What to call it, up to ${LONGEST_NAME} characters: where it is used, for one.` })
  name!: string;

  @Field(() => [KeyScopeEnum], { description: "What it may be used for. SHARED_READ always; OWN_READ besides for leads of an organisation." })
  scopes!: KeyScope[];

  @Field(() => Int, { defaultValue: LIFETIME_DAYS.usual, description: `Days until it ends, ${LIFETIME_DAYS.least} to ${LIFETIME_DAYS.most}.` })
  expiresInDays!: number;
}

@InputType("RotateApiKeyInput", { description: "The key to put another in the place of." })
export class RotateApiKeyInput {
  @Field(() => ID, { description: "The key's id." })
  id!: string;

  @Field(() => Int, { defaultValue: OVERLAP_HOURS.usual, description: `Hours for which the old key works beside the new one, ${OVERLAP_HOURS.least} to ${OVERLAP_HOURS.most}.` })
  overlapHours!: number;
}

@InputType("RevokeApiKeyInput", { description: "The key to revoke." })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: "The key's id." })
  id!: string;
}

const within = ({ least, most }: { readonly least: number; readonly most: number }, unit: string) => {
  const said = `This is ${least} to ${most} ${unit}.`;
  return z.int(said).min(least, said).max(most, said);
};

export const makeApiKeyRules = z.object({
  name: lineOf(LONGEST_NAME),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .transform((scopes) => KEY_SCOPES.filter((scope) => scopes.includes(scope)))
    .refine((scopes) => scopes.includes("shared:read"), "Every key reads shared figures: name SHARED_READ."),
  expiresInDays: within(LIFETIME_DAYS, "days"),
});
export const rotateApiKeyRules = z.object({ id: someId, overlapHours: within(OVERLAP_HOURS, "hours") });
export const revokeApiKeyRules = z.object({ id: someId });
