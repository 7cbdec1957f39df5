import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { URGENCIES, type Urgency } from "@arl/schema/enums";
import { UrgencyEnum } from "../../enums";
import { emailAddress, optionalLineOf } from "../../input";
import { INTAKE_FIELDS, type IntakeField } from "./intake.table";
import { IntakeFieldEnum } from "./intake.type";

@InputType("SubmitRequestInput", { description: "What a leader asks. The system is a district of the directory, else a name and a state." })
export class SubmitRequestInput {
  @Field(() => ID, { description: "A UUID that the form made. The same sent again is the same request." })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "NCES id of the district; null = see systemName." })
  leaid?: string | null;

  @Field(() => String, { nullable: true, description: "Name of a system that the directory does not list, up to 200 characters." })
  systemName?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code of that system's state." })
  state?: string | null;

  @Field(() => String, { description: "What is on the leader's mind, up to 20,000 characters." })
  narrative!: string;

  @Field(() => UrgencyEnum, { nullable: true, description: "How soon they need somebody; null = not said." })
  urgency?: Urgency | null;

  @Field(() => String, { description: "The leader's e-mail address." })
  email!: string;

  @Field(() => Int, { nullable: true, description: "Seconds from opening the form to submitting it, by the form's own clock." })
  secondsToSubmit?: number | null;

  @Field(() => String, { description: "What intakeForm gave when the form was opened." })
  formToken!: string;

  @Field(() => String, { nullable: true, description: "A field of the form that nobody sees: null or empty." })
  website?: string | null;
}

@InputType("FieldTimeInput", { description: "How long somebody was at a field of the form." })
export class FieldTimeInput {
  @Field(() => IntakeFieldEnum, { description: "The field." })
  field!: IntakeField;

  @Field(() => Int, { description: "Milliseconds, all visits to it together." })
  milliseconds!: number;
}

@InputType("RecordIntakeVisitInput", { description: "How far somebody came in the form. Nothing of what they wrote, and nothing of who they are." })
export class RecordIntakeVisitInput {
  @Field(() => ID, { description: "A UUID that the form made when it was opened." })
  id!: string;

  @Field(() => [FieldTimeInput], { description: "The fields that were reached, in that order." })
  fields!: FieldTimeInput[];

  @Field(() => IntakeFieldEnum, { nullable: true, description: "The field that was left last; null = none was reached." })
  lastField?: IntakeField | null;

  @Field(() => Int, { description: "Milliseconds since the form was opened." })
  milliseconds!: number;

  @Field(() => Boolean, { description: "Whether it was submitted." })
  submitted!: boolean;
}

const LONGEST_NARRATIVE = 20_000;
const LONGEST_SYSTEM_NAME = 200;
const LONGEST_TOKEN = 100;
const DAY_SECONDS = 24 * 3600;
const DAY_MS = DAY_SECONDS * 1000;

/** Several lines as people write them: line ends all alike, and no invisible controls. */
const textOf = (longest: number) =>
  z
    .string("Give some text.")
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, "A sentence is enough.")
        .max(longest, `This has at most ${longest.toLocaleString("en-US")} characters.`)
        .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, "This has characters in it that cannot be kept."),
    );

const idempotencyKey = z.uuid("This is not a UUID.");

export const submitRequestRules = z
  .object({
    idempotencyKey,
    leaid: z
      .string()
      .regex(/^\d{7}$/, "An NCES id has seven digits.")
      .nullish()
      .transform((given) => given ?? null),
    systemName: optionalLineOf(LONGEST_SYSTEM_NAME),
    state: optionalLineOf(2).transform((given) => given?.toUpperCase() ?? null),
    narrative: textOf(LONGEST_NARRATIVE),
    urgency: z
      .enum(URGENCIES)
      .nullish()
      .transform((given) => given ?? null),
    email: emailAddress,
    // A form left open for days says nothing of how long it takes.
    secondsToSubmit: z.number().nullish().transform((given) => (given != null && given >= 0 && given <= DAY_SECONDS ? Math.round(given) : null)),
    formToken: z.string().trim().max(LONGEST_TOKEN, "This is no token of the form."),
    website: z.string().nullish().transform((given) => given ?? null),
  })
  .refine(({ leaid, systemName }) => leaid !== null || systemName !== null, { path: ["systemName"], error: "Say which district or school you are asking for." })
  .refine(({ leaid, state }) => leaid !== null || state !== null, { path: ["state"], error: "Say which state it is in." });

export type SubmittedRequest = z.output<typeof submitRequestRules>;

const milliseconds = z.number().min(0).max(DAY_MS);

export const recordIntakeVisitRules = z.object({
  id: idempotencyKey,
  fields: z
    .array(z.object({ field: z.enum(INTAKE_FIELDS), milliseconds }))
    .max(INTAKE_FIELDS.length, "Each field once.")
    .refine((fields) => new Set(fields.map(({ field }) => field)).size === fields.length, "Each field once."),
  lastField: z.enum(INTAKE_FIELDS).nullish().transform((given) => given ?? null),
  milliseconds,
  submitted: z.boolean(),
});

export type RecordedVisit = z.output<typeof recordIntakeVisitRules>;
