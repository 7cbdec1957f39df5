import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { ENROLLMENT_BANDS, LOCALES, type EnrollmentBand, type Locale } from "@arl/schema/enums";
import { EnrollmentBandEnum, LocaleEnum } from "../../enums";
import { lineOf, optionalId, optionalLineOf, someId } from "../../input";
import { DateScalar } from "../../scalars";
import { EXCLUSION_REASONS, type ExclusionReason } from "./profile.table";
import { ExclusionReasonEnum } from "./profile.type";

@InputType("WeeklyWindowInput", { description: "A stretch of one weekday, week after week." })
export class WeeklyWindowInput {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;

  @Field(() => Int, { description: "Minutes after midnight, 0 to 1439." })
  from!: number;

  @Field(() => Int, { description: "Minutes after midnight, over `from` and up to 1440." })
  to!: number;
}

@InputType("SetCoachProfileInput", { description: "What a coach says of themselves, whole: what is left out is not known." })
export class SetCoachProfileInput {
  @Field(() => ID, { nullable: true, description: "The coach; null = the viewer. Staff change anybody's." })
  coachId?: string | null;

  @Field(() => [String], { description: "Languages beside English, by their English names." })
  languages!: string[];

  @Field(() => String, { nullable: true, description: "Time zone, such as `America/Denver`; has to be there with hours." })
  timeZone?: string | null;

  @Field(() => [WeeklyWindowInput], { description: "When there is time for calls, up to 50 stretches; none = not said." })
  windows!: WeeklyWindowInput[];

  @Field(() => Int, { nullable: true, description: "Relationships at once, 0 to 100; null = as many as the hours allow." })
  maxRelationships?: number | null;

  @Field(() => [LocaleEnum], { description: "Kinds of places that they would rather work with; it decides nothing." })
  locales!: Locale[];

  @Field(() => [EnrollmentBandEnum], { description: "Sizes of systems that they would rather work with; it decides nothing." })
  enrollmentBands!: EnrollmentBand[];

  @Field(() => DateScalar, { nullable: true, description: "The first day on which they take on new work again; null = they do." })
  pausedUntil?: string | null;
}

const MOST_LANGUAGES = 20;
const LONGEST_LANGUAGE = 60;
const MOST_WINDOWS = 50;
const MINUTES_A_DAY = 1440;
const MOST_RELATIONSHIPS = 100;

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: name }));
  } catch {
    return false;
  }
};

const window = z
  .object({ day: z.int().min(1, "A day is 1 to 7.").max(7, "A day is 1 to 7."), from: z.int().min(0, "A day begins at 0."), to: z.int().max(MINUTES_A_DAY, "A day ends at 1440.") })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "This ends before it begins." });

export const setProfileRules = z
  .object({
    coachId: optionalId,
    languages: z.array(lineOf(LONGEST_LANGUAGE)).max(MOST_LANGUAGES, `Name up to ${MOST_LANGUAGES} languages.`).transform((given) => [...new Set(given)]),
    timeZone: optionalLineOf(LONGEST_LANGUAGE).refine((given) => given === null || isTimeZone(given), "This is no time zone that we know."),
    windows: z.array(window).max(MOST_WINDOWS, `Give up to ${MOST_WINDOWS} stretches.`),
    maxRelationships: z.int().min(0, "Give 0 or more.").max(MOST_RELATIONSHIPS, `Give up to ${MOST_RELATIONSHIPS}.`).nullish().transform((given) => given ?? null),
    locales: z.array(z.enum(LOCALES)).transform((given) => [...new Set(given)]),
    enrollmentBands: z.array(z.enum(ENROLLMENT_BANDS).exclude(["UNKNOWN"], "Choose sizes that are known.")).transform((given) => [...new Set(given)]),
    pausedUntil: z.string().nullish().transform((given) => given ?? null),
  })
  .refine(({ windows, timeZone }) => windows.length === 0 || timeZone !== null, { path: ["timeZone"], message: "Say in which time zone these hours are." });

@InputType("ExcludeFromSystemInput", { description: "A coach, or all of an organisation, who is not to be matched with a system." })
export class ExcludeFromSystemInput {
  @Field(() => ID, { description: "A UUID that the caller makes: the same sent twice is one." })
  id!: string;

  @Field(() => ID, { description: "The system." })
  systemId!: string;

  @Field(() => ID, { nullable: true, description: "The coach; either a coach or an organisation." })
  coachId?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation." })
  providerId?: string | null;

  @Field(() => ExclusionReasonEnum, { description: "Why." })
  why!: ExclusionReason;

  @Field(() => String, { nullable: true, description: "More of it, up to 500 characters; for staff alone." })
  note?: string | null;
}

const LONGEST_NOTE = 500;
export const excludeRules = z
  .object({ id: z.uuid("Give a UUID."), systemId: someId, coachId: optionalId, providerId: optionalId, why: z.enum(EXCLUSION_REASONS), note: optionalLineOf(LONGEST_NOTE) })
  .refine(({ coachId, providerId }) => (coachId === null) !== (providerId === null), { path: ["coachId"], message: "Name either a coach or an organisation." });

@InputType("EndExclusionInput", { description: "An exclusion that no longer holds." })
export class EndExclusionInput {
  @Field(() => ID, { description: "The exclusion." })
  id!: string;
}
export const endExclusionRules = z.object({ id: z.uuid("Give the id of an exclusion.") });
