import { Field, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { enumOf, TagActionEnum } from "../../enums";
import { emailAddress, lineOf, optionalLineOf, someId } from "../../input";

@InputType("SuitingWindowInput", { description: "A stretch of a weekday that suits, in local time." })
export class SuitingWindowInput {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;

  @Field(() => Int, { description: "Minutes after midnight." })
  from!: number;

  @Field(() => Int, { description: "Minutes after midnight, over `from`, at most 1440." })
  to!: number;
}

@InputType("CompleteRequestInput", { description: "What helps to choose coaches. All of it is as said here from now on." })
export class CompleteRequestInput {
  @Field(() => String, { nullable: true, description: "The leader's name, up to 200 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "What they do, up to 200 characters." })
  role?: string | null;

  @Field(() => Int, { nullable: true, description: "How many schools it is about." })
  schools?: number | null;

  @Field(() => String, { nullable: true, description: "IANA name of the time zone of the times that suit." })
  timeZone?: string | null;

  @Field(() => [SuitingWindowInput], { description: "When calls suit; empty = whenever." })
  windows!: SuitingWindowInput[];

  @Field(() => [String], { description: "Languages beside English in which coaching would help." })
  languages!: string[];
}

@InputType("CorrectTopicInput", { description: "What a leader says of a topic of their request." })
export class CorrectTopicInput {
  @Field(() => ID, { description: "The topic's code." })
  topicId!: string;

  @Field(() => TagActionEnum, { description: "ADDED: it is about this too. REMOVED: it is not about this." })
  action!: "added" | "removed";

  @Field(() => ID, { description: "A UUID that the page made." })
  idempotencyKey!: string;
}

@InputType("AddColleagueInput", { description: "Somebody who is to see the request too." })
export class AddColleagueInput {
  @Field(() => String, { description: "Their name, up to 200 characters." })
  name!: string;

  @Field(() => String, { description: "Their e-mail address." })
  email!: string;

  @Field(() => ID, { description: "A UUID that the page made." })
  idempotencyKey!: string;
}

const AskMoreKindEnum = enumOf(["more", "another_call", "message"], "AskMoreKind", "MORE help than there is, ANOTHER_CALL, or a MESSAGE.");

@InputType("AskMoreInput", { description: "What else the leader would like." })
export class AskMoreInput {
  @Field(() => AskMoreKindEnum, { description: "What." })
  kind!: "more" | "another_call" | "message";

  @Field(() => String, { nullable: true, description: "In their words, up to 5,000 characters; a MESSAGE has some." })
  text?: string | null;

  @Field(() => ID, { description: "A UUID that the page made." })
  idempotencyKey!: string;
}

@InputType("StopRequestInput", { description: "An end to the request, or to the coaching." })
export class StopRequestInput {
  @Field(() => String, { nullable: true, description: "Why, up to 5,000 characters." })
  reason?: string | null;

  @Field(() => ID, { description: "A UUID that the page made." })
  idempotencyKey!: string;
}

const LONGEST_TEXT = 5_000;
const LONGEST_LINE = 200;
const MOST_WINDOWS = 35;
const MOST_LANGUAGES = 10;
const MOST_SCHOOLS = 5_000;
const DAY_MINUTES = 1440;

const idempotencyKey = z.uuid("This is not a UUID.");

const words = z
  .string()
  .nullish()
  .transform((text) => {
    const kept = (text ?? "").replaceAll(/\r\n?/g, "\n").trim();
    return kept === "" ? null : kept;
  })
  .pipe(z.string().max(LONGEST_TEXT, "This has at most 5,000 characters.").regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, "This has characters in it that cannot be kept.").nullable());

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
};

const minutes = z.int("Minutes are whole.").min(0, "A day begins at 0.").max(DAY_MINUTES, "A day ends at 1440.");

export const completeRequestRules = z.object({
  name: optionalLineOf(LONGEST_LINE),
  role: optionalLineOf(LONGEST_LINE),
  schools: z.int("Schools are whole.").min(1, "This is at least 1.").max(MOST_SCHOOLS, "No system has so many schools.").nullish().transform((given) => given ?? null),
  timeZone: optionalLineOf(LONGEST_LINE).pipe(z.string().refine(isTimeZone, "This is no time zone.").nullable()),
  windows: z
    .array(z.object({ day: z.int().min(1, "Monday is 1.").max(7, "Sunday is 7."), from: minutes, to: minutes }).refine(({ from, to }) => to > from, "It ends after it begins."))
    .max(MOST_WINDOWS, "So many times are whenever."),
  languages: z.array(lineOf(50)).max(MOST_LANGUAGES, "Ten at most."),
});

export type CompletedRequest = z.output<typeof completeRequestRules>;

export const correctTopicRules = z.object({ topicId: someId, action: z.enum(["added", "removed"]), idempotencyKey });
export const addColleagueRules = z.object({ name: lineOf(LONGEST_LINE), email: emailAddress, idempotencyKey });
export const askMoreRules = z
  .object({ kind: z.enum(["more", "another_call", "message"]), text: words, idempotencyKey })
  .refine(({ kind, text }) => kind !== "message" || text !== null, { path: ["text"], error: "A sentence is enough." });
export const stopRequestRules = z.object({ reason: words, idempotencyKey });
