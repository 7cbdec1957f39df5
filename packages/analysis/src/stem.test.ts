import { expect, test } from "vitest";
import { stem } from "./stem";

test.each([
  // The examples that Porter (1980) prints for steps 1a and 1b.
  ["caresses", "caress"], ["ties", "ti"], ["caress", "caress"], ["cats", "cat"], ["feed", "feed"], ["plastered", "plaster"],
  ["bled", "bled"], ["motoring", "motor"], ["sing", "sing"], ["conflated", "conflate"], ["troubled", "trouble"], ["sized", "size"],
  ["hopping", "hop"], ["tanned", "tan"], ["falling", "fall"], ["hissing", "hiss"], ["fizzed", "fizz"], ["failing", "fail"],
  ["filing", "file"], ["agreed", "agree"], ["ponies", "poni"],
  // And for 1c.
  ["happy", "happi"], ["sky", "sky"],
])("%s becomes %s", (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test("a plural and its singular are one, and short words stay as they are", () => {
  expect(stem("families")).toBe(stem("family"));
  expect(stem("pods")).toBe(stem("pod"));
  expect(stem("as")).toBe("as");
});
