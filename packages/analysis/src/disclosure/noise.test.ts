import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOISE_DEVIATION, NOISE_REACH, noiseOf, noiseScale } from "./noise";

const CELLS = Array.from({ length: 20_000 }, (_, index) => ({ cellKey: index * 7_919, measure: "sessions", salt: 42 }));

function moments(scale: number): { mean: number; deviation: number; within: number } {
  const noises = CELLS.map((cell) => noiseOf(cell, scale));
  const mean = noises.reduce((sum, noise) => sum + noise, 0) / noises.length;
  const deviation = Math.sqrt(noises.reduce((sum, noise) => sum + (noise - mean) ** 2, 0) / noises.length);
  return { mean, deviation, within: noises.filter((noise) => Math.abs(noise) <= NOISE_REACH * scale).length / noises.length };
}

describe("noise over many cells", () => {
  test("is whole, without bias, with a variance of 4 and never beyond 7", () => {
    const { mean, deviation, within } = moments(1);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(deviation).toBeCloseTo(2, 1);
    expect(within).toBeGreaterThan(0.95);
    for (const cell of CELLS) expect(Number.isInteger(noiseOf(cell, 1)) && Math.abs(noiseOf(cell, 1)) <= 7).toBe(true);
  });

  test("grows with its scale, and does not come in steps of it", () => {
    const { mean, deviation, within } = moments(64);
    expect(Math.abs(mean)).toBeLessThan(3);
    expect(deviation / 64).toBeCloseTo(NOISE_DEVIATION, 1);
    expect(within).toBeGreaterThan(0.95);
    expect(new Set(CELLS.map((cell) => noiseOf(cell, 64) % 64)).size).toBeGreaterThan(CELLS.length / 2);
  });
});

describe("the scale", () => {
  test("is a power of two from a quarter to a half of the largest contribution, and at least 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (largest) => {
        const scale = noiseScale(largest);
        expect(Number.isInteger(Math.log2(scale))).toBe(true);
        expect(scale >= Math.max(1, largest / 4)).toBe(true);
        expect(scale === 1 || scale < largest / 2).toBe(true);
      }),
    );
  });

  test.each([-1, Infinity, Number.NaN])("of a contribution of %s is refused", (largest) => {
    expect(() => noiseScale(largest)).toThrow(RangeError);
  });
});
