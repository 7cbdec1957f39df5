import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOfAtLeast, scanForBursts, usualCounts } from "./burst";
import { expectationWithout, type WeekCount } from "./burstExpectation";
import { randomSource, type RandomSource } from "./testing/random";
import { rateTrend } from "./trend";

/** P(X ≥ least) for a binomial X, by its definition. */
function binomialTail(trials: number, p: number, least: number): number {
  let term = (1 - p) ** trials;
  let tail = least === 0 ? term : 0;
  for (let k = 1; k <= trials; k += 1) {
    term *= ((trials - k + 1) / k) * (p / (1 - p));
    if (k >= least) tail += term;
  }
  return tail;
}

/** Gamma of a mean of 1 and a whole shape, for counts that scatter more than Poisson's. */
const gamma = (random: RandomSource, shape: number) => Array.from({ length: shape }, random.exponential).reduce((sum, one) => sum + one, 0) / shape;

interface World {
  readonly topics: number;
  readonly weeks: number;
  readonly slope: number;
  /** Whole; null = Poisson. */
  readonly shape: number | null;
  /** Topics with a burst of two weeks, and how many times more they come up in it. */
  readonly bursts: number;
  readonly times: number;
}

function simulate(random: RandomSource, { topics, weeks, slope, shape, bursts, times }: World): WeekCount[][] {
  const exposure = Array.from({ length: weeks }, () => 25 + Math.floor(random.uniform() * 25));
  return Array.from({ length: topics }, (_, topic) =>
    exposure.map((all, week) => {
      const usual = all * 0.04 * Math.exp(slope * (week / weeks - 0.5));
      const raised = topic < bursts && week >= 20 && week < 22 ? times : 1;
      return { exposure: all, count: Math.min(all, random.poisson(usual * raised * (shape === null ? 1 : gamma(random, shape)))) };
    }),
  );
}

/** The mean share of what is found that is no planted burst, and the share of the planted that is found. */
function rates(world: World, runs: number, seed: number): { falseShare: number; power: number } {
  const random = randomSource(seed);
  let wrong = 0;
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const { bursts } = scanForBursts(simulate(random, world));
    const isReal = bursts.map(({ series, from, to }) => series < world.bursts && from < 22 && to > 20);
    wrong += bursts.length === 0 ? 0 : isReal.filter((real) => !real).length / bursts.length;
    found += new Set(bursts.filter((_, index) => isReal[index]).map(({ series }) => series)).size;
  }
  return { falseShare: wrong / runs, power: world.bursts === 0 ? 1 : found / (runs * world.bursts) };
}

const CALM: World = { topics: 25, weeks: 40, slope: 0, shape: null, bursts: 0, times: 1 };

describe("in simulated networks", () => {
  test.each([
    ["steady topics", CALM],
    ["growing topics", { ...CALM, slope: 1.5 }],
    ["counts that scatter twice as much as Poisson's", { ...CALM, shape: 2 }],
    ["three real bursts among them", { ...CALM, bursts: 3, times: 6 }],
  ])("of what is found among %s no more than one in twenty is chance", (_, world) => {
    // Of 30 networks, five with nothing but chance in them are beyond the 97% range of a twentieth.
    expect(rates(world, 30, 11).falseShare).toBeLessThan(5 / 30);
  }, 60_000);

  test("two weeks at six times the usual are mostly found", () => {
    expect(rates({ ...CALM, bursts: 3, times: 6 }, 15, 5).power).toBeGreaterThan(0.7);
  }, 60_000);
});

describe("the chance of a count", () => {
  test("is the conditional binomial test where there is no slope and no over-dispersion", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.02, max: 0.3, noNaN: true }), (count, outside, share) => {
        const expected = (outside * share) / (1 - share);
        const tail = binomialTail(count + outside, share, count);
        expect(chanceOfAtLeast(count, { expected, logVariance: 1 / outside, outside }, 1)).toBeCloseTo(tail, 10);
      }),
    );
  });

  test("is never smaller where counts scatter more, or less is known of what to expect", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.double({ min: 0.5, max: 3, noNaN: true }), fc.double({ min: 1, max: 4, noNaN: true }), (count, expected, more) => {
        fc.pre(count > 2 * expected);
        const base = { expected, logVariance: 0.02, outside: 50 };
        const p = chanceOfAtLeast(count, base, 1);
        expect(chanceOfAtLeast(count, base, more)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
        expect(chanceOfAtLeast(count, { ...base, logVariance: 0.02 * more }, 1)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
      }),
    );
  });
});

describe("what is expected", () => {
  const series = Array.from({ length: 30 }, (_, week) => ({ exposure: 40, count: Math.round(2 * 1.05 ** week) }));

  test("follows the same trend that rateTrend fits to the weeks outside", () => {
    const run = { from: 12, to: 14 };
    const { rateAt, dispersion } = expectationWithout(series, run);
    const trend = rateTrend(series.flatMap(({ count, exposure }, t) => (t >= run.from && t < run.to ? [] : [{ t, count, exposure }])));
    expect(rateAt(13) / rateAt(12)).toBeCloseTo(trend?.ratio ?? 0, 8);
    expect(Math.max(1, dispersion)).toBeCloseTo(trend?.dispersion ?? 0, 8);
  });

  test("does not depend on what was counted in the window", () => {
    const raised = series.map((week, index) => (index === 12 ? { ...week, count: 40 } : week));
    expect(expectationWithout(raised, { from: 12, to: 13 })).toMatchObject({ expected: expectationWithout(series, { from: 12, to: 13 }).expected });
  });
});

describe("a scan", () => {
  const calm = Array.from({ length: 40 }, (_, week) => ({ exposure: 40, count: week % 2 }));

  test("finds a week that stands out, where it is, and says by how much", () => {
    const weeks = calm.map((week, index) => (index === 20 ? { ...week, count: 12 } : week));
    const { bursts, tested, windows } = scanForBursts([weeks, calm]);
    expect([tested, windows]).toEqual([2, 2 * (40 + 39 + 38)]);
    expect(bursts).toHaveLength(1);
    expect(bursts[0]).toMatchObject({ series: 0, from: 20, to: 21, count: 12 });
    expect(bursts[0]?.expected).toBeCloseTo(20 / 39, 1);
    expect(bursts[0]?.low).toBeGreaterThan(5);
  });

  test("finds nothing in a steady growth, however large", () => {
    expect(scanForBursts([calm.map((week, index) => ({ ...week, exposure: 200, count: Math.round(1.12 ** index) }))]).bursts).toEqual([]);
  });

  test("does not test what hardly ever came up, and refuses counts out of nothing", () => {
    expect(scanForBursts([calm.map((week, index) => ({ ...week, count: index === 3 ? 4 : 0 }))])).toMatchObject({ tested: 0, windows: 0, bursts: [] });
    expect(() => scanForBursts([[{ count: 1, exposure: 0 }]])).toThrow(RangeError);
  });

  test("looks at no window that begins or ends in a week without records", () => {
    const holed = calm.map((week, index) => (index === 10 ? { count: 0, exposure: 0 } : week));
    expect(scanForBursts([holed]).windows).toBe(39 + 37 + 36);
  });
});

test("the usual counts hold all but a twentieth of what chance gives", () => {
  // Poisson with mean 4: P(X ≥ 9) = 0.0214, P(X ≥ 8) = 0.0511, P(X = 0) = 0.0183, P(X ≤ 1) = 0.0916.
  expect(usualCounts(4, 1)).toEqual({ low: 1, high: 8 });
  expect(usualCounts(0.2, 1)).toEqual({ low: 0, high: 1 });
  expect(usualCounts(4, 2).high).toBeGreaterThan(8);
});
