import { expect, test } from "vitest";
import { seededRandom, xoshiro128 } from "./seededRandom";

test("xoshiro128** begins as its authors' code does", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  // The first numbers of the reference implementation at prng.di.unimi.it from this state.
  expect([next(), next(), next(), next()]).toEqual([11_520, 0, 5_927_040, 70_819_200]);
});

test("a seed and stream always give the same draws, and another stream others", () => {
  const draws = (seed: number, stream: number) => {
    const random = seededRandom(seed, stream);
    return Array.from({ length: 5 }, () => random.uniform());
  };
  expect(draws(7, 3)).toEqual(draws(7, 3));
  expect(draws(7, 3)).not.toEqual(draws(7, 4));
  expect(draws(7, 3)).not.toEqual(draws(8, 3));
});

test.each([0.5, 2.5, 40])("gamma draws of shape %d have its mean and variance", (shape) => {
  const random = seededRandom(11);
  const draws = Array.from({ length: 40_000 }, () => random.gamma(shape));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
  expect(Math.abs(variance / shape - 1)).toBeLessThan(0.06);
});

test("first draws of many streams are spread evenly", () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let stream = 0; stream < 20_000; stream += 1) {
    const place = Math.floor(seededRandom(1, stream).uniform() * 10);
    tenths[place] = (tenths[place] ?? 0) + 1;
  }
  const chiSquare = tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  // The 99.9% point of chi-square with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88);
});

test("a gamma needs a positive shape", () => {
  expect(() => seededRandom(1).gamma(0)).toThrow(RangeError);
});
