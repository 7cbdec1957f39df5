import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noiseAt, perturbationTable, type PerturbationTable } from "./perturbation";

const moment = ({ probabilities, most }: PerturbationTable, power: number) =>
  probabilities.reduce((sum, probability, index) => sum + probability * (index - most) ** power, 0);

const entropy = (probabilities: readonly number[]) => -probabilities.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);

describe("the table", () => {
  test("has the moments asked for, whatever they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0.02, max: 0.99, noNaN: true }), (most, part) => {
        const variance = (part * most * (most + 1)) / 3;
        const table = perturbationTable({ variance, most });
        expect(moment(table, 0)).toBeCloseTo(1, 12);
        expect(moment(table, 1)).toBeCloseTo(0, 10);
        expect(moment(table, 2)).toBeCloseTo(variance, 8);
      }),
    );
  });

  test("with noise of at most 1 is known in closed form", () => {
    const { probabilities } = perturbationTable({ variance: 0.5, most: 1 });
    [0.25, 0.5, 0.25].forEach((probability, index) => expect(probabilities[index]).toBeCloseTo(probability, 10));
  });

  test("at the largest variance is uniform", () => {
    for (const probability of perturbationTable({ variance: 4, most: 3 }).probabilities) expect(probability).toBeCloseTo(1 / 7, 6);
  });

  test("no other with the same moments has more entropy", () => {
    const { probabilities } = perturbationTable({ variance: 4, most: 7 });
    // Steps that keep total, mean and variance: third differences, mirrored.
    const step = [1, -3, 3, -1];
    for (let at = 0; at + 4 <= probabilities.length; at += 1) {
      for (const size of [1e-4, -1e-4]) {
        const moved = probabilities.map((p, index) => p + size * ((step[index - at] ?? 0) + (step[14 - index - at] ?? 0)));
        if (moved.some((p) => p < 0) || moved.every((p, index) => p === probabilities[index])) continue;
        expect(entropy(moved)).toBeLessThanOrEqual(entropy(probabilities));
      }
    }
  });

  test.each([
    { variance: 0, most: 7 },
    { variance: 20, most: 7 },
    { variance: 4, most: 0 },
    { variance: 4, most: 2.5 },
  ])("that cannot be is refused: %j", (moments) => {
    expect(() => perturbationTable(moments)).toThrow(RangeError);
  });
});

describe("noise", () => {
  const table = perturbationTable({ variance: 4, most: 7 });

  test("at even places comes as often as the table says", () => {
    const places = 20_000;
    const drawn = Array.from({ length: places }, (_, index) => noiseAt(table, (index + 0.5) / places));
    table.probabilities.forEach((probability, index) => {
      expect(drawn.filter((noise) => noise === index - table.most).length / places).toBeCloseTo(probability, 3);
    });
  });

  test("at the two ends is the largest either way", () => {
    expect([noiseAt(table, 0), noiseAt(table, 1 - 2 ** -32)]).toEqual([-7, 7]);
  });
});
