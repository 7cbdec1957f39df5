import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareUpperTail, expectedEvents, logRank } from "./logRank";
import type { Spell } from "./survival";
import { randomSource } from "./testing/random";
import { remission } from "./testing/remission";

/** Weeks in remission without treatment, of the same trial. */
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map((time) => ({ time, event: true }));

const spells = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), event: fc.boolean() }), { minLength: 1, maxLength: 30 });
const groupsOf = fc.array(spells, { minLength: 2, maxLength: 4 });

describe("logRank", () => {
  test("reproduces the published test of remission under 6-mercaptopurine", () => {
    const found = logRank([remission, placebo]);
    expect(found?.chiSquare.toFixed(2)).toBe("16.79");
    expect(found?.df).toBe(1);
    expect(found?.pValue).toBeCloseTo(0.0000417, 7);
    expect(found?.groups.map(({ n, observed, expected }) => [n, observed, expected.toFixed(2)])).toEqual([
      [21, 9, "19.25"],
      [21, 21, "10.75"],
    ]);
  });

  test("says nothing where there is nothing to compare", () => {
    expect(logRank([])).toBeNull();
    expect(logRank([remission])).toBeNull();
    expect(logRank([remission, []])).toBeNull();
    expect(logRank([[{ time: 3, event: false }], [{ time: 4, event: false }]])).toBeNull();
  });

  test("expects as many events in all as there were", () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const events = expectedEvents(groups);
        const sum = (of: "observed" | "expected") => events.reduce((all, each) => all + each[of], 0);
        expect(sum("expected")).toBeCloseTo(sum("observed"), 9);
      }),
    );
  });

  test("does not ask in which order the groups come", () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const [one, other] = [logRank(groups), logRank(groups.toReversed())];
        expect(one === null).toBe(other === null);
        expect(one?.chiSquare ?? 0).toBeCloseTo(other?.chiSquare ?? 0, 6);
      }),
    );
  });

  test("finds a difference in one of twenty where there is none", () => {
    const { uniform, exponential } = randomSource(5);
    const draw = (): Spell => {
      const [end, left] = [exponential(), 2 * uniform()];
      return { time: Math.min(end, left), event: end <= left };
    };
    const group = (n: number) => Array.from({ length: n }, draw);
    const found = Array.from({ length: 800 }, () => logRank([group(40), group(25), group(15)])?.pValue ?? 1).filter((p) => p < 0.05).length;
    expect(found / 800).toBeGreaterThan(0.03);
    expect(found / 800).toBeLessThan(0.075);
  });
});

// Abramowitz & Stegun (1964), table 26.8.
test.each([
  [3.84146, 1, 0.05],
  [11.0705, 5, 0.05],
  [23.2093, 10, 0.01],
])("beyond %d with %d degrees of freedom lies the printed share", (x, df, share) => {
  expect(chiSquareUpperTail(x, df)).toBeCloseTo(share, 6);
});
