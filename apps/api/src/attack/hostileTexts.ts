/** Texts that mean something elsewhere: to a browser, a terminal, a mail server, a spreadsheet, a database. */
export const TEXTS = {
  script: "<script>alert(1)</script><img src=x onerror=alert(1)>",
  formula: "=HYPERLINK(\"https://evil.example\")",
  nothing: " \t ",
  zero: "zero\u0000byte",
  escape: "\u001b[31mred",
  lines: "fine\r\nBcc: everybody@example.org\r\n\r\nbody",
  separator: "two\u2028lines",
  halfACharacter: "half \ud83d of one",
  backwards: "\u202egnp.exe",
  quote: "'; drop table requests; --",
  endless: "x".repeat(65_536),
} as const;

export const HOSTILE_IDS = ["script", "zero", "halfACharacter", "quote", "endless"] as const;

const TOLD = ["BAD_USER_INPUT", "NOT_FOUND", "CONFLICT", "FORBIDDEN", "UNAUTHENTICATED"];

/** What came of an operation, as far as it was refused. */
interface Told {
  readonly errors: readonly { readonly message: string; readonly code: unknown; readonly field: unknown }[];
}

/** Either it is done, or it is refused with a code, in a sentence, and where the input is at fault, with the field. */
export function isTold({ errors: [error] }: Told): boolean {
  if (error === undefined) return true;
  if (!TOLD.includes(String(error.code)) || !/^\S.*\.$/u.test(error.message) || error.message.length > 400) return false;
  return error.code !== "BAD_USER_INPUT" || /^(variables\.)?input\b/.test(String(error.field));
}
