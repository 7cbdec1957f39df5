import { Field, ID, ObjectType } from "type-graphql";
import type { EnrollmentBand, Governance, Locale, Urgency } from "@arl/schema/enums";
import { EnrollmentBandEnum, enumOf, GovernanceEnum, LocaleEnum, UrgencyEnum } from "../../enums";
import { DateTimeScalar } from "../../scalars";
import { DECLINE_REASONS, OFFER_ANSWERS, OFFER_KINDS, OFFER_STATES, type OfferAnswer, type OfferKind, type OfferState } from "./offer.table";

const OfferKindEnum = enumOf(OFFER_KINDS, "OfferKind", "TEAM: to take a request on. SPECIALIST: to help with an engagement that there is.");
const OfferStateEnum = enumOf(OFFER_STATES, "OfferState", "Where an offer stands. DECLINED: one of those who were asked said no; EXPIRED: not all answered in time.");
export const OfferAnswerEnum = enumOf(OFFER_ANSWERS, "OfferAnswer", "What a coach said.");
export const DeclineReasonEnum = enumOf(DECLINE_REASONS, "DeclineReason", "Why a coach said no. CONFLICT_OF_INTEREST also keeps them from being asked for this system again.");

@ObjectType("OfferCoach", { description: "A coach whom an offer asks." })
export class OfferCoach {
  @Field(() => OfferAnswerEnum, { nullable: true, description: "What they said; null = nothing yet." })
  answer!: OfferAnswer | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When." })
  answeredAt!: Date | null;
}

@ObjectType("Offer", { description: "A request that coaches were asked to take on, or to help with." })
export class Offer {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => OfferKindEnum, { description: "What is asked." })
  kind!: OfferKind;

  @Field(() => OfferStateEnum, { description: "Where it stands." })
  state!: OfferState;

  @Field(() => String, { description: "Who asks." })
  madeByName!: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: "By when an answer is asked for." })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended, however it did; null while open." })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What is asked, in the words of whoever asks; null = nothing beside the topics." })
  message!: string | null;
}

@ObjectType("OfferColleague", { description: "Somebody one would work with." })
export class OfferColleague {
  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { description: "Whom they coach for." })
  organisation!: string;

  @Field(() => OfferAnswerEnum, { nullable: true, description: "What they said; null = nothing yet, or they were not asked because they coach there already." })
  answer!: OfferAnswer | null;
}

@ObjectType("OfferCard", { description: "What is told of an offer to whoever it asks, before they are on the team: neither the system's name nor the leader's words." })
export class OfferCard {
  @Field(() => [String], { description: "What the leader asks about, in the framework's words and order." })
  topics!: readonly string[];

  @Field(() => String, { description: "Postal code of the state." })
  stateCode!: string;

  @Field(() => LocaleEnum, { nullable: true, description: "What kind of place; null where not known." })
  locale!: Locale | null;

  @Field(() => EnrollmentBandEnum, { description: "How many students." })
  enrollmentBand!: EnrollmentBand;

  @Field(() => GovernanceEnum, { nullable: true, description: "What kind of body; null where not known." })
  governance!: Governance | null;

  @Field(() => UrgencyEnum, { nullable: true, description: "How soon; null where not said." })
  urgency!: Urgency | null;

  @Field(() => [String], { description: "The leader's languages beside English." })
  languages!: readonly string[];

  @Field(() => DateTimeScalar, { description: "When they asked." })
  askedAt!: Date;

  @Field(() => [OfferColleague], { description: "Whom one would work with, the lead first." })
  colleagues!: readonly OfferColleague[];

  @Field(() => Boolean, { description: "Whether it asks the viewer; else it asks somebody for a team of theirs." })
  asksYou!: boolean;

  @Field(() => Boolean, { description: "Whether one would lead." })
  leads!: boolean;

  @Field(() => OfferAnswerEnum, { nullable: true, description: "What one has said oneself; null = nothing yet." })
  ownAnswer!: OfferAnswer | null;

  @Field(() => String, { nullable: true, description: "Whom questions about it reach; null = nobody in particular." })
  ownerName!: string | null;
}
