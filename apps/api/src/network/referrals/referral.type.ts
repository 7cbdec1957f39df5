import { Field, ID, ObjectType } from "type-graphql";
import type { ReferralOutcome } from "@arl/schema/enums";
import { ReferralOutcomeEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";

@ObjectType("Referral", { description: "A need deeper than coaching, sent on to somebody outside the network." })
export class Referral {
  @Field(() => ID, { description: "The referral's id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  sentAt!: Date;

  @Field(() => String, { description: "To whom." })
  destination!: string;

  @Field(() => String, { nullable: true, description: "Why; null where not said." })
  reason!: string | null;

  @Field(() => ReferralOutcomeEnum, { nullable: true, description: "What came of it; null = not known yet." })
  outcome!: ReferralOutcome | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When that was known; null where not recorded." })
  outcomeAt!: Date | null;
}
