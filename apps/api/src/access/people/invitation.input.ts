import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import type { Role, StaffPosition } from "@arl/schema/enums";
import { RoleEnum, StaffPositionEnum } from "../../enums";
import { emailAddress, optionalLineOf, someId } from "../../input";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../password";
import { roleFields } from "./role.input";

@InputType("InvitePersonInput", { description: "Whom to invite, and to what." })
export class InvitePersonInput {
  @Field(() => String, { description: "Where the link goes, and with what they will sign in. Read without case." })
  email!: string;

  @Field(() => String, { nullable: true, description: "What they are called, up to 200 characters; they may say otherwise." })
  name?: string | null;

  @Field(() => RoleEnum, { description: "What they are to be." })
  role!: Role;

  @Field(() => [StaffPositionEnum], { nullable: true, description: "Of staff, and needed there: what they are to do." })
  positions?: StaffPosition[] | null;

  @Field(() => ID, { nullable: true, description: "Of coaches and provider's leads: their organisation. A coach who is named belongs to the coach's own." })
  providerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of coaches: which coach of that organisation they are." })
  coachId?: string | null;
}

@InputType("ResendInvitationInput", { description: "Which invitation's link to send anew." })
export class ResendInvitationInput {
  @Field(() => ID, { description: "The invitation's id." })
  id!: string;
}

@InputType("RevokeInvitationInput", { description: "Which invitation to take back." })
export class RevokeInvitationInput {
  @Field(() => ID, { description: "The invitation's id." })
  id!: string;
}

@InputType("AcceptInvitationInput", { description: "What the holder of a link says to join." })
export class AcceptInvitationInput {
  @Field(() => String, { description: "The last part of the link." })
  token!: string;

  @Field(() => String, { nullable: true, description: "What they are called, up to 200 characters; null = as the invitation says. An account that is there keeps its name." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "For a new account the password it is to have, 10 to 128 characters; for one that is there its own. Not needed by who is signed in with it." })
  password?: string | null;
}

const LONGEST_NAME = 200;

export const invitePersonRules = z.object({ email: emailAddress, name: optionalLineOf(LONGEST_NAME), ...roleFields });
export const invitationIdRules = z.object({ id: someId });
export const acceptInvitationRules = z.object({
  token: z.string().trim(),
  name: optionalLineOf(LONGEST_NAME),
  password: z
    .string()
    .max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`)
    .nullish()
    .transform((given) => given ?? null),
});

/** The rule for a password that somebody sets; not for one that was set before. */
export const newPasswordRules = z.object({
  password: z.string("Choose a password.").min(SHORTEST_PASSWORD, `A password has at least ${SHORTEST_PASSWORD} characters.`),
});
