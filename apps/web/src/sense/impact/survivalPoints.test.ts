import { expect, test } from "vitest";
import { followed } from "./survivalPoints";

const point = (months: number, atRisk: number, value: number) => ({ months, atRisk, survival: { value, low: null, high: null, n: atRisk, withheld: null } });

test("a curve ends where nothing more happens on it, and keeps what is flat before", () => {
  const curve = [point(1, 30, 0.9), point(2, 30, 0.9), point(3, 20, 0.8), point(4, 11, 0.8), point(5, 11, 0.8), point(6, 11, 0.8)];
  expect(followed(curve).map(({ months }) => months)).toEqual([1, 2, 3, 4]);
  expect(followed([point(1, 30, 0.9), point(2, 30, 0.9)])).toHaveLength(1);
  expect(followed([])).toEqual([]);
});
