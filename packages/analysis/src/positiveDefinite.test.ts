import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inverseOf } from "./positiveDefinite";

const wellConditioned = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => fc.array(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }))
  .map((root) => root.map((row, i) => root.map((other, j) => row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), i === j ? 1 : 0))));

test("a matrix times its inverse is the identity", () => {
  fc.assert(
    fc.property(wellConditioned, (matrix) => {
      const inverse = inverseOf(matrix) ?? [];
      matrix.forEach((row, i) =>
        matrix.forEach((_, j) => expect(row.reduce((sum, value, k) => sum + value * (inverse[k]?.[j] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 8)),
      );
    }),
  );
});

test.each([{ matrix: [[0]] }, { matrix: [[1, 1], [1, 1]] }, { matrix: [[1, 2], [2, 1]] }, { matrix: [[-1]] }])("$matrix has none", ({ matrix }) => {
  expect(inverseOf(matrix)).toBeNull();
});
