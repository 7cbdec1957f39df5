import { Field, ID, ObjectType } from "type-graphql";
import type { Role, StaffPosition } from "@arl/schema/enums";
import { InvitationStateEnum, RoleEnum, StaffPositionEnum, type InvitationState } from "../../enums";
import { connectionOf } from "../../page";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Invitation", { description: "Somebody asked to join, or to be something more, by a link that came to their address. For staff." })
export class Invitation {
  @Field(() => ID, { description: "The invitation's id; not what its link holds." })
  id!: string;

  @Field(() => String, { description: "The address to which it went." })
  email!: string;

  @Field(() => String, { nullable: true, description: "What they are called; null where not given." })
  name!: string | null;

  @Field(() => RoleEnum, { description: "What they are to be." })
  role!: Role;

  @Field(() => [StaffPositionEnum], { description: "Of staff: what they are to do; empty for others." })
  positions!: StaffPosition[];

  @Field(() => InvitationStateEnum, { description: "Where it stands now." })
  state!: InvitationState;

  @Field(() => DateTimeScalar, { description: "When they were first invited." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "Until when the newest link can be used: 14 days." })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was accepted; null = not." })
  acceptedAt!: Date | null;
}

export const InvitationConnection = connectionOf(() => Invitation, "Invitation");

@ObjectType("InvitationOffer", { description: "What the holder of an invitation's link may see of it." })
export class InvitationOffer {
  @Field(() => String, { description: "The address to which it went, with which they will sign in." })
  email!: string;

  @Field(() => String, { nullable: true, description: "What they are called; null where not given." })
  name!: string | null;

  @Field(() => RoleEnum, { description: "What they are to be." })
  role!: Role;

  @Field(() => String, { nullable: true, description: "The organisation to which they are to belong; null where it is none." })
  organisation!: string | null;

  @Field(() => InvitationStateEnum, { description: "Where it stands now." })
  state!: InvitationState;
}

@ObjectType("InvitePersonPayload", { description: "The invitation that is now open." })
export class InvitePersonPayload {
  @Field(() => Invitation, { description: "The invitation." })
  invitation!: Invitation;
}

@ObjectType("ResendInvitationPayload", { description: "The invitation whose link was sent anew." })
export class ResendInvitationPayload {
  @Field(() => Invitation, { description: "The invitation." })
  invitation!: Invitation;
}

@ObjectType("RevokeInvitationPayload", { description: "The invitation that is open no longer." })
export class RevokeInvitationPayload {
  @Field(() => Invitation, { description: "The invitation." })
  invitation!: Invitation;
}

@ObjectType("AcceptInvitationPayload", { description: "Who has joined." })
export class AcceptInvitationPayload {
  @Field(() => String, { description: "The address with which they now sign in." })
  email!: string;
}
