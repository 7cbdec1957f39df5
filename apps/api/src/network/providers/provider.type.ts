import { Field, Float, ID, ObjectType } from "type-graphql";
import type { CoachRole, ProviderKind } from "@arl/schema/enums";
import { CoachRoleEnum, ProviderKindEnum } from "../../enums";
import { connectionOf } from "../../page";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Provider", { description: "An organisation whose coaches work in the network; the hub is one of them." })
export class Provider {
  @Field(() => ID, { description: "The organisation's id." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => ProviderKindEnum, { description: "What it does in the network." })
  kind!: ProviderKind;

  @Field(() => String, { nullable: true, description: "Its website; null where not given." })
  website!: string | null;
}

@ObjectType("Coach", { description: "Somebody who coaches leaders for an organisation." })
export class Coach {
  @Field(() => ID, { description: "The coach's id." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => CoachRoleEnum, { description: "Generalist or specialist." })
  role!: CoachRole;

  @Field(() => Float, { nullable: true, description: "Coaching hours offered a month; null where not known." })
  hoursPerMonth!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when they coach; null = from the start." })
  activeFrom!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when they coach no more; null = still active." })
  activeTo!: Date | null;
}

export const CoachConnection = connectionOf(() => Coach, "Coach");
