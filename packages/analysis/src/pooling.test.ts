import fc from "fast-check";
import { expect, test } from "vitest";
import { pooling } from "./pooling";

test("eleven systems in cohorts of eight need two cohorts: the calls of two relationships in place of those of eleven", () => {
  const hoursEach = { value: 4, low: 3, high: 5, n: 20 };
  expect(pooling({ systems: 11, cohortSize: 8, hoursEach })).toEqual({
    cohorts: 2,
    oneToOne: { value: 44, low: 33, high: 55, n: 20 },
    pooled: { value: 8, low: 6, high: 10, n: 20 },
  });
});

test("pooling never takes more, every system has its place, and no interval falls under nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2, max: 40 }), fc.double({ min: 0.1, max: 9, noNaN: true }), (systems, cohortSize, value) => {
      const { cohorts, oneToOne, pooled } = pooling({ systems, cohortSize, hoursEach: { value, low: value - 3, high: null, n: 9 } });
      expect(pooled.value).toBeLessThanOrEqual(oneToOne.value);
      expect(cohorts * cohortSize).toBeGreaterThanOrEqual(systems);
      expect((cohorts - 1) * cohortSize).toBeLessThan(systems);
      expect(oneToOne.low).toBeGreaterThanOrEqual(0);
      expect(pooled.high).toBeNull();
    }),
  );
  expect(() => pooling({ systems: 0, cohortSize: 8, hoursEach: { value: 1, low: 1, high: 1, n: 1 } })).toThrow(RangeError);
  expect(() => pooling({ systems: 3, cohortSize: 1, hoursEach: { value: 1, low: 1, high: 1, n: 1 } })).toThrow(RangeError);
});
