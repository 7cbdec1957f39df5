import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion, quotas } from "./quota";

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe("quotas", () => {
  test("never stray from the wanted share by more than one row, however many periods have passed", () => {
    const period = fc.record({ rows: fc.integer({ min: 0, max: 300 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 20 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (periods, phase) => {
        const given = quotas(periods.map(({ rows }) => rows), periods.map(({ share }) => share), phase);
        periods.forEach((_, last) => {
          const wanted = sum(periods.slice(0, last + 1).map(({ rows, share }) => rows * share));
          expect(Math.abs(sum(given.slice(0, last + 1)) - wanted)).toBeLessThanOrEqual(1 + 1e-9);
        });
        expect(given.every((count) => count >= 0)).toBe(true);
      }),
    );
  });
});

describe("apportion", () => {
  test("gives whole parts that add up to the total, none under the least", () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 100_000 }), (parts, least, spare) => {
        const total = least * parts.length + spare;
        const given = apportion(total, parts, least);
        expect(sum(given)).toBe(total);
        expect(given.every((part) => Number.isInteger(part) && part >= least)).toBe(true);
      }),
    );
  });

  test("follows Hamilton's rule: the largest remainders get what is left", () => {
    expect(apportion(10, [4.4, 3.3, 2.3])).toEqual([5, 3, 2]);
  });

  test("a total under the least is refused", () => {
    expect(() => apportion(3, [1, 1], 2)).toThrow(RangeError);
  });
});
