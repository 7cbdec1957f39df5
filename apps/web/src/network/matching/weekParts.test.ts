import { expect, test } from "vitest";
import { partsIn, windowsFrom } from "./weekParts";

test("parts that follow one another are one stretch, and come back as they were chosen", () => {
  const chosen = new Set(["1 morning", "1 midday", "3 late"]);
  const windows = windowsFrom(chosen);
  expect(windows).toEqual([{ day: 1, from: 540, to: 840 }, { day: 3, from: 960, to: 1080 }]);
  expect(partsIn(windows)).toEqual(chosen);
});

test("a stretch that does not hold all of a part does not choose it", () => {
  expect([...partsIn([{ day: 2, from: 600, to: 840 }])]).toEqual(["2 midday"]);
  expect(windowsFrom(new Set())).toEqual([]);
});
