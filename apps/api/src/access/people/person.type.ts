import { Field, ID, ObjectType } from "type-graphql";
import type { Role, StaffPosition } from "@arl/schema/enums";
import { RoleEnum, StaffPositionEnum } from "../../enums";
import { connectionOf } from "../../page";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Membership", { description: "A role that a person holds, and what it is for." })
export class Membership {
  @Field(() => RoleEnum, { description: "What they are in the network." })
  role!: Role;

  @Field(() => [StaffPositionEnum], { description: "What a member of staff does; empty for others." })
  positions!: StaffPosition[];
}

@ObjectType("Person", { description: "Somebody with an account. All staff may read people; admins change what they are." })
export class Person {
  @Field(() => ID, { description: "The account's id." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { description: "E-mail address, with which they sign in." })
  email!: string;

  @Field(() => DateTimeScalar, { description: "When the account was made." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they last signed in; null = never." })
  lastSignInAt!: Date | null;

  @Field(() => Boolean, { description: "Whether signing in takes a second factor." })
  twoFactor!: boolean;
}

export const PersonConnection = connectionOf(() => Person, "Person");

@ObjectType("GiveRolePayload", { description: "Who now holds the role." })
export class GiveRolePayload {
  @Field(() => Person, { description: "The person as they are now." })
  person!: Person;
}

@ObjectType("TakeRolePayload", { description: "Who no longer holds the role." })
export class TakeRolePayload {
  @Field(() => Person, { description: "The person as they are now." })
  person!: Person;
}

@ObjectType("DisablePersonPayload", { description: "Whose account was shut or opened." })
export class DisablePersonPayload {
  @Field(() => Person, { description: "The person as they are now." })
  person!: Person;
}
