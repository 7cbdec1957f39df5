import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, meanBounds, meanOfTally } from "./mean";
import { randomSource } from "./testing/random";
import { covers, shown } from "./testing/shown";

const values = fc.array(
  fc.integer({ min: -1e6, max: 1e6 }).map((k) => k / 64),
  { minLength: 2, maxLength: 40 },
);
const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 });

describe("mean", () => {
  // Hours of sleep gained, Student (1908), Biometrika 6(1), 1–25; the interval is what R prints for its `sleep` data.
  test("has the published t interval", () => {
    const { value, low, high, n } = shown(mean([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]));
    expect(value).toBeCloseTo(1.58, 12);
    expect(low).toBeCloseTo(0.7001142, 7);
    expect(high).toBeCloseTo(2.4598858, 7);
    expect(n).toBe(10);
  });

  test("of nothing is NO_DATA", () => {
    expect(mean([])).toEqual({ withheld: "NO_DATA", n: 0 });
    expect(meanOfTally([{ value: 5, count: 0 }])).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test("of one observation has no interval", () => {
    expect(mean([4])).toEqual({ value: 4, low: null, high: null, n: 1 });
  });

  test("of a tally is the mean of its observations one by one", () => {
    fc.assert(
      fc.property(ratings, (list) => {
        const tally = [1, 2, 3, 4, 5].map((value) => ({ value, count: list.filter((each) => each === value).length }));
        const one = shown(mean(list));
        const other = shown(meanOfTally(tally));
        expect(other.value).toBeCloseTo(one.value, 12);
        expect(other.low ?? 0).toBeCloseTo(one.low ?? 0, 10);
        expect(other.high ?? 0).toBeCloseTo(one.high ?? 0, 10);
      }),
    );
  });

  test("a large common offset costs no precision", () => {
    const near = shown(mean([1, 2, 3, 4, 9]));
    const far = shown(mean([1, 2, 3, 4, 9].map((each) => each + 1e9)));
    expect((far.high ?? 0) - 1e9).toBeCloseTo(near.high ?? NaN, 6);
  });

  test("the interval contains the mean, which lies among the observations", () => {
    fc.assert(
      fc.property(values, (list) => {
        const estimate = shown(mean(list));
        expect(covers(estimate, estimate.value)).toBe(true);
        expect(estimate.value).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(estimate.value).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
      }),
    );
  });

  test("another unit changes the numbers, not the finding", () => {
    fc.assert(
      fc.property(values, (list) => {
        const plain = shown(mean(list));
        const scaled = shown(mean(list.map((each) => each * 1024)));
        expect(scaled).toEqual({
          value: plain.value * 1024,
          low: (plain.low ?? NaN) * 1024,
          high: (plain.high ?? NaN) * 1024,
          n: plain.n,
        });
      }),
    );
  });

  // 4,000 samples of 8: Monte Carlo standard error 0.0034, bounds at four of them.
  test("the interval covers the true mean in 95% of samples", () => {
    const { normal } = randomSource(20_200_501);
    let covered = 0;
    for (let sample = 0; sample < 4000; sample += 1) {
      if (covers(shown(mean(Array.from({ length: 8 }, () => 10 + 3 * normal()))), 10)) covered += 1;
    }
    expect(covered / 4000).toBeGreaterThan(0.936);
    expect(covered / 4000).toBeLessThan(0.964);
  });

  test.each([
    [{ value: NaN, count: 1 }],
    [{ value: Infinity, count: 1 }],
    [{ value: 1, count: -1 }],
    [{ value: 1, count: 1.5 }],
  ])("rejects %o", (row) => {
    expect(() => meanOfTally([row])).toThrow(RangeError);
  });
});

describe("meanBounds", () => {
  test("put every missing answer at one end, then at the other", () => {
    expect(meanBounds({ sum: 95, answered: 20, asked: 25, min: 1, max: 5 })).toEqual({ low: 4, high: 4.8 });
  });

  test("meet at the mean when everyone answered", () => {
    expect(meanBounds({ sum: 9, answered: 2, asked: 2, min: 1, max: 5 })).toEqual({ low: 4.5, high: 4.5 });
  });

  test("span the whole scale when nobody answered, and do not exist when nobody was asked", () => {
    expect(meanBounds({ sum: 0, answered: 0, asked: 7, min: 1, max: 5 })).toEqual({ low: 1, high: 5 });
    expect(meanBounds({ sum: 0, answered: 0, asked: 0, min: 1, max: 5 })).toEqual({ low: null, high: null });
  });

  test("hold whatever the silent would have said", () => {
    fc.assert(
      fc.property(ratings, ratings, (said, silent) => {
        const sum = said.reduce((a, b) => a + b, 0);
        const asked = said.length + silent.length;
        const bounds = meanBounds({ sum, answered: said.length, asked, min: 1, max: 5 });
        expect(covers(bounds, shown(mean([...said, ...silent])).value)).toBe(true);
      }),
    );
  });

  test.each([
    { sum: 5, answered: 2, asked: 1, min: 1, max: 5 },
    { sum: 11, answered: 2, asked: 3, min: 1, max: 5 },
    { sum: 1, answered: 2, asked: 3, min: 1, max: 5 },
    { sum: NaN, answered: 2, asked: 3, min: 1, max: 5 },
    { sum: 6, answered: 2, asked: 3, min: 5, max: 1 },
    { sum: 6, answered: 1.5, asked: 3, min: 1, max: 5 },
  ])("rejects %o", (known) => {
    expect(() => meanBounds(known)).toThrow(RangeError);
  });
});
