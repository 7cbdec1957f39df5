import { expect, test } from "vitest";
import { heatLegend, heatStep } from "./heatScale";

test("nothing, none and unknown have no shade", () => {
  expect([heatStep(null, 10), heatStep(0, 10), heatStep(3, 0)]).toEqual([0, 0, 0]);
});

test("more is never lighter, and the most is the darkest", () => {
  for (const max of [2, 5, 7, 15, 400]) {
    const steps = Array.from({ length: max }, (_, index) => heatStep(index + 1, max));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[0]).toBe(1);
    expect(steps.at(-1)).toBe(7);
  }
});

test("where every cell holds one, none stands out", () => {
  expect(heatStep(1, 1)).toBe(3);
});

test("the legend covers every count once, with the shade that cells have", () => {
  for (const max of [1, 5, 15, 62, 1000]) {
    const covered = heatLegend(max).flatMap(({ step, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => [from + index, step]),
    );
    expect(covered).toEqual(Array.from({ length: max }, (_, index) => [index + 1, heatStep(index + 1, max)]));
  }
});
