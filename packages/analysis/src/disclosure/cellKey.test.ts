import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf } from "./cellKey";

const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test("the same cell always has the same place, between 0 and 1", () => {
  fc.assert(
    fc.property(key, fc.string(), key, (cellKey, measure, salt) => {
      const place = placeOf({ cellKey, measure, salt });
      expect(place).toBe(placeOf({ cellKey, measure, salt }));
      expect(place >= 0 && place < 1).toBe(true);
    }),
  );
});

/** Pearson's correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]) => x.reduce((sum, each) => sum + each, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (of: (index: number) => number) => a.reduce((total, _, index) => total + of(index), 0);
  const [da, db] = [(index: number) => (a[index] ?? 0) - ma, (index: number) => (b[index] ?? 0) - mb];
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}

const CELLS = 20_000;
const places = (measure: string, salt: number, keyOf: (index: number) => number = (index) => index) =>
  Array.from({ length: CELLS }, (_, index) => placeOf({ cellKey: keyOf(index), measure, salt }));

test("places are even, even for keys in a row", () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const place of places("requests", 5)) tenths[Math.floor(place * 10)] = (tenths[Math.floor(place * 10)] ?? 0) + 1;
  for (const count of tenths) expect(count / CELLS).toBeCloseTo(0.1, 1.9);
});

test("another measure, another salt and a neighbouring key each have a place that says nothing of the first", () => {
  const first = places("requests", 5);
  for (const other of [places("systems", 5), places("requests", 6), places("requests", 5, (index) => index + 1)]) {
    expect(Math.abs(correlation(first, other))).toBeLessThan(0.03);
  }
});
