import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile, normalUpperTail, studentTQuantile, Z_95 } from "./distributions";

// Reference values were computed with mpmath 1.3 at 30 digits; printed tables agree as far as they go.
describe("normal distribution", () => {
  test.each([
    [-30, 4.906713927148187e-198],
    [-8, 6.220960574271784e-16],
    [-3, 0.0013498980316300946],
    [-2, 0.02275013194817921],
    [-1.5, 0.06680720126885807],
    [0, 0.5],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
    [6, 0.9999999990134123],
  ])("P(Z ≤ %d) agrees to 13 digits", (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-13);
  });

  test("the tail has no step where the method of summing changes", () => {
    expect(normalUpperTail(1.5) - normalUpperTail(1.5 + 1e-12)).toBeCloseTo(1e-12 * 0.1295175956658917, 15);
  });

  test.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9995, 3.2905267314918945],
  ])("the quantile of %d agrees to 1e-13 and mirrors", (p, x) => {
    expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-13);
    expect(Math.abs(normalQuantile(1 - p) + x)).toBeLessThan(1e-13);
  });

  test("the quantile undoes the far tail", () => {
    expect(normalCdf(normalQuantile(1e-300)) / 1e-300).toBeCloseTo(1, 10);
  });

  test("the usual interval is 1.96 standard errors either way", () => {
    expect(Z_95).toBeCloseTo(1.959963984540054, 14);
  });
});

describe("Student t quantile", () => {
  test.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837086],
    [4, 2.7764451051977934],
    [5, 2.5705818356363146],
    [10, 2.2281388519862744],
    [29, 2.045229642132704],
    [30, 2.0422724563012378],
    [120, 1.9799304050824404],
    [999, 1.9623414611334495],
    [1000, 1.962339080826408],
    [1001, 1.9623367052808796],
    [100_000, 1.9599877075346093],
    [10_000_000, 1.959964221767205],
  ])("at 0.975 with %d degrees of freedom agrees to 1e-12", (df, t) => {
    expect(Math.abs(studentTQuantile(0.975, df) - t)).toBeLessThan(1e-12);
    expect(studentTQuantile(0.025, df)).toBeCloseTo(-t, 10);
  });

  test.each([
    [0.6, 1, 0.32491969623290623],
    [0.9, 1, 3.0776835371752536],
    [0.9995, 1, 636.6192487687196],
    [0.9995, 2, 31.599054576443621],
  ])("at %d with %d degrees of freedom agrees to 1e-9", (p, df, t) => {
    expect(Math.abs(studentTQuantile(p, df) - t)).toBeLessThan(1e-9);
  });

  test("falls to the normal quantile as degrees of freedom rise, across the change of method", () => {
    let last = Infinity;
    for (let df = 1; df <= 1100; df += 1) {
      const t = studentTQuantile(0.975, df);
      expect(t).toBeLessThan(last);
      expect(t).toBeGreaterThan(Z_95);
      last = t;
    }
  });

  test.each([0, -1, 1.5, NaN, Infinity])("rejects %s degrees of freedom", (df) => {
    expect(() => studentTQuantile(0.975, df)).toThrow(RangeError);
  });
});

test.each([0, 1, -0.1, NaN])("no quantile has probability %s", (p) => {
  expect(() => normalQuantile(p)).toThrow(RangeError);
  expect(() => studentTQuantile(p, 5)).toThrow(RangeError);
});
