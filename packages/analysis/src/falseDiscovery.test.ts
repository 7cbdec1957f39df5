import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "./falseDiscovery";

// Fifteen hypotheses on thrombolysis: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289–300, section 3.2.
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

const pValues = fc.array(fc.integer({ min: 0, max: 1000 }).map((k) => k / 1000), { maxLength: 30 });

describe("benjaminiHochberg", () => {
  test("makes the four discoveries of the published example at 0.05", () => {
    const q = benjaminiHochberg(published);
    expect(q.filter((each) => each <= 0.05)).toHaveLength(4);
    expect(q.map((each) => Number(each.toFixed(6)))).toEqual([
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
      0.813214, 1,
    ]);
  });

  // Levels in 997ths never fall on a threshold of p-values in thousandths, so rounding cannot decide.
  test("is the least level at which the step-up procedure rejects", () => {
    fc.assert(
      fc.property(pValues, fc.integer({ min: 1, max: 996 }), (list, k) => {
        const level = k / 997;
        const sorted = list.toSorted((a, b) => a - b);
        const last = sorted.findLast((p, i) => p <= ((i + 1) * level) / list.length);
        const rejected = list.map((p) => last !== undefined && p <= last);
        expect(benjaminiHochberg(list).map((q) => q <= level)).toEqual(rejected);
      }),
    );
  });

  test("keeps the order of the p-values, lies between them and 1, and gives equals equally", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        const q = benjaminiHochberg(list);
        const byP = list.map((p, i) => ({ p, q: q[i] ?? NaN })).sort((a, b) => a.p - b.p);
        byP.forEach((each, i) => {
          expect(each.q).toBeGreaterThanOrEqual(each.p);
          expect(each.q).toBeLessThanOrEqual(1);
          const next = byP[i + 1] ?? { p: 1, q: 1 };
          expect(each.q).toBeLessThanOrEqual(next.q);
          expect(each.q === next.q || each.p < next.p).toBe(true);
        });
      }),
    );
  });

  test("answers in the order asked", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        expect(benjaminiHochberg(list.toReversed())).toEqual(benjaminiHochberg(list).toReversed());
      }),
    );
  });

  test("leaves a single p-value as it is", () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  test.each([-0.01, 1.01, NaN])("rejects a p-value of %s", (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
  });
});
