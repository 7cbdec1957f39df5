import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rate, rateRatio } from "./rate";
import { betaCdf, gammaCdf, logGamma } from "./specialFunctions";

describe("a rate", () => {
  // Garwood (1936), as tabled for counts of 0, 1, 5 and 10.
  test.each([
    [0, "0.000", "3.689"],
    [1, "0.025", "5.572"],
    [5, "1.623", "11.668"],
    [10, "4.795", "18.390"],
  ])("of %i events has the tabled limits", (count, low, high) => {
    const found = rate({ count, time: 1 });
    expect("withheld" in found ? [] : [found.low?.toFixed(3), found.high?.toFixed(3)]).toEqual([low, high]);
  });

  test("of a hundred thousand is close to its normal interval", () => {
    const found = rate({ count: 100_000, time: 52 });
    if ("withheld" in found) throw new Error("There are events.");
    expect((found.high ?? 0) - found.value).toBeCloseTo((1.96 * Math.sqrt(100_000)) / 52, 0);
  });
});

describe("a ratio of rates", () => {
  test("of miscarriages in two clinics is as R's poisson.test prints it", () => {
    const { outcome } = rateRatio({ count: 11, time: 800 }, { count: 21, time: 3011 });
    expect("withheld" in outcome ? [] : [outcome.value, outcome.low, outcome.high].map((end) => end?.toFixed(6))).toEqual(["1.971488", "0.858426", "4.277266"]);
  });

  test("leaves 1 out of its interval just where the p-value is under 0.05", () => {
    const counted = fc.record({ count: fc.integer({ min: 0, max: 400 }), time: fc.double({ min: 0.5, max: 60, noNaN: true }) });
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const { outcome, pValue } = rateRatio(one, other);
        if ("withheld" in outcome || pValue === null || Math.abs(pValue - 0.05) < 1e-9) return;
        expect((outcome.low ?? 0) > 1 || (outcome.high ?? 0) < 1).toBe(pValue < 0.05);
      }),
    );
  });

  test("has no end where the other has no events, and says nothing where neither has", () => {
    expect(rateRatio({ count: 6, time: 1 }, { count: 0, time: 1 })).toEqual({ outcome: { withheld: "NO_DATA", n: 6 }, pValue: expect.closeTo(2 / 64, 12) as number });
    expect(rateRatio({ count: 0, time: 1 }, { count: 0, time: 1 })).toEqual({ outcome: { withheld: "NO_DATA", n: 0 }, pValue: null });
  });
});

test("special functions meet values that are known exactly", () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(betaCdf(0.3, 2, 3)).toBeCloseTo(0.3483, 12);
  expect(betaCdf(0.5, 5000, 5000)).toBeCloseTo(0.5, 10);
  expect(gammaCdf(2, 1)).toBeCloseTo(1 - Math.exp(-2), 13);
  expect(gammaCdf(9, 3)).toBeCloseTo(1 - Math.exp(-9) * (1 + 9 + 40.5), 12);
});
