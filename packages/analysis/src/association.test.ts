import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fisherGreater, lift, npmi, oddsRatioLimits, type Overlap } from "./association";
import { randomSource } from "./testing/random";

const overlaps = fc
  .record({ both: fc.integer({ min: 0, max: 30 }), onlyFirst: fc.integer({ min: 0, max: 40 }), onlySecond: fc.integer({ min: 0, max: 40 }), neither: fc.integer({ min: 0, max: 200 }) })
  .map(({ both, onlyFirst, onlySecond, neither }): Overlap => ({ both, first: both + onlyFirst, second: both + onlySecond, all: both + onlyFirst + onlySecond + neither }))
  .filter(({ first, second }) => first > 0 && second > 0);

describe("fisherGreater", () => {
  // Eight cups, four of them with the milk first: Fisher (1935), The Design of Experiments, chapter 2.
  test("gives the lady who names all four cups 1 in 70, and her who names three 17 in 70", () => {
    expect(fisherGreater({ both: 4, first: 4, second: 4, all: 8 })).toBeCloseTo(1 / 70, 14);
    // Agresti (2013), Categorical Data Analysis, 3rd ed., 3.5.1: P = 0.243.
    expect(fisherGreater({ both: 3, first: 4, second: 4, all: 8 })).toBeCloseTo(17 / 70, 14);
  });

  test("is the sum of binomial coefficients that it is defined by", () => {
    const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1));
    fc.assert(
      fc.property(overlaps, ({ both, first, second, all }) => {
        let sum = 0;
        for (let k = both; k <= Math.min(first, second); k += 1) sum += (choose(first, k) / choose(all, second)) * choose(all - first, second - k);
        expect(fisherGreater({ both, first, second, all })).toBeCloseTo(Math.min(1, sum), 9);
      }),
    );
  });

  test("keeps its digits far in the tail", () => {
    // All 60 of 60 in 1,000: 1 over the number of ways to choose 60 of 1,000.
    const log = Array.from({ length: 60 }, (_, i) => Math.log((60 - i) / (1000 - i))).reduce((a, b) => a + b, 0);
    expect(Math.log(fisherGreater({ both: 60, first: 60, second: 60, all: 1000 })) / log).toBeCloseTo(1, 10);
  });

  test("refuses counts that cannot be", () => {
    expect(() => fisherGreater({ both: 5, first: 4, second: 6, all: 10 })).toThrow(RangeError);
    expect(() => fisherGreater({ both: 1, first: 6, second: 6, all: 10 })).toThrow(RangeError);
  });
});

describe("the interval of the lift", () => {
  // Like-sex twins of convicted criminals, Fisher (1935), J. R. Stat. Soc. 98(1), table 1; limits as R's fisher.test has them, to the places
  // that its root finding (to 1e-4) leaves sure.
  test("rests on the published limits of the odds ratio", () => {
    const { low, high } = oddsRatioLimits({ both: 2, first: 12, second: 17, all: 30 });
    expect(low).toBeCloseTo(0.00333, 4);
    expect(high).toBeCloseTo(0.36318, 4);
    expect(oddsRatioLimits({ both: 3, first: 4, second: 4, all: 8 }).low).toBeCloseTo(0.21173, 3);
  });

  test("holds the lift, and is over 1 exactly where p < 0.025", () => {
    fc.assert(
      fc.property(overlaps, (overlap) => {
        const { value, low, high } = lift(overlap);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        const p = fisherGreater(overlap);
        expect((low ?? 0) > 1 || Math.abs(p - 0.025) < 1e-9).toBe(p < 0.025);
      }),
    );
  });

  test("does not change when the two are exchanged", () => {
    fc.assert(
      fc.property(overlaps, ({ both, first, second, all }) => {
        const [one, other] = [lift({ both, first, second, all }), lift({ both, first: second, second: first, all })];
        // Where the margins leave one possibility, the interval's width is the root of what rounding leaves of nothing.
        expect(one.low).toBeCloseTo(other.low ?? 0, 6);
        expect(one.high).toBeCloseTo(other.high ?? 0, 6);
      }),
    );
  });

  // Systems are drawn from a population in which the two topics go together by a known lift: nothing is held fixed.
  test.each([
    { all: 60, first: 0.1, second: 0.12, both: 0.03 },
    { all: 174, first: 0.05, second: 0.06, both: 0.003 },
    { all: 174, first: 0.08, second: 0.1, both: 0.04 },
    { all: 174, first: 0.15, second: 0.2, both: 0.03 },
    { all: 400, first: 0.03, second: 0.04, both: 0.012 },
    { all: 900, first: 0.3, second: 0.25, both: 0.15 },
  ])("covers the lift of a population of which $all are seen in 95% of samples or more", ({ all, first, second, both }) => {
    const random = randomSource(all + Math.round(1000 * both));
    const truth = both / (first * second);
    let [covered, tried] = [0, 0];
    while (tried < 2000) {
      const counts = { both: 0, first: 0, second: 0, all };
      for (let i = 0; i < all; i += 1) {
        const u = random.uniform();
        if (u < both) counts.both += 1;
        if (u < first) counts.first += 1;
        if (u < both || (u >= first && u < first + second - both)) counts.second += 1;
      }
      // As in the list of hurdles: both topics have five systems or more.
      if (counts.first < 5 || counts.second < 5) continue;
      tried += 1;
      const { low, high } = lift(counts);
      if ((low ?? 0) <= truth && truth <= (high ?? Infinity)) covered += 1;
    }
    expect(covered / tried).toBeGreaterThan(0.94);
  });
});

describe("npmi", () => {
  test("has the values that give it its orientation (Bouma, 2009): only together 1, independent 0, never −1", () => {
    expect(npmi({ both: 7, first: 7, second: 7, all: 100 })).toBe(1);
    expect(npmi({ both: 4, first: 20, second: 20, all: 100 })).toBeCloseTo(0, 14);
    expect(npmi({ both: 0, first: 20, second: 20, all: 100 })).toBe(-1);
  });

  test("lies between −1 and 1, on the side of the lift", () => {
    fc.assert(
      fc.property(overlaps, (overlap) => {
        const value = npmi(overlap);
        expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        const over = overlap.both * overlap.all - overlap.first * overlap.second;
        expect(overlap.both === overlap.all || over === 0 || Math.sign(value) === Math.sign(over)).toBe(true);
      }),
    );
  });
});
