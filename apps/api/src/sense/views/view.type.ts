import { Field, ID, ObjectType } from "type-graphql";
import type { Role } from "@arl/schema/enums";
import { RoleEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("SavedView", { description: "A page of the dashboard with everything in its address, kept under a name." })
export class SavedView {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "What its owner calls it." })
  name!: string;

  @Field(() => String, { description: "The page's path within the dashboard, such as `/needs`." })
  path!: string;

  @Field(() => String, { description: "The address's parameters, without the question mark." })
  search!: string;

  @Field(() => [RoleEnum], { description: "Roles whose people see it as well; their figures stay their own. Empty = nobody else." })
  sharedWith!: Role[];

  @Field(() => String, { description: "Whose it is." })
  ownerName!: string;

  @Field(() => DateTimeScalar, { description: "When it was last changed, by the real clock." })
  changedAt!: Date;
}

@ObjectType("SaveViewPayload", { description: "The view that was kept." })
export class SaveViewPayload {
  @Field(() => SavedView, { description: "The view." })
  view!: SavedView;
}

@ObjectType("RemoveViewPayload", { description: "The view that is gone." })
export class RemoveViewPayload {
  @Field(() => ID, { description: "The id that it had." })
  id!: string;
}
