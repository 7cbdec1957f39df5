import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../scalars";

@ObjectType("PeerResource", { description: "A current resource on topics of the viewer's work, as they and others have used it." })
export class PeerResource {
  @Field(() => Int, { nullable: true, description: "In how many engagements of other organisations it was shared, at least; null where those are of fewer than 10 systems or 3 organisations, or over 70% are one organisation's." })
  elsewhere!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last shared in the viewer's own engagements; null = never." })
  lastUsedAt!: Date | null;
}
