import { expect, test } from "vitest";
import { relationshipHours } from "./outlookHours";

test("hours are all hours over all months, with the error of a ratio", () => {
  const rate = relationshipHours([
    { hours: 2, months: 1 },
    { hours: 4, months: 3 },
    { hours: 0, months: 0 },
  ]);
  // By hand: 6 / 4; residuals 0.5, -0.5 and 0, so √(3/2 × 0.5) / 6.
  expect(rate).toEqual({ value: 1.5, error: Math.sqrt(0.75) / 6, n: 3 });
});

test("there is no rate without hours or without time", () => {
  expect(relationshipHours([])).toBeNull();
  expect(relationshipHours([{ hours: 3, months: 0 }])).toBeNull();
  expect(relationshipHours([{ hours: 0, months: 3 }])).toBeNull();
});
