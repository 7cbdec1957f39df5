import { describe, expect, test } from "vitest";
import { z } from "zod";
import { emailAddress, lineOf, optionalLineOf, readInput } from "./input";

const rules = z.object({ email: emailAddress, name: optionalLineOf(10), topics: z.array(lineOf(3)).default([]) });

/** The field and code of a refusal. */
function refusal(input: unknown): unknown {
  try {
    readInput(rules, input);
  } catch (error) {
    return (error as { extensions: unknown }).extensions;
  }
  return null;
}

test("text is trimmed, an address is put in lower case, and blanks are nothing", () => {
  expect(readInput(rules, { email: "  Ada@Example.ORG ", name: "  " })).toEqual({ email: "ada@example.org", name: null, topics: [] });
  expect(readInput(rules, { email: "a@b.example", name: " Ada " }).name).toBe("Ada");
});

describe("the first field at fault is named by its path", () => {
  test.each([
    [{ email: "ada" }, "input.email"],
    [{ email: `${"a".repeat(250)}@b.example` }, "input.email"],
    [{ email: "a@b.example\nbcc: c@d.example" }, "input.email"],
    [{ email: "a@b.example", name: "Ada\r\nSubject: x" }, "input.name"],
    [{ email: "a@b.example", name: "eleven long" }, "input.name"],
    [{ email: "a@b.example", topics: ["abc", " "] }, "input.topics.1"],
    [null, "input"],
  ])("%o", (input, field) => {
    expect(refusal(input)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});
