import fc from "fast-check";
import { expect, test } from "vitest";
import { riskRatio, type Part } from "./riskRatio";

test("36 of 40 against 16 of 80 has the interval of Koopman's example, 2.94 to 7.15", () => {
  const ratio = riskRatio({ part: 36, whole: 40 }, { part: 16, whole: 80 });
  if (!("value" in ratio)) throw new Error("withheld");
  expect(ratio.value).toBeCloseTo(4.5, 12);
  expect(ratio.low).toBeCloseTo(2.94, 2);
  expect(ratio.high).toBeCloseTo(7.15, 2);
  expect(ratio.n).toBe(120);
});

const part = fc.integer({ min: 1, max: 60 }).chain((whole) => fc.record({ part: fc.integer({ min: 0, max: whole }), whole: fc.constant(whole) }));

const filled = part.filter((each) => each.part > 0);

test("the interval holds the ratio, and turns over with it", () => {
  fc.assert(
    fc.property(filled, filled, (one, other) => {
      const [ratio, over] = [limits(one, other), limits(other, one)];
      expect(ratio.low).toBeLessThanOrEqual(ratio.value * (1 + 1e-9));
      expect(ratio.high).toBeGreaterThanOrEqual(ratio.value * (1 - 1e-9));
      expect(ratio.low * over.high).toBeCloseTo(1, 6);
    }),
  );
});

test("the interval leaves out 1 just where Pearson's chi-squared is beyond its 95% quantile", () => {
  fc.assert(
    fc.property(part, filled, (one, other) => {
      const all = (one.part + other.part) / (one.whole + other.whole);
      const pearson = all === 1 ? 0 : (one.part / one.whole - other.part / other.whole) ** 2 / (all * (1 - all) * (1 / one.whole + 1 / other.whole));
      fc.pre(Math.abs(pearson - 3.841459) > 1e-3);
      const { low, high } = limits(one, other);
      expect(low > 1 || high < 1).toBe(pearson > 3.841459);
    }),
  );
});

function limits(one: Part, other: Part): { value: number; low: number; high: number } {
  const ratio = riskRatio(one, other);
  if (!("value" in ratio)) throw new Error("withheld");
  return { value: ratio.value, low: ratio.low ?? 0, high: ratio.high ?? Infinity };
}

test("against a part in which there is nothing there is no ratio", () => {
  expect(riskRatio({ part: 3, whole: 5 }, { part: 0, whole: 9 })).toEqual({ withheld: "NO_DATA", n: 14 });
  expect(() => riskRatio({ part: 6, whole: 5 }, { part: 0, whole: 9 })).toThrow(RangeError);
});
