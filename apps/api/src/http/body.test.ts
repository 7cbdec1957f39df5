import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson as readBytes } from "./body";

const readJson = (text: string) => readBytes(new TextEncoder().encode(text));

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

test.each([
  ["a byte that no character has", [0x22, 0xff, 0x22]],
  ["half a surrogate pair", [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ["a character cut short", [0x22, 0xe2, 0x82, 0x22]],
  ["two bytes for what one says", [0x22, 0xc0, 0xaf, 0x22]],
])("%s is not UTF-8, and reads as nothing", (_what, bytes) => {
  expect(readBytes(new Uint8Array(bytes))).toBeUndefined();
});
