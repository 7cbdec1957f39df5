import { expect, test } from "vitest";
import { chosenIn, windowsOf } from "./windows";

test("what is chosen comes back as it was chosen", () => {
  for (const chosen of [{ days: [], parts: ["morning", "late"] }, { days: ["1", "3"], parts: ["early"] }] as const) expect(chosenIn(windowsOf(chosen.days, chosen.parts))).toEqual(chosen);
});

test("no part of the day says nothing of times", () => {
  expect(windowsOf(["1"], [])).toEqual([]);
});
