import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { SESSION_MODES, type SessionMode } from "@arl/schema/enums";
import { SessionModeEnum } from "../../enums";
import { optionalLineOf, someId } from "../../input";
import { DateTimeScalar } from "../../scalars";

@InputType("PlanCallInput", { description: "A call that coach and leader have agreed on, or one that is planned as it is to be." })
export class PlanCallInput {
  @Field(() => ID, { description: "A UUID that the caller makes; one that is known moves or changes that call." })
  id!: string;

  @Field(() => ID, { description: "The engagement." })
  engagementId!: string;

  @Field(() => DateTimeScalar, { description: "When it begins; ahead, within two years." })
  startsAt!: Date;

  @Field(() => Int, { nullable: true, description: "Minutes to keep for it, 5 to 600; null = 45." })
  minutes?: number | null;

  @Field(() => SessionModeEnum, { nullable: true, description: "How it is to be held; null = by video." })
  mode?: SessionMode | null;

  @Field(() => String, { nullable: true, description: "A link or a telephone number, in one line of up to 500 characters." })
  place?: string | null;

  @Field(() => String, { nullable: true, description: "The leader's time zone by its IANA name, in which mails tell the time; null = the engagement's `callZone`, or what it was of a call that is changed." })
  timeZone?: string | null;
}

const USUAL_MINUTES = 45;

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const planCallRules = z.object({
  id: z.uuid("Give a UUID."),
  engagementId: someId,
  startsAt: z.date(),
  minutes: z.int().min(5, "A call takes at least 5 minutes.").max(600, "A call takes at most 600 minutes.").nullish().transform((given) => given ?? USUAL_MINUTES),
  mode: z.enum(SESSION_MODES).nullish().transform((given) => given ?? "video"),
  place: optionalLineOf(500),
  timeZone: optionalLineOf(60).refine((name) => name === null || isZone(name), "This is no time zone, such as America/Chicago."),
});
export type PlanOfCall = z.output<typeof planCallRules>;

@InputType("CancelCallInput", { description: "Which planned call is off." })
export class CancelCallInput {
  @Field(() => ID, { description: "The call's id." })
  id!: string;
}
