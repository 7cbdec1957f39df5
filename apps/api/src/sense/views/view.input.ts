import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { ROLES, type Role } from "@arl/schema/enums";
import { RoleEnum } from "../../enums";
import { lineOf, someId } from "../../input";

@InputType("SaveViewInput", { description: "A view to keep. One of the viewer's own with the same name is replaced." })
export class SaveViewInput {
  @Field(() => String, { description: "What to call it, 1 to 80 characters." })
  name!: string;

  @Field(() => String, { description: "The page's path within the dashboard, such as `/needs`." })
  path!: string;

  @Field(() => String, { defaultValue: "", description: "The address's parameters, with or without the question mark." })
  search!: string;

  @Field(() => [RoleEnum], { defaultValue: [], description: "Roles whose people see it as well. For staff; empty for others." })
  sharedWith!: Role[];
}

export const saveViewRules = z.object({
  name: lineOf(80),
  path: z
    .string()
    .trim()
    .max(120, "A path has at most 120 characters.")
    .regex(/^\/[a-z][a-zA-Z0-9/-]*$/, "A path leads to a page of the dashboard, such as /needs."),
  search: z
    .string()
    .trim()
    .max(2000, "An address's parameters have at most 2000 characters.")
    .transform((text) => text.replace(/^\?/, ""))
    .refine((text) => !/[\p{Cc}#?]/u.test(text), "These are not an address's parameters."),
  sharedWith: z.array(z.enum(ROLES)).transform((roles) => [...new Set(roles)].toSorted()),
});

@InputType("RemoveViewInput", { description: "A view to remove." })
export class RemoveViewInput {
  @Field(() => ID, { description: "Its id." })
  id!: string;
}

export const removeViewRules = z.object({ id: someId });
