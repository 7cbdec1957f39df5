import { expect, test } from "vitest";
import { sparkPath } from "./Sparkline";

test("a missing value breaks the line instead of drawing a zero", () => {
  expect(sparkPath([1, null, 1], 1)).toBe("M0.0 2.0M100.0 2.0");
});

test("the largest value touches the top, zero the bottom", () => {
  expect(sparkPath([0, 2], 2)).toBe("M0.0 26.0L100.0 2.0");
});

test("nothing to draw is an empty path", () => {
  expect(sparkPath([], 0)).toBe("");
});
