import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amongClusters, movesOfDifference, movesOfLogRatio, spreadOf, type ClusterParts } from "./clustered";
import { differenceOfShares } from "./difference";
import { rateRatio } from "./rate";

/** Weil (1970): pups alive at 4 days, and of these at 21, in 16 litters of each of two diets, as in Williams (1975), Biometrics 31, 949–952. */
const CONTROL = [[13, 13], [12, 12], [9, 9], [9, 9], [8, 8], [8, 8], [12, 13], [11, 12], [9, 10], [9, 10], [8, 9], [11, 13], [4, 5], [5, 7], [7, 10], [7, 10]] as const;
const TREATED = [[12, 12], [11, 11], [10, 10], [9, 9], [10, 11], [9, 10], [9, 10], [8, 9], [8, 9], [4, 5], [7, 9], [4, 7], [5, 10], [3, 6], [3, 10], [0, 7]] as const;
const LITTERS: readonly ClusterParts[] = [...CONTROL.map((one) => ({ one, other: [0, 0] as const })), ...TREATED.map((other) => ({ one: [0, 0] as const, other }))];

const sums = (parts: readonly (readonly [number, number])[]) => parts.reduce<[number, number]>(([x, n], each) => [x + each[0], n + each[1]], [0, 0]);
const shareOf = (parts: readonly (readonly [number, number])[]) => sums(parts)[0] / sums(parts)[1];
const differenceOf = (clusters: readonly ClusterParts[]) => shareOf(clusters.map(({ one }) => one)) - shareOf(clusters.map(({ other }) => other));
const independentOf = (clusters: readonly ClusterParts[]) => {
  const [one, other] = (["one", "other"] as const).map((side) => sums(clusters.map((cluster) => cluster[side]))) as [[number, number], [number, number]];
  const variance = ([x, n]: readonly [number, number]) => ((x / n) * (1 - x / n)) / n;
  return { compared: differenceOfShares({ successes: one[0], trials: one[1] }, { successes: other[0], trials: other[1] }), variance: variance(one) + variance(other) };
};

describe("shares by litters", () => {
  test("moves are what leaving each litter out and counting anew makes of the difference", () => {
    const moves = movesOfDifference(LITTERS);
    for (const [at, move] of moves.entries()) expect(move).toBeCloseTo(differenceOf(LITTERS) - differenceOf(LITTERS.filter((_, other) => other !== at)), 12);
  });

  test("diets that differ beyond doubt by pups do not by litters", () => {
    const { compared, variance } = independentOf(LITTERS);
    const among = amongClusters(compared, spreadOf(movesOfDifference(LITTERS), variance, 16), "DIFFERENCE");
    expect(compared.pValue).toBeLessThan(0.01);
    expect(among.pValue).toBeGreaterThan(0.05);
    expect("withheld" in among.outcome ? null : [among.outcome.low ?? 1, among.outcome.high ?? -1].map(Math.sign)).toEqual([-1, 1]);
  });

  test("each litter twice doubles the variance that pups alone would halve", () => {
    const twice = LITTERS.map(({ one, other }) => ({ one: [2 * one[0], 2 * one[1]] as const, other: [2 * other[0], 2 * other[1]] as const }));
    const [single, double] = [LITTERS, twice].map((clusters) => spreadOf(movesOfDifference(clusters), independentOf(clusters).variance, 16).designEffect);
    expect(double).toBeCloseTo(2 * (single ?? 0), 10);
  });
});

test("a system on both sides counts as one: what is the same on both cancels out", () => {
  const both = [1, 4, 2, 7, 3].map((x) => ({ one: [x, 10] as const, other: [x, 10] as const }));
  expect(movesOfDifference(both).every((move) => Math.abs(move) < 1e-12)).toBe(true);
});

test("of clusters with one record each a ratio of counts is as sure as it was", () => {
  const counts = [...Array.from({ length: 30 }, () => ({ one: 1, other: 0 })), ...Array.from({ length: 12 }, () => ({ one: 0, other: 1 }))];
  const spread = spreadOf(movesOfLogRatio(counts), 1 / 30 + 1 / 12, 12);
  expect(spread.designEffect).toBeCloseTo(41 / 42, 12);
  const { pValue } = rateRatio({ count: 30, time: 5 }, { count: 12, time: 5 });
  expect(amongClusters(rateRatio({ count: 30, time: 5 }, { count: 12, time: 5 }), spread, "RATIO").pValue).toBeGreaterThanOrEqual(pValue ?? 1);
});

test("clusters never make a comparison surer, and the more alike the less sure", () => {
  const share = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })).map(([trials, x]) => ({ successes: Math.min(x, trials), trials }));
  fc.assert(
    fc.property(share, share, fc.double({ min: 0.2, max: 20, noNaN: true }), fc.integer({ min: 1, max: 200 }), (a, b, designEffect, df) => {
      const compared = differenceOfShares(a, b);
      const [less, more] = [1, 1.5].map((times) => amongClusters(compared, { designEffect: times * designEffect, df }, "DIFFERENCE"));
      if (!less || !more || "withheld" in compared.outcome || "withheld" in less.outcome || "withheld" in more.outcome) throw new Error("Both have trials.");
      expect(less.pValue).toBeGreaterThanOrEqual(compared.pValue ?? 1);
      expect(more.pValue).toBeGreaterThanOrEqual((less.pValue ?? 1) - 1e-12);
      expect(less.outcome.low).toBeLessThanOrEqual((compared.outcome.low ?? 0) + 1e-12);
      expect(more.outcome.high).toBeGreaterThanOrEqual((less.outcome.high ?? 0) - 1e-12);
    }),
  );
});
