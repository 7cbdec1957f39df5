import { Field, ID, Int, ObjectType } from "type-graphql";
import type { EnrollmentBand, Locale } from "@arl/schema/enums";
import { EnrollmentBandEnum, enumOf, LocaleEnum } from "../../enums";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { EXCLUSION_REASONS, type ExclusionReason } from "./profile.table";

export const ExclusionReasonEnum = enumOf(EXCLUSION_REASONS, "ExclusionReason", "Why somebody is not to be matched with a system.");

@ObjectType("WeeklyWindow", { description: "A stretch of one weekday, week after week, in the time zone of whoever it belongs to." })
export class WeeklyWindowType {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;

  @Field(() => Int, { description: "Minutes after midnight." })
  from!: number;

  @Field(() => Int, { description: "Minutes after midnight, over `from`." })
  to!: number;
}

@ObjectType("CoachProfile", { description: "What a coach says of themselves." })
export class CoachProfile {
  @Field(() => [String], { description: "Languages beside English." })
  languages!: string[];

  @Field(() => String, { nullable: true, description: "Time zone; null = not said." })
  timeZone!: string | null;

  @Field(() => [WeeklyWindowType], { description: "When there is time for calls; empty = not said." })
  windows!: readonly WeeklyWindowType[];

  @Field(() => Int, { nullable: true, description: "Relationships at once; null = as many as the hours allow." })
  maxRelationships!: number | null;

  @Field(() => [LocaleEnum], { description: "Kinds of places that they would rather work with." })
  locales!: Locale[];

  @Field(() => [EnrollmentBandEnum], { description: "Sizes of systems that they would rather work with." })
  enrollmentBands!: EnrollmentBand[];

  @Field(() => DateScalar, { nullable: true, description: "The first day on which they take on new work again; null = they do." })
  pausedUntil!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was last changed." })
  updatedAt!: Date;

  @Field(() => String, { description: "By whom." })
  updatedByName!: string;
}

@ObjectType("MatchExclusion", { description: "A coach, or all of an organisation, who is not to be matched with a system." })
export class MatchExclusion {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => ExclusionReasonEnum, { description: "Why." })
  why!: ExclusionReason;

  @Field(() => String, { nullable: true, description: "More of it; null = nothing." })
  note!: string | null;

  @Field(() => String, { description: "Who wrote it down." })
  madeByName!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  madeAt!: Date;
}
