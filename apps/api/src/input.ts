import { z } from "zod";
import { badInput } from "./errors";

/**
 * What a mutation's `input` holds, trimmed and checked.
 * @throws DomainError BAD_USER_INPUT with the path of the first field at fault, such as `input.email`.
 */
export function readInput<Rules extends z.ZodType>(rules: Rules, input: unknown): z.output<Rules> {
  const result = rules.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badInput(["input", ...(issue?.path ?? [])].join("."), issue?.message ?? "This is not allowed.");
}

/** One line of text as people type it: trimmed, not empty, at most `longest` characters, none of them invisible controls. */
export const lineOf = (longest: number) =>
  z
    .string("Give some text.")
    .trim()
    .min(1, "This may not be empty.")
    .max(longest, `This has at most ${longest} characters.`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "This is one line of text, without control characters.");

/** The same where nothing need be given: null, nothing and blanks are null. */
export const optionalLineOf = (longest: number) => z.preprocess(blankAsNull, lineOf(longest).nullable());

function blankAsNull(value: unknown): unknown {
  return value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;
}

const LONGEST_ADDRESS = 254;

/** An e-mail address in the form in which accounts keep it: trimmed, in lower case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(LONGEST_ADDRESS, `An e-mail address has at most ${LONGEST_ADDRESS} characters.`)
  .pipe(z.email("This does not look like an e-mail address."));

const LONGEST_ID = 255;

/** An id that somebody else made: any text that could be one. */
export const someId = lineOf(LONGEST_ID);
export const optionalId = optionalLineOf(LONGEST_ID);

/** Whether it could be the id of something that was made here. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
