import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundingRanks, quantile } from "./quantile";
import { shown } from "./testing/shown";

/** The mass of a binomial, number by number, in exact whole numbers where p is a fraction. */
function binomial(n: number, numerator: bigint, denominator: bigint): number[] {
  let ways = 1n;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    const whole = ways * numerator ** BigInt(k) * (denominator - numerator) ** BigInt(n - k);
    return Number((whole * 10n ** 18n) / denominator ** BigInt(n)) / 1e18;
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the ranks that bound a quantile", () => {
  // Ranks d and n − d + 1 of the median's interval at 95%: Dixon and Massey, Introduction to Statistical Analysis (1983), table A-25.
  test.each([
    [6, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [12, 3],
    [15, 4],
    [20, 6],
    [25, 8],
    [30, 10],
    [40, 14],
    [50, 18],
    [60, 22],
  ])("of the median of %i are the published ones", (n, d) => {
    expect(boundingRanks(n, 0.5)).toEqual({ low: d, high: n - d + 1 });
  });

  test("are missing where even the last observation leaves out more than 2.5%", () => {
    expect(boundingRanks(5, 0.5)).toEqual({ low: null, high: null });
    // 0.9^35 is above 2.5%, 0.9^36 below.
    expect(boundingRanks(35, 0.9).high).toBe(null);
    expect(boundingRanks(36, 0.9).high).toBe(36);
  });

  test("leave out at most 2.5% on either side and no rank nearer would, by exact whole numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 160 }), fc.constantFrom(10, 25, 50, 75, 90), (n, percent) => {
        const mass = binomial(n, BigInt(percent), 100n);
        const { low, high } = boundingRanks(n, percent / 100);
        const under = (rank: number) => sum(mass.slice(0, rank));
        const over = (rank: number) => sum(mass.slice(rank));
        expect(under(low ?? 0)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(under((low ?? 0) + 1)).toBeGreaterThan(0.025 - 1e-12);
        expect(over(high ?? n + 1)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(over((high ?? n + 1) - 1)).toBeGreaterThan(0.025 - 1e-12);
      }),
      { numRuns: 200 },
    );
  });

  test("are near those of the normal curve where there are many", () => {
    const { low, high } = boundingRanks(100_000, 0.5);
    expect(low).toBe(49_690);
    expect(high).toBe(50_311);
  });

  test("are of whole samples and of quantiles inside", () => {
    expect(() => boundingRanks(0, 0.5)).toThrow(RangeError);
    expect(() => boundingRanks(10, 1)).toThrow(RangeError);
  });
});

describe("a quantile", () => {
  test("lies between the nearest observations, and is not given under five", () => {
    expect(shown(quantile([4, 1, 3, 2, 10, 6], 0.5))).toEqual({ value: 3.5, low: 1, high: 10, n: 6 });
    expect(shown(quantile([1, 2, 3, 4, 5], 0.9)).value).toBeCloseTo(4.6, 12);
    expect(quantile([1, 2, 3, 4], 0.5)).toEqual({ withheld: "TOO_FEW", n: 4 });
    expect(quantile([], 0.5)).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test("lies within its interval, and does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 120 }), fc.constantFrom(0.5, 0.9), (values, p) => {
        const one = shown(quantile(values, p));
        expect(one.low ?? 0).toBeLessThanOrEqual(one.value);
        expect(one.high ?? 500).toBeGreaterThanOrEqual(one.value);
        expect(quantile(values.toReversed(), p)).toEqual(one);
      }),
    );
  });
});
