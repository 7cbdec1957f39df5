import { describe, expect, test } from "vitest";
import { logRatio, scanCircles, scanForCluster, type ScanTest } from "./clusterScan";
import { benjaminiHochberg } from "./falseDiscovery";
import { greatCircleKm, type Place } from "./geo";
import { randomSource } from "./testing/random";

const LIMITS = { maxKm: 400, maxShare: 0.5 };
const testWith = (seed: number, permutations = 999): ScanTest => ({ leastCases: 3, permutations, stopAfter: 20, uniform: randomSource(seed).uniform });

/** Places strewn over the middle of the United States. */
function strewn(count: number, seed: number): Place[] {
  const { uniform } = randomSource(seed);
  return Array.from({ length: count }, () => ({ lat: 33 + 12 * uniform(), lon: -118 + 44 * uniform() }));
}

describe("the likelihood ratio", () => {
  test("is that of the two binomial likelihoods, written out", () => {
    const likelihood = (cases: number, size: number, share: number) => share ** cases * (1 - share) ** (size - cases);
    for (const [cases, size, allCases, all] of [[6, 8, 12, 40], [3, 3, 9, 30], [5, 20, 6, 41], [4, 7, 4, 30]] as const) {
      const split = likelihood(cases, size, cases / size) * likelihood(allCases - cases, all - size, (allCases - cases) / (all - size));
      const ratio = split / likelihood(allCases, all, allCases / all);
      expect(logRatio({ cases, size, allCases, all })).toBeCloseTo(Math.log(ratio), 10);
    }
  });

  test("is nothing where there are no more inside than outside", () => {
    expect(logRatio({ cases: 2, size: 10, allCases: 8, all: 40 })).toBe(0);
    expect(logRatio({ cases: 0, size: 10, allCases: 8, all: 40 })).toBe(0);
  });
});

test("the circle found is the best of all circles there are, by brute force", () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const places = strewn(40, seed);
    const { uniform } = randomSource(seed + 500);
    const isCase = places.map(() => uniform() < 0.3);
    const found = scanForCluster(scanCircles(places, LIMITS), isCase, testWith(seed, 1));
    const allCases = isCase.filter(Boolean).length;
    let best = 0;
    for (const centre of places) {
      for (const edge of places) {
        const km = greatCircleKm(centre, edge);
        const inside = places.flatMap((place, index) => (greatCircleKm(centre, place) <= km ? [index] : []));
        const cases = inside.filter((index) => isCase[index]).length;
        if (km <= LIMITS.maxKm && inside.length <= 20 && cases >= 3) best = Math.max(best, logRatio({ cases, size: inside.length, allCases, all: 40 }));
      }
    }
    expect(found?.logRatio ?? 0).toBeCloseTo(best, 10);
    if (found === null) continue;
    const centre = places[found.centre] ?? { lat: 0, lon: 0 };
    expect([...found.members].sort((a, b) => a - b)).toEqual(places.flatMap((place, index) => (greatCircleKm(centre, place) <= found.km ? [index] : [])));
    expect(found.cases).toBe(found.members.filter((index) => isCase[index]).length);
  }
});

test("places at the same spot are in a circle together or not at all, and no circle is larger than its limits", () => {
  const places = [...strewn(10, 3), ...Array.from({ length: 6 }, () => ({ lat: 40, lon: -90 }))];
  const circles = scanCircles(places, { maxKm: 900, maxShare: 0.25 });
  for (let centre = 0; centre < places.length; centre += 1) {
    const [from, to] = [circles.start[centre] ?? 0, circles.start[centre + 1] ?? 0];
    expect(to - from).toBeLessThanOrEqual(4);
    const together = [...circles.order.subarray(from, to)].filter((index) => index >= 10);
    expect([0, 6]).toContain(together.length);
    expect(Math.max(0, ...circles.km.subarray(from, to))).toBeLessThanOrEqual(900);
  }
  expect(() => scanCircles(places, { maxKm: 0, maxShare: 0.5 })).toThrow(RangeError);
  expect(() => scanForCluster(circles, [true], testWith(1))).toThrow(RangeError);
});

test("where needs are strewn at random, p is under 0.05 about one time in twenty, and q hardly ever", () => {
  const circles = scanCircles(strewn(120, 11), LIMITS);
  const { uniform } = randomSource(77);
  const [runs, topics] = [60, 10];
  let [small, falseFinds] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const pValues = Array.from({ length: topics }, (_, topic) => {
      const isCase = Array.from({ length: 120 }, () => uniform() < 0.05 + 0.02 * topic);
      return scanForCluster(circles, isCase, testWith(1 + run * topics + topic, 199))?.pValue ?? 1;
    });
    small += pValues.filter((p) => p <= 0.05).length;
    falseFinds += benjaminiHochberg(pValues).some((q) => q < 0.05) ? 1 : 0;
  }
  // Three standard errors of a share of 0.05 over 600 tests, and over 60 runs.
  expect(small / (runs * topics)).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / (runs * topics)));
  expect(small / (runs * topics)).toBeGreaterThan(0.015);
  expect(falseFinds / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
});

test("a planted cluster is found where it was planted, and the same seed gives the same answer", () => {
  const places = strewn(150, 21);
  const middle = places[0] ?? { lat: 0, lon: 0 };
  const near = places.map((place, index) => ({ index, km: greatCircleKm(middle, place) })).sort((a, b) => a.km - b.km).slice(0, 9);
  const { uniform } = randomSource(5);
  const planted = new Set(near.map(({ index }) => index));
  const isCase = places.map((_, index) => (planted.has(index) ? uniform() < 0.9 : uniform() < 0.06));
  const circles = scanCircles(places, LIMITS);
  const found = scanForCluster(circles, isCase, testWith(9));
  expect(found?.pValue).toBeLessThan(0.01);
  expect(found?.members.filter((index) => planted.has(index)).length ?? 0).toBeGreaterThanOrEqual(7);
  expect(scanForCluster(circles, isCase, testWith(9))).toEqual(found);
});

test("too few cases in any circle is no cluster", () => {
  const places = strewn(30, 2);
  expect(scanForCluster(scanCircles(places, LIMITS), places.map((_, index) => index < 2), testWith(1))).toBeNull();
});
