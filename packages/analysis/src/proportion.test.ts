import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "./proportion";
import { covers, shown } from "./testing/shown";

const trial = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe("wilson", () => {
  // Newcombe (1998), Stat. Med. 17(8), 857–872: the four examples of his comparison of methods.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d has the published interval", (successes, trials, low, high) => {
    const estimate = shown(wilson(successes, trials));
    expect(estimate.value).toBe(successes / trials);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
    expect(estimate.n).toBe(trials);
  });

  test("without trials there is nothing to show", () => {
    expect(wilson(0, 0)).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test.each([
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [1, 2.5],
    [NaN, 5],
    [0, -1],
    [1, Infinity],
  ])("%d of %d is impossible", (successes, trials) => {
    expect(() => wilson(successes, trials)).toThrow(RangeError);
  });

  test("the interval contains the estimate and stays within 0 and 1", () => {
    fc.assert(
      fc.property(trial, ([successes, trials]) => {
        const { value, low, high } = shown(wilson(successes, trials));
        expect(covers({ low, high }, value)).toBe(true);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("failures have the mirrored interval", () => {
    fc.assert(
      fc.property(trial, ([successes, trials]) => {
        const of = shown(wilson(successes, trials));
        const against = shown(wilson(trials - successes, trials));
        expect(against.low).toBeCloseTo(1 - (of.high ?? NaN), 12);
        expect(against.high).toBeCloseTo(1 - (of.low ?? NaN), 12);
      }),
    );
  });

  test("each end satisfies the score equation |p − x/n| = z·√(p(1 − p)/n)", () => {
    fc.assert(
      fc.property(trial, ([successes, trials]) => {
        const { value, low, high } = shown(wilson(successes, trials));
        for (const end of [low ?? NaN, high ?? NaN]) {
          const score = 1.959963984540054 * Math.sqrt((end * (1 - end)) / trials);
          expect(Math.abs(end - value)).toBeCloseTo(score, 7);
        }
      }),
    );
  });

  // Summed over the binomial distribution, so exact: no simulation error.
  test.each([10, 50, 200])("with %d trials, covers shares from 0.05 to 0.95 at the nominal rate on average", (trials) => {
    const coverages = Array.from({ length: 181 }, (_, i) => exactCoverage(trials, 0.05 + i * 0.005));
    const average = coverages.reduce((a, b) => a + b, 0) / coverages.length;
    expect(average).toBeGreaterThan(0.945);
    expect(average).toBeLessThan(0.96);
    expect(Math.min(...coverages)).toBeGreaterThan(0.83);
  });
});

function exactCoverage(trials: number, truth: number): number {
  let probability = (1 - truth) ** trials;
  let covered = 0;
  for (let successes = 0; successes <= trials; successes += 1) {
    if (covers(shown(wilson(successes, trials)), truth)) covered += probability;
    probability *= ((trials - successes) / (successes + 1)) * (truth / (1 - truth));
  }
  return covered;
}
