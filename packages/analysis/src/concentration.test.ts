import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concentrationOf } from "./concentration";

const sizes = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 150 }).filter((list) => list.some((size) => size > 0));

function found(list: readonly number[]) {
  const concentration = concentrationOf(list);
  if (concentration === null) throw new Error("nothing to concentrate");
  return concentration;
}

describe("the concentration of sizes", () => {
  test("is what is known of a few", () => {
    expect(found([1, 1, 1, 1])).toMatchObject({ gini: 0, largestShare: 0.25, largestFiveShare: 1, effective: 4 });
    expect(found([0, 0, 0, 8])).toMatchObject({ gini: 0.75, largestShare: 1, effective: 1 });
    // Mean difference over twice the mean: (1 + 2 + 3 + 1 + 2 + 1) · 2 / 16 / 5.
    expect(found([1, 2, 3, 4]).gini).toBeCloseTo(0.25, 12);
  });

  test("its Gini is half the mean difference of all pairs over the mean", () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const mean = list.reduce((a, b) => a + b, 0) / list.length;
        const difference = list.reduce((sum, a) => sum + list.reduce((inner, b) => inner + Math.abs(a - b), 0), 0) / list.length ** 2;
        expect(found(list).gini).toBeCloseTo(difference / (2 * mean), 9);
      }),
    );
  });

  test("its curve rises from nothing to all, ever more steeply, and never above the diagonal", () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const { lorenz } = found(list);
        expect(lorenz[0]).toEqual({ of: 0, has: 0 });
        expect(lorenz.at(-1)).toEqual({ of: 1, has: 1 });
        const slopes = lorenz.slice(1).map(({ of, has }, index) => (has - (lorenz[index]?.has ?? 0)) / (of - (lorenz[index]?.of ?? 0)));
        for (const { of, has } of lorenz) expect(has).toBeLessThanOrEqual(of + 1e-9);
        slopes.slice(1).forEach((slope, index) => expect(slope).toBeGreaterThanOrEqual((slopes[index] ?? 0) - 1e-9));
      }),
    );
  });

  test("twice as many of each are as concentrated, and effectively twice as many", () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const [once, twice] = [found(list), found([...list, ...list])];
        expect(twice.gini).toBeCloseTo(once.gini, 9);
        expect(twice.effective).toBeCloseTo(2 * once.effective, 6);
      }),
    );
  });

  test("of nobody, or of those who have nothing, it says nothing; a size that is none is refused", () => {
    expect(concentrationOf([])).toBeNull();
    expect(concentrationOf([0, 0])).toBeNull();
    expect(() => concentrationOf([1, -1])).toThrow(RangeError);
    expect(() => concentrationOf([NaN])).toThrow(RangeError);
  });
});
