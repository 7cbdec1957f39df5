import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { higherInFirst, leastPossible, logLikelihoodRatio, shareRatio } from "./keyness";

const parts = fc
  .record({ first: fc.integer({ min: 0, max: 30 }), more: fc.integer({ min: 1, max: 60 }), second: fc.integer({ min: 0, max: 30 }), evenMore: fc.integer({ min: 1, max: 200 }) })
  .map(({ first, more, second, evenMore }) => ({ first, allFirst: first + more, second, allSecond: second + evenMore }));

describe("the log-likelihood ratio", () => {
  // Dunning (1993), table 2: bigrams of a Swiss text, by A and B, A without B, B without A, and neither.
  test.each([
    ["the swiss", 110, 2442, 111, 29114, 270.72],
    ["can be", 29, 13, 123, 31612, 263.9],
    ["previous year", 31, 23, 139, 31584, 256.84],
  ])("of %s is what Dunning printed", (_, both, onlyA, onlyB, neither, expected) => {
    expect(logLikelihoodRatio({ first: both, allFirst: both + onlyA, second: onlyB, allSecond: onlyB + neither })).toBeCloseTo(expected, 2);
  });

  test("is none where the shares are the same, and never below", () => {
    expect(logLikelihoodRatio({ first: 3, allFirst: 10, second: 30, allSecond: 100 })).toBeCloseTo(0, 12);
    fc.assert(
      fc.property(parts, (given) => {
        expect(logLikelihoodRatio(given)).toBeGreaterThan(-1e-9);
      }),
    );
  });
});

describe("the exact test", () => {
  test("gives the p of the lady tasting tea", () => {
    // Fisher (1935), chapter 2: three of four cups with milk first told right, 17/70.
    expect(higherInFirst({ first: 3, allFirst: 4, second: 1, allSecond: 4 })).toBeCloseTo(17 / 70, 12);
  });

  test("can do no better than if all were in the first part", () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(higherInFirst(given)).toBeGreaterThanOrEqual(leastPossible(given.first + given.second, given.allFirst, given.allSecond) * (1 - 1e-9));
      }),
    );
  });
});

describe("the ratio of the shares", () => {
  test("lies in its interval, and turns round with the parts", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { value, low, high } = shareRatio(given);
        const back = shareRatio({ first: given.second, allFirst: given.allSecond, second: given.first, allSecond: given.allFirst });
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
        expect(back.value * value).toBeCloseTo(1, 8);
        expect(back.low * high).toBeCloseTo(1, 6);
      }),
    );
  });

  test("covers the truth about as often as it says, where a phrase is rare", () => {
    // Exact coverage over all outcomes of 30 systems at 20% and 150 at 4%.
    const chance = (k: number, n: number, p: number) => {
      let term = (1 - p) ** n;
      for (let i = 1; i <= k; i += 1) term *= ((n - i + 1) / i) * (p / (1 - p));
      return term;
    };
    let covered = 0;
    for (let first = 0; first <= 30; first += 1) {
      for (let second = 0; second <= 150; second += 1) {
        const { low, high } = shareRatio({ first, allFirst: 30, second, allSecond: 150 });
        if (low <= 5 && high >= 5) covered += chance(first, 30, 0.2) * chance(second, 150, 0.04);
      }
    }
    expect(covered).toBeGreaterThan(0.94);
  });
});

test("counts that cannot be are refused", () => {
  expect(() => logLikelihoodRatio({ first: 3, allFirst: 2, second: 0, allSecond: 1 })).toThrow(RangeError);
  expect(() => shareRatio({ first: 0, allFirst: 0, second: 0, allSecond: 1 })).toThrow(RangeError);
});
