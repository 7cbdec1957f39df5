import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minCostFlow } from "./minCostFlow";

/** The cheapest way to give each row its own column, by trying all. */
function cheapest(costs: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  const of = costs[row];
  if (!of) return 0;
  return Math.min(...of.map((cost, column) => (taken.has(column) ? Infinity : cost + cheapest(costs, row + 1, new Set([...taken, column])))));
}

const square = fc.integer({ min: 1, max: 6 }).chain((n) => fc.array(fc.array(fc.nat({ max: 50 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

describe("minCostFlow", () => {
  test("takes back what an earlier path took, where that is cheaper", () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, cost: 1 },
      { from: 0, to: 2, capacity: 1, cost: 5 },
      { from: 1, to: 2, capacity: 1, cost: 1 },
      { from: 1, to: 3, capacity: 1, cost: 6 },
      { from: 2, to: 3, capacity: 1, cost: 1 },
    ];
    expect(minCostFlow(4, arcs, 0, 3, 1)).toEqual({ amount: 1, cost: 3, onArcs: [1, 0, 1, 0, 1] });
    expect(minCostFlow(4, arcs, 0, 3, 2)).toEqual({ amount: 2, cost: 13, onArcs: [1, 1, 0, 1, 1] });
  });

  test("sends what gets through where less does than is wanted", () => {
    expect(minCostFlow(2, [{ from: 0, to: 1, capacity: 3, cost: 2 }], 0, 1, 9)).toEqual({ amount: 3, cost: 6, onArcs: [3] });
    expect(minCostFlow(3, [{ from: 0, to: 1, capacity: 3, cost: 2 }], 0, 2, 1)).toEqual({ amount: 0, cost: 0, onArcs: [0] });
  });

  test("solves assignments as cheaply as trying all of them", () => {
    fc.assert(
      fc.property(square, (costs) => {
        const n = costs.length;
        const arcs = [
          ...costs.flatMap((row, i) => row.map((cost, j) => ({ from: 2 + i, to: 2 + n + j, capacity: 1, cost }))),
          ...costs.flatMap((_, i) => [{ from: 0, to: 2 + i, capacity: 1, cost: 0 }, { from: 2 + n + i, to: 1, capacity: 1, cost: 0 }]),
        ];
        const { amount, cost } = minCostFlow(2 + 2 * n, arcs, 0, 1, n);
        expect([amount, cost]).toEqual([n, cheapest(costs)]);
      }),
    );
  });

  test("a part of a unit, a negative cost and an arc to nowhere are errors", () => {
    expect(() => minCostFlow(2, [{ from: 0, to: 1, capacity: 0.5, cost: 0 }], 0, 1, 1)).toThrow(RangeError);
    expect(() => minCostFlow(2, [{ from: 0, to: 1, capacity: 1, cost: -1 }], 0, 1, 1)).toThrow(RangeError);
    expect(() => minCostFlow(2, [{ from: 0, to: 2, capacity: 1, cost: 0 }], 0, 1, 1)).toThrow("2 nodes");
  });
});
