import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alphaWithInterval, intervalDistance, krippendorffAlpha, nominalDistance } from "./alpha";
import { seededRandom } from "./seededRandom";

/** Krippendorff (2011), section C: four observers, twelve units, values missing. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const UNITS = Array.from({ length: 12 }, (_, unit) => OBSERVERS.flatMap((values) => values[unit] ?? []));

const bootstrap = { uniform: seededRandom(3).uniform, draws: 400, least: 10 };

test("four observers of twelve units agree as Krippendorff (2011) computes it: 0.743 nominal, 0.849 interval, 0.797 ratio", () => {
  expect(krippendorffAlpha(UNITS, nominalDistance)).toBeCloseTo(0.743, 3);
  expect(krippendorffAlpha(UNITS, intervalDistance)).toBeCloseTo(0.849, 3);
  expect(krippendorffAlpha(UNITS, (a, b) => ((a - b) / (a + b)) ** 2)).toBeCloseTo(0.797, 3);
});

test("two observers of ten units with two values agree as in Krippendorff (2011), section A: 0.095", () => {
  const [jon, han] = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]];
  expect(krippendorffAlpha(jon.map((value, unit) => [value, han[unit] ?? 0]), nominalDistance)).toBeCloseTo(0.095, 3);
});

test("full agreement is 1, whatever the values; the order of values and units is no matter, and units with one value neither", () => {
  const units = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(units, (given) => {
      const alpha = krippendorffAlpha(given, nominalDistance);
      const turned = given.toReversed().map((values) => values.toReversed());
      const again = krippendorffAlpha([...turned, [7]], nominalDistance);
      expect(again === null).toBe(alpha === null);
      expect(again ?? 0).toBeCloseTo(alpha ?? 0, 10);
      expect(alpha ?? 0).toBeLessThanOrEqual(1);
    }),
  );
  expect(krippendorffAlpha([[1, 1], [2, 2, 2], [3, 3]], nominalDistance)).toBe(1);
});

test("where all values are the same, chance alone would agree fully: there is no alpha", () => {
  expect(krippendorffAlpha([[1, 1], [1, 1]], nominalDistance)).toBeNull();
  expect(alphaWithInterval(Array.from({ length: 30 }, () => [1, 1]), nominalDistance, bootstrap)).toEqual({ withheld: "TOO_FEW", n: 30 });
});

test("too few units are refused; without any there is no data", () => {
  expect(alphaWithInterval(UNITS.slice(0, 5), nominalDistance, bootstrap)).toEqual({ withheld: "TOO_FEW", n: 5 });
  expect(alphaWithInterval([[1]], nominalDistance, bootstrap)).toEqual({ withheld: "NO_DATA", n: 0 });
});

test("where nobody disagreed no lower end is told, as drawing again cannot find one", () => {
  const units = Array.from({ length: 30 }, (_, unit) => [unit % 6, unit % 6]);
  expect(alphaWithInterval(units, nominalDistance, bootstrap)).toEqual({ value: 1, low: null, high: 1, n: 30 });
});

test("the interval holds the alpha of the population in about 95 of 100 samples", () => {
  // Two readers each give the true one of two values with probability 0.9: alpha is 1 - 2 x 0.9 x 0.1 / 0.5 = 0.64.
  const { uniform } = seededRandom(11);
  const value = (truth: number) => (uniform() < 0.9 ? truth : 1 - truth);
  const samples = 200;
  let covered = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const units = Array.from({ length: 80 }, () => (uniform() < 0.5 ? 0 : 1)).map((truth) => [value(truth), value(truth)]);
    const outcome = alphaWithInterval(units, nominalDistance, { uniform, draws: 200, least: 20 });
    if ("value" in outcome && (outcome.low ?? 1) <= 0.64 && (outcome.high ?? 0) >= 0.64) covered += 1;
  }
  expect(covered / samples).toBeGreaterThan(0.9);
  expect(covered / samples).toBeLessThan(0.99);
});
