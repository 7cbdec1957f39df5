import { Field, ID, ObjectType } from "type-graphql";
import type { ResourceKind } from "@arl/schema/enums";
import { ResourceKindEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Resource", { description: "Guidance or a tool in the public hub." })
export class Resource {
  @Field(() => ID, { description: "The resource's id." })
  id!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => String, { description: "Where it is: an http or https address." })
  url!: string;

  @Field(() => ResourceKindEnum, { nullable: true, description: "What it is; null where not said." })
  kind!: ResourceKind | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it is in the hub; null = from the start." })
  publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when it is current no more; null = still current." })
  retiredAt!: Date | null;
}
