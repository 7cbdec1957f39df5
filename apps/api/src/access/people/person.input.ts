import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { ROLES, type Role, type StaffPosition } from "@arl/schema/enums";
import { RoleEnum, StaffPositionEnum } from "../../enums";
import { someId } from "../../input";
import { roleFields } from "./role.input";

@InputType("GiveRoleInput", { description: "A role for somebody, and what it is for." })
export class GiveRoleInput {
  @Field(() => ID, { description: "The person's id." })
  personId!: string;

  @Field(() => RoleEnum, { description: "What they are to be." })
  role!: Role;

  @Field(() => [StaffPositionEnum], { nullable: true, description: "Of staff, and needed there: what they do." })
  positions?: StaffPosition[] | null;

  @Field(() => ID, { nullable: true, description: "Of coaches and provider's leads: their organisation. A coach who is named belongs to the coach's own." })
  providerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of coaches: which coach of that organisation they are." })
  coachId?: string | null;
}

@InputType("TakeRoleInput", { description: "A role that somebody is to hold no longer." })
export class TakeRoleInput {
  @Field(() => ID, { description: "The person's id." })
  personId!: string;

  @Field(() => RoleEnum, { description: "The role." })
  role!: Role;
}

@InputType("DisablePersonInput", { description: "Whose account is to be shut, or opened again." })
export class DisablePersonInput {
  @Field(() => ID, { description: "The person's id." })
  id!: string;

  @Field(() => Boolean, { description: "True shuts the account and ends its sessions; false opens it again." })
  disabled!: boolean;
}

export const giveRoleRules = z.object({ personId: someId, ...roleFields });
export const takeRoleRules = z.object({ personId: someId, role: z.enum(ROLES) });
export const disablePersonRules = z.object({ id: someId, disabled: z.boolean() });
