import { describe, expect, test } from "vitest";
import { medianTime, survivalAt, survivalCurve, type Spell } from "./survival";

const ended = (time: number): Spell => ({ time, event: true });
const followed = (time: number): Spell => ({ time, event: false });

// Remission times in weeks under 6-MP, Freireich et al. (1963), Blood 21, 699-716.
const remissions = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(followed),
];

describe("survivalCurve", () => {
  test("reproduces the published curve", () => {
    expect(survivalCurve(remissions).map(({ time, survival }) => [time, Number(survival.toFixed(3))])).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
  });

  test("has the log-minus-log limits of Greenwood's variance", () => {
    // At week 6: S = 18/21 and Greenwood's sum is 3/(21 · 18).
    const [first] = survivalCurve(remissions);
    const shift = Math.exp((1.959963984540054 * Math.sqrt(3 / 378)) / Math.log(18 / 21));
    expect(first?.interval?.high).toBeCloseTo((18 / 21) ** shift, 12);
    expect(first?.interval?.low).toBeCloseTo(0.6197, 4);
  });
});

describe("medianTime", () => {
  test("is the first time at a half, which counts as reached", () => {
    expect(medianTime([1, 2, 4, 8].map(ended)).value).toBe(2);
    expect(medianTime([ended(1), ended(2), ended(3), followed(3), followed(3), followed(4)]).value).toBe(3);
  });

  test("is missing while the curve stays above a half", () => {
    expect(medianTime([ended(1), followed(2), followed(3)]).value).toBeNull();
  });

  test("has no limits from where survival is 0", () => {
    expect(medianTime([ended(5)])).toEqual({ value: 5, low: null, high: null });
  });

  test("has the published limits", () => {
    // The lower limit is 0.4 to 0.5 from week 13 on; the upper one stays above a half.
    expect(medianTime(remissions)).toEqual({ value: 23, low: 13, high: null });
  });
});

describe("survivalAt", () => {
  test("includes what happens at the very time", () => {
    expect(survivalAt([ended(3), followed(5)], 3)?.survival).toBe(0.5);
    expect(survivalAt([ended(3), followed(5)], 2)?.survival).toBe(1);
  });

  test("is not reached where nobody was followed so long, unless nobody is left", () => {
    expect(survivalAt([ended(3), followed(5)], 6)).toBeNull();
    expect(survivalAt([ended(3), ended(5)], 6)).toEqual({ survival: 0, interval: null });
  });
});
