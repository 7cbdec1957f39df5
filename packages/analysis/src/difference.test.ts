import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfMeans, differenceOfShares, differenceOfSurvival, type Sample } from "./difference";
import { Z_95 } from "./distributions";
import type { Compared } from "./rate";

const ends = ({ outcome }: Compared, digits: number) => ("withheld" in outcome ? outcome.withheld : [outcome.value, outcome.low ?? 0, outcome.high ?? 0].map((x) => x.toFixed(digits)));

describe("shares", () => {
  // Newcombe (1998), Table II, method 10.
  test.each([
    [56, 70, 48, 80, ["0.2000", "0.0524", "0.3339"]],
    [9, 10, 3, 10, ["0.6000", "0.1705", "0.8090"]],
    [6, 7, 2, 7, ["0.5714", "0.0582", "0.8062"]],
    [5, 56, 0, 29, ["0.0893", "-0.0381", "0.1926"]],
    [0, 10, 0, 20, ["0.0000", "-0.1611", "0.2775"]],
    [0, 10, 0, 10, ["0.0000", "-0.2775", "0.2775"]],
    [10, 10, 0, 20, ["1.0000", "0.6791", "1.0000"]],
    [10, 10, 0, 10, ["1.0000", "0.6075", "1.0000"]],
  ])("%i/%i − %i/%i is as published", (x, m, y, n, published) => {
    expect(ends(differenceOfShares({ successes: x, trials: m }, { successes: y, trials: n }), 4)).toEqual(published);
  });

  test("a small table is tested exactly: Fisher's tea, two-sided", () => {
    expect(differenceOfShares({ successes: 3, trials: 4 }, { successes: 1, trials: 4 }).pValue).toBeCloseTo(34 / 70, 12);
  });

  test("turned around, the difference changes its sign alone", () => {
    const share = fc.integer({ min: 1, max: 200 }).chain((trials) => fc.integer({ min: 0, max: trials }).map((successes) => ({ successes, trials })));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [there, back] = [differenceOfShares(a, b), differenceOfShares(b, a)];
        if ("withheld" in there.outcome || "withheld" in back.outcome) throw new Error("Both have trials.");
        expect(there.outcome.value).toBeCloseTo(-back.outcome.value, 12);
        expect(there.outcome.low).toBeCloseTo(-(back.outcome.high ?? 0), 12);
        expect(there.pValue).toBeCloseTo(back.pValue ?? 0, 9);
        expect(there.outcome.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.outcome.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("nothing is compared with nobody", () => {
    expect(differenceOfShares({ successes: 1, trials: 2 }, { successes: 0, trials: 0 })).toEqual({ outcome: { withheld: "NO_DATA", n: 2 }, pValue: null });
  });
});

describe("means", () => {
  const sample = (values: readonly number[]): Sample => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { n: values.length, mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) };
  };
  // Student (1908): hours of sleep gained by ten patients on each of two drugs; R's t.test prints what Welch's test makes of them.
  const first = sample([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const second = sample([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

  test("Student's sleep data come out as R prints them", () => {
    const compared = differenceOfMeans(first, second);
    expect(ends(compared, 7)).toEqual(["-1.5800000", "-3.3654832", "0.2054832"]);
    expect(compared.pValue?.toFixed(5)).toBe("0.07939");
  });

  test("one observation has no spread to compare by", () => {
    expect(differenceOfMeans({ n: 1, mean: 4, variance: 0 }, first).outcome).toEqual({ withheld: "TOO_FEW", n: 11 });
  });
});

describe("survival at one time", () => {
  // Freireich et al. (1963), remission at ten weeks: 0.753 (s.e. 0.0963) under 6-mercaptopurine, 0.381 (0.1060) under placebo.
  const curve = (value: number, error: number, n: number) => {
    const half = (Z_95 * error) / (value * -Math.log(value));
    return { value, low: value ** Math.exp(half), high: value ** Math.exp(-half), n };
  };
  const treated = curve(0.752941, 0.096349, 21);
  const placebo = curve(0.380952, 0.105971, 21);

  test("is tested on the log-minus-log scale", () => {
    const { pValue } = differenceOfSurvival(treated, placebo);
    const scale = (value: number, error: number) => ({ at: Math.log(-Math.log(value)), error: error / (value * -Math.log(value)) });
    const [a, b] = [scale(0.752941, 0.096349), scale(0.380952, 0.105971)];
    expect(((a.at - b.at) / Math.hypot(a.error, b.error)) ** 2).toBeCloseTo(5.24, 1);
    expect(pValue).toBeGreaterThan(0.02);
    expect(pValue).toBeLessThan(0.025);
  });

  test("a curve that has not moved gives no interval to compare by", () => {
    expect(differenceOfSurvival({ value: 1, low: null, high: null, n: 5 }, placebo).outcome).toEqual({ withheld: "TOO_FEW", n: 26 });
  });
});
