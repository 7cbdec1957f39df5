import * as fc from "fast-check";
import { expect, test } from "vitest";
import { confusedPairs, masiDistance } from "./agreement";
import { krippendorffAlpha } from "./alpha";

const set = (...items: string[]) => new Set(items);

test("sets are apart as Passonneau (2006) defines it: equal, one within the other, overlapping, disjoint", () => {
  expect(masiDistance(set("a", "b"), set("b", "a"))).toBe(0);
  expect(masiDistance(set("a"), set("a", "b"))).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
  expect(masiDistance(set("a", "b"), set("a", "b", "c", "d"))).toBeCloseTo(1 - (2 / 4) * (2 / 3), 12);
  expect(masiDistance(set("a", "b"), set("b", "c"))).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12);
  expect(masiDistance(set("a"), set("b"))).toBe(1);
  expect(masiDistance(set(), set())).toBe(0);
});

test("the distance of sets is the same both ways, within 0 and 1, and 0 for equal ones alone", () => {
  const sets = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 }).map((items) => new Set(items));
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const distance = masiDistance(a, b);
      expect(distance).toBe(masiDistance(b, a));
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(distance === 0).toBe(a.size === b.size && [...a].every((item) => b.has(item)));
    }),
  );
});

test("a reading within another costs less agreement than a wrong one", () => {
  const base = [[set("a"), set("a")], [set("b"), set("b")], [set("c"), set("c")]];
  const nested = krippendorffAlpha([...base, [set("a", "b"), set("a")]], masiDistance) ?? 0;
  const wrong = krippendorffAlpha([...base, [set("b"), set("a")]], masiDistance) ?? 0;
  expect(nested).toBeGreaterThan(wrong);
});

test("a pair is confused where one reader gave the one and another the other instead", () => {
  const pairs = confusedPairs([[set("a"), set("b")], [set("b"), set("a")], [set("a", "b"), set("b")], [set("a", "c"), set("b", "c")], [set("d")]]);
  expect(pairs).toEqual([{ items: ["a", "b"], units: 3, at: [0, 1, 3], of: 4 }]);
});
