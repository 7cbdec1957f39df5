import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shown } from "../testing/shown";
import { lifeTable, lifeTableAt, lifeTableMedian } from "./lifeTable";
import { protectedMean } from "./protectedMean";
import { protectedNumber, published, type ProtectedNumber } from "./protectedCount";
import { protectedRatio } from "./protectedRatio";
import { protectedShare } from "./protectedShare";

const without = (raw: number): ProtectedNumber => ({ raw, reach: 0, deviation: 0 });
const withNoise = (raw: number): ProtectedNumber => ({ raw, reach: 4, deviation: 2 });

describe("a count", () => {
  test("is published whole, at least the threshold, with an interval that holds the truth in 95 of 100 cells", () => {
    let held = 0;
    for (let cellKey = 0; cellKey < 5_000; cellKey += 1) {
      const { value, low, high } = published(protectedNumber(11, 3, { cellKey, measure: "systems", salt: 9 }), 10);
      expect(Number.isInteger(value) && value >= 10 && low <= value && value <= high).toBe(true);
      held += Number(low <= 11 && 11 <= high);
    }
    expect(held / 5_000).toBeGreaterThan(0.95);
  });

  test("of the same records is the same, and one record more changes the noise as well", () => {
    const answers = new Set<number>();
    for (let extra = 1; extra < 200; extra += 1) {
      const before = protectedNumber(40, 2, { cellKey: 1_000, measure: "requests", salt: 1 }).raw;
      const after = protectedNumber(41, 2, { cellKey: 1_000 + extra * 104_729, measure: "requests", salt: 1 }).raw;
      expect(before).toBe(protectedNumber(40, 2, { cellKey: 1_000, measure: "requests", salt: 1 }).raw);
      answers.add(after - before);
    }
    expect(answers.size).toBeGreaterThan(5);
  });
});

describe("a share", () => {
  test("without noise is Wilson's", () => {
    // Newcombe (1998), Statist. Med. 17, 857–872, table I: 81 of 263.
    const { value, low, high, n } = shown(protectedShare(without(81), without(263), 10));
    expect([value, low, high, n]).toEqual([81 / 263, expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4), 263]);
  });

  test("stays within 0 and 1 and within its interval, which noise only widens", () => {
    fc.assert(
      fc.property(fc.integer({ min: -7, max: 300 }), fc.integer({ min: 1, max: 300 }), (part, whole) => {
        const [noisy, quiet] = [shown(protectedShare(withNoise(part), withNoise(whole), 10)), shown(protectedShare(without(part), without(whole), 10))];
        expect(noisy.low ?? 0).toBeLessThanOrEqual(noisy.value);
        expect(noisy.high ?? 0).toBeGreaterThanOrEqual(noisy.value);
        expect((noisy.low ?? 0) >= 0 && (noisy.high ?? 0) <= 1).toBe(true);
        expect(noisy.low ?? 0).toBeLessThanOrEqual((quiet.low ?? 0) + 1e-12);
        expect(noisy.high ?? 0).toBeGreaterThanOrEqual((quiet.high ?? 0) - 1e-12);
      }),
    );
  });

  test("says of a part or a rest that is few no more than that", () => {
    const shares = [-3, 0, 4, 10].map((part) => shown(protectedShare(without(part), without(200), 10)));
    expect(shares.map(({ value }) => value)).toEqual([0.05, 0.05, 0.05, 0.05]);
    expect(shares.map(({ low }) => low === 0)).toEqual([true, true, true, false]);
    const rests = [190, 197, 200].map((part) => shown(protectedShare(without(part), without(200), 10)));
    expect(rests.map(({ value }) => value)).toEqual([0.95, 0.95, 0.95]);
    expect(rests.map(({ high }) => high === 1)).toEqual([false, true, true]);
  });

  test("of fewer than may be published is given as of so many", () => expect(shown(protectedShare(without(3), without(7), 10)).n).toBe(10));

  test("of nothing is NO_DATA", () => expect(protectedShare(withNoise(3), withNoise(-2), 0)).toEqual({ withheld: "NO_DATA", n: 0 }));
});

describe("a mean", () => {
  test("without noise is the mean, with the normal interval", () => {
    const ratings = [5, 5, 4, 5, 3, 5, 5, 4, 5, 5];
    const [sum, squares] = [1, 2].map((power) => ratings.reduce((total, rating) => total + (rating - 3) ** power, 0));
    const outcome = shown(protectedMean({ count: without(10), sum: without(sum ?? 0), squares: without(squares ?? 0), min: 1, max: 5, least: 10 }));
    expect(outcome.value).toBeCloseTo(4.6, 10);
    expect(outcome.low).toBeCloseTo(4.6 - 1.959964 * Math.sqrt(0.44 / 10), 5);
    expect(outcome.high).toBe(5);
  });

  test("stays on its scale whatever the noise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -200, max: 200 }), fc.integer({ min: -9, max: 400 }), (n, sum, squares) => {
        const { value, low, high } = shown(protectedMean({ count: withNoise(n), sum: withNoise(sum), squares: withNoise(squares), min: 1, max: 5, least: 10 }));
        expect(1 <= (low ?? 0) && (low ?? 0) <= value && value <= (high ?? 0) && (high ?? 0) <= 5).toBe(true);
      }),
    );
  });
});

describe("a life table", () => {
  test("without noise gives the survival of 126 patients with localized cancer of the kidney", () => {
    // Cutler & Ederer (1958), table 2: deaths and withdrawals (lost or alive) by year; cumulative survival.
    const deaths = [47, 5, 2, 2, 0];
    const withdrawn = [4 + 15, 6 + 11, 0 + 15, 2 + 7, 0 + 6];
    const table = lifeTable(
      without(126),
      deaths.map((died, index) => ({ end: index + 1, events: without(died), censored: without(withdrawn[index] ?? 0) })),
    );
    expect(table.points.slice(0, 4).map(({ survival }) => Math.round(survival * 100) / 100)).toEqual([0.6, 0.54, 0.5, 0.44]);
    expect(table.points.map(({ atRisk }) => atRisk)).toEqual([126, 60, 38, 21, 10]);
    // Just over a half live on after three years, 44 in 100 after four.
    expect(Math.floor(shown(lifeTableMedian(table)).value)).toBe(3);
    expect(shown(lifeTableAt(table, 2)).value).toBe(table.points[1]?.survival);
  });

  test("never rises, and ends where fewer than ten are followed", () => {
    const noisy = fc.integer({ min: -7, max: 30 }).map(withNoise);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.array(fc.tuple(noisy, noisy), { maxLength: 15 }), (all, given) => {
        const { points } = lifeTable(withNoise(all), given.map(([events, censored], index) => ({ end: index + 1, events, censored })));
        points.forEach(({ survival, atRisk, low, high }, index) => {
          expect(survival <= (points[index - 1]?.survival ?? 1) && survival >= 0 && atRisk >= 10).toBe(true);
          expect((low ?? survival) <= survival && survival <= (high ?? survival)).toBe(true);
        });
      }),
    );
  });

  test("has no median where the curve stays above a half, nor a point that nobody reached", () => {
    const table = lifeTable(without(40), [{ end: 1, events: without(4), censored: without(0) }]);
    expect(lifeTableMedian(table)).toEqual({ withheld: "NOT_REACHED", n: 40 });
    expect(lifeTableAt(table, 4)).toEqual({ withheld: "NOT_REACHED", n: 40 });
    expect(lifeTableMedian(lifeTable(without(3), []))).toEqual({ withheld: "NO_DATA", n: 3 });
  });
});

describe("a ratio of protected sums", () => {
  const number = (raw: number, deviation: number) => ({ raw, deviation, reach: 2 * deviation });

  test("is their quotient, cut to 0 to 1, in an interval of the noise alone", () => {
    const ratio = protectedRatio(number(300, 3), number(1000, 4), 40);
    expect(ratio).toMatchObject({ value: 0.3, n: 40 });
    // By the first-order error of a quotient: sqrt(3² + (0.3 × 4)²) / 1000.
    if ("withheld" in ratio) throw new Error("It is given.");
    expect((ratio.high ?? 0) - 0.3).toBeCloseTo((1.959964 * Math.hypot(3, 1.2)) / 1000, 6);
    expect(protectedRatio(number(1100, 50), number(1000, 50), 40)).toMatchObject({ value: 1, high: 1 });
  });

  test("without anything beneath it is not given", () => expect(protectedRatio(number(1, 1), number(-2, 1), 3)).toEqual({ withheld: "NO_DATA", n: 3 }));
});
