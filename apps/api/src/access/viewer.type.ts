import { Field, ID, ObjectType } from "type-graphql";
import type { Role, StaffPosition } from "@arl/schema/enums";
import { RoleEnum, StaffPositionEnum } from "../enums";

@ObjectType("Viewer", { description: "Who is signed in." })
export class ViewerType {
  @Field(() => ID, { description: "The account's id." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { description: "E-mail address, with which they sign in." })
  email!: string;

  @Field(() => [RoleEnum], { description: "What they are in the network." })
  roles!: Role[];

  @Field(() => [StaffPositionEnum], { description: "What a member of staff does; empty for others." })
  positions!: StaffPosition[];
}
