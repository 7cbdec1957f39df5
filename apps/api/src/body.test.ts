import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "./body";

test("JSON is read as what it says", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
      expect(readJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each(["", "{", "{} x", "undefined", "'x'", "\u0000"])("%j is not JSON, and reads as nothing", (text) => {
  expect(readJson(text)).toBeUndefined();
});

test.each(["[", '{"a":'])("nesting by %s as deep as a body may be long reads as nothing", (open) => {
  const levels = 16_000;
  expect(readJson(`${open.repeat(levels)}1${(open === "[" ? "]" : "}").repeat(levels)}`)).toBeUndefined();
});
