import { describe, expect, test } from "vitest";
import { Z95, benjaminiHochberg, normalTail, rateRatio, t95, wilson } from "./statistics";

describe("the normal and Student's t distribution", () => {
  test("agree with printed tables", () => {
    expect(Z95).toBeCloseTo(1.959963984540054, 12);
    expect(normalTail(1)).toBeCloseTo(0.15865525393145705, 14);
    expect(normalTail(5) / 2.866515718791939e-7).toBeCloseTo(1, 11);
    expect(t95(1)).toBeCloseTo(12.706204736174705, 10);
    expect(t95(2)).toBeCloseTo(4.302652729749464, 10);
    expect(t95(7)).toBeCloseTo(2.3646242515927853, 10);
    expect(t95(30)).toBeCloseTo(2.0422724563012378, 10);
    expect(t95(1000)).toBeCloseTo(1.9623390808264083, 10);
  });
});

describe("wilson", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81/263, 15/148, 0/20, 1/29.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is as published", (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });
});

describe("benjaminiHochberg", () => {
  test("raises each p-value to the least q of itself and all larger ones, in the order given", () => {
    // Sorted .01 .02 .03 .5: times 4/1 4/2 4/3 4/4 = .04 .04 .04 .5.
    const [a, b, c, d] = benjaminiHochberg([0.5, 0.02, 0.03, 0.01]);
    expect([a, b, c, d].map((q) => q?.toFixed(12))).toEqual([0.5, 0.04, 0.04, 0.04].map((q) => q.toFixed(12)));
  });
});

describe("rateRatio", () => {
  test("finds an exact doubling", () => {
    const points = [1, 2, 4, 8].map((events, time) => ({ time, events, exposure: 10 }));
    const fit = rateRatio(points);
    expect(fit?.ratio).toBeCloseTo(2, 12);
    // Times have weighted mean 34/15 and squares 90/15: spread 15 · (6 − (34/15)²) = 90 − 1156/15.
    const error = 1 / Math.sqrt(90 - 1156 / 15);
    expect(fit?.low).toBeCloseTo(2 * Math.exp(-Z95 * error), 12);
    expect(fit?.p).toBeCloseTo(2 * normalTail(Math.LN2 / error), 12);
  });

  test("takes out what exposure explains", () => {
    expect(rateRatio([3, 6, 12, 24].map((events, time) => ({ time, events, exposure: events * 5 })))?.ratio).toBeCloseTo(1, 12);
  });

  test("widens by Pearson's dispersion", () => {
    // Symmetric in time, so the slope is 0 and every month expects 5: X² = 4 · 25 / 5 = 20 over 2 degrees of freedom.
    const fit = rateRatio([0, 10, 10, 0].map((events, time) => ({ time, events, exposure: 10 })));
    expect(fit?.ratio).toBeCloseTo(1, 12);
    expect(fit?.high).toBeCloseTo(Math.exp(Z95 * Math.sqrt(10 / (20 * 1.25))), 12);
  });

  test("has no finite slope where all events stand at one end", () => {
    expect(rateRatio([0, 0, 0, 9].map((events, time) => ({ time, events, exposure: 10 })))).toBeNull();
  });
});
