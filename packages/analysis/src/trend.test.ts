import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateTrend, trendDirection, type RateTrend, type TrendPoint } from "./trend";
import { randomSource } from "./testing/random";
import { covers } from "./testing/shown";

const estimated = (points: readonly TrendPoint[]): RateTrend => {
  const trend = rateTrend(points);
  if (!trend) throw new Error("no trend");
  return trend;
};
const counts = (list: readonly number[]) => list.map((count, i) => ({ t: i + 1, count, exposure: 1 }));

const series = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 200 }), exposure: fc.integer({ min: 200, max: 2000 }) }), {
    minLength: 3,
    maxLength: 24,
  })
  .map((list) => list.map((point, t) => ({ t, ...point })));

const meanTime = (weights: readonly number[]) =>
  weights.reduce((sum, weight, t) => sum + weight * t, 0) / weights.reduce((a, b) => a + b, 0);

/** The same but for rounding. */
const same = (one: RateTrend, other: RateTrend) =>
  Math.abs(other.pValue - one.pValue) < 1e-8 &&
  (["ratio", "low", "high", "dispersion"] as const).every((key) => Math.abs(other[key] / one[key] - 1) < 1e-8);

describe("rateTrend", () => {
  // Deaths from AIDS in Australia by quarter, 1983–86: Dobson (1990), An Introduction to Generalized Linear Models.
  // All figures from solving the two score equations at 25 digits.
  test("reproduces Dobson's regression, widened by its overdispersion", () => {
    const trend = estimated(counts([0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45]));
    expect(Math.log(trend.ratio)).toBeCloseTo(0.2565235937179149, 12);
    expect(trend.low).toBeCloseTo(1.208705445060124, 10);
    expect(trend.high).toBeCloseTo(1.38195239828252, 10);
    expect(trend.dispersion).toBeCloseTo(2.40394208289675, 10);
    expect(trend.pValue / 6.04595485302394e-14).toBeCloseTo(1, 6);
  });

  // New cases of AIDS in Belgium, 1981–93: Wood (2006), Generalized Additive Models; R prints a slope of 0.2021212.
  test("reproduces Wood's regression", () => {
    const { ratio } = estimated(counts([12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240]));
    expect(Math.log(ratio)).toBeCloseTo(0.2021212, 7);
  });

  // Fitted independently with NumPy, by Fisher scoring with step halving on both parameters.
  test("estimates a steep fall, where Newton's first steps run far", () => {
    const trend = estimated([
      { t: 0, count: 98, exposure: 336 },
      { t: 1, count: 14, exposure: 383 },
      { t: 2, count: 1, exposure: 1963 },
    ]);
    expect(trend.ratio).toBeCloseTo(0.07770607863546, 12);
    expect(trend.low).toBeCloseTo(0.03030616121497, 10);
    expect(trend.high).toBeCloseTo(0.19924115806253, 10);
    expect(trend.dispersion).toBeCloseTo(4.80704766414993, 9);
  });

  test("finds an exact trend exactly, with Poisson's own error", () => {
    const points = [0, 1, 2, 3, 4].map((t) => ({ t, count: 10 * 2 ** t, exposure: 100 }));
    const trend = estimated(points);
    expect(trend.ratio).toBeCloseTo(2, 12);
    expect(trend.dispersion).toBe(1);
    // Fitted counts 10, 20, 40, 80, 160: Σμ = 310, Σμt = 980, Σμt² = 3460; the error is √(Σμ / (Σμ·Σμt² − (Σμt)²)).
    const error = Math.sqrt(310 / (310 * 3460 - 980 ** 2));
    expect(trend.high).toBeCloseTo(2 * Math.exp(1.959963984540054 * error), 10);
  });

  test("a share that stays the same is no trend, however the exposure grows", () => {
    const trend = estimated([10, 40, 20, 80].map((exposure, t) => ({ t, count: exposure / 10, exposure })));
    expect(trend.ratio).toBeCloseTo(1, 12);
    expect(trend.pValue).toBeCloseTo(1, 9);
  });

  test("solves the score equations: fitted counts have the total and the mean time of the counts", () => {
    fc.assert(
      fc.property(series, (points) => {
        const { ratio } = estimated(points);
        const shares = points.map(({ t, exposure }) => exposure * ratio ** t);
        expect(meanTime(shares)).toBeCloseTo(meanTime(points.map(({ count }) => count)), 8);
      }),
    );
  });

  test("the interval contains the ratio, and excludes 1 just where p < 0.05", () => {
    fc.assert(
      fc.property(series, (points) => {
        const { ratio, low, high, pValue } = estimated(points);
        expect(covers({ low, high }, ratio)).toBe(true);
        fc.pre(Math.abs(pValue - 0.05) > 1e-9);
        expect(covers({ low, high }, 1)).toBe(pValue > 0.05);
      }),
    );
  });

  const shift = fc.integer({ min: -1000, max: 1000 });
  const scale = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  test("neither the order of the points, a shift of time nor a scaling of exposure changes it", () => {
    fc.assert(
      fc.property(series, shift, scale, (points, later, times) => {
        const trend = estimated(points);
        expect(same(trend, estimated(points.toReversed()))).toBe(true);
        expect(same(trend, estimated(points.map((point) => ({ ...point, t: point.t + later }))))).toBe(true);
        expect(same(trend, estimated(points.map((point) => ({ ...point, exposure: point.exposure * times }))))).toBe(true);
      }),
    );
  });

  test("time backwards is the reciprocal, and twelve times the unit the twelfth power", () => {
    fc.assert(
      fc.property(series, (points) => {
        const trend = estimated(points);
        const backwards = estimated(points.map((point) => ({ ...point, t: -point.t })));
        const turned = { ...backwards, ratio: 1 / backwards.ratio, low: 1 / backwards.high, high: 1 / backwards.low };
        expect(same(trend, turned)).toBe(true);
        const inYears = estimated(points.map((point) => ({ ...point, t: point.t / 12 })));
        expect(Math.log(inYears.ratio)).toBeCloseTo(12 * Math.log(trend.ratio), 8);
      }),
    );
  });

  test("points without exposure say nothing", () => {
    const points = counts([4, 7, 9, 16]);
    expect(rateTrend([...points, { t: 40, count: 0, exposure: 0 }])).toEqual(rateTrend(points));
  });

  test("stays finite next to the edge of what can be estimated", () => {
    const trend = estimated(counts([0, 0, 0, 0, 0, 0, 0, 1, 1_000_000]));
    expect(trend.ratio).toBeCloseTo(1_000_000, -1);
    expect(Number.isFinite(trend.high)).toBe(true);
    expect(trend.low).toBeGreaterThan(0);
  });

  test.each([
    ["under three points", counts([3, 4])],
    ["nothing counted", counts([0, 0, 0, 0])],
    ["all counted at the last time", counts([0, 0, 0, 9])],
    ["all counted at the first time", counts([9, 0, 0, 0])],
    ["no exposure anywhere", [0, 1, 2].map((t) => ({ t, count: 0, exposure: 0 }))],
    ["all points at one time", [1, 2, 3].map((count) => ({ t: 5, count, exposure: 9 }))],
    ["scatter beyond all numbers", [...counts([1, 0, 0, 0, 0]), { t: 6, count: 1000, exposure: 1e-9 }]],
    ["no points", []],
  ])("cannot be estimated with %s", (_, points) => {
    expect(rateTrend(points)).toBeNull();
  });

  test.each([
    { t: 0, count: 1, exposure: 0 },
    { t: 0, count: -1, exposure: 1 },
    { t: NaN, count: 1, exposure: 1 },
    { t: 0, count: 1, exposure: Infinity },
  ])("rejects %o", (point) => {
    expect(() => rateTrend([...counts([1, 2, 3]), point])).toThrow(RangeError);
  });

  // 1,500 series of 12 months: Monte Carlo standard error 0.0056. Dispersion is never taken under 1, which widens
  // intervals of Poisson counts; estimated from ten degrees of freedom and used with the normal quantile, it leaves
  // those of overdispersed counts a little short: P(|t| < 1.96) with ten degrees of freedom is 0.92.
  test.each([
    ["Poisson counts", 0, 0.94, 0.985],
    ["counts of twice a Poisson's variance", 1 / 20, 0.905, 0.955],
  ])("the interval covers the true ratio of %s", (_, excess, least, most) => {
    const { poisson, uniform } = randomSource(1974);
    let covered = 0;
    for (let sample = 0; sample < 1500; sample += 1) {
      const points = Array.from({ length: 12 }, (__, t) => {
        const exposure = 150 + 100 * uniform();
        const expected = exposure * 0.1 * 1.03 ** (t - 6);
        // Means that are high or low with equal odds add `excess` · mean² to the Poisson variance.
        const mixed = expected * (1 + Math.sqrt(excess) * (uniform() < 0.5 ? 1 : -1));
        return { t, count: poisson(mixed), exposure };
      });
      if (covers(estimated(points), 1.03)) covered += 1;
    }
    expect(covered / 1500).toBeGreaterThan(least);
    expect(covered / 1500).toBeLessThan(most);
  });
});

const trendOf = (ratio: number, low: number, high: number): RateTrend => ({ ratio, low, high, pValue: 0.5, dispersion: 1 });

describe("trendDirection", () => {
  test("is RISING or FALLING where q < 0.05, even inside the band of steadiness", () => {
    expect(trendDirection(trendOf(1.2, 1.1, 1.3), 0.049)).toBe("RISING");
    expect(trendDirection(trendOf(0.8, 0.7, 0.9), 0.049)).toBe("FALLING");
    expect(trendDirection(trendOf(1.02, 1.01, 1.03), 0.001)).toBe("RISING");
  });

  test("is STEADY where the whole interval lies within 0.95 to 1.05, ends included", () => {
    expect(trendDirection(trendOf(1, 0.95, 1.05), 0.05)).toBe("STEADY");
    expect(trendDirection(trendOf(1, 0.949, 1.05), 0.5)).toBe("UNCLEAR");
    expect(trendDirection(trendOf(1, 0.95, 1.051), 0.5)).toBe("UNCLEAR");
  });

  test("is UNCLEAR where there is no trend or it was not tested", () => {
    expect(trendDirection(null, null)).toBe("UNCLEAR");
    expect(trendDirection(trendOf(1, 0.99, 1.01), null)).toBe("UNCLEAR");
  });
});
