import * as fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetricEigen";

test("the values and vectors put the matrix together again", () => {
  const size = 4;
  fc.assert(
    fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size * size, maxLength: size * size }), (numbers) => {
      const at = (i: number, j: number) => (numbers[size * Math.min(i, j) + Math.max(i, j)] ?? 0);
      const places = Array.from({ length: size }, (_, i) => i);
      const { values, vectors } = symmetricEigen(places.map((i) => places.map((j) => at(i, j))));
      for (const i of places) {
        for (const j of places) {
          const again = places.reduce((sum, k) => sum + (vectors[i]?.[k] ?? 0) * (values[k] ?? 0) * (vectors[j]?.[k] ?? 0), 0);
          const unit = places.reduce((sum, k) => sum + (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0), 0);
          expect(again).toBeCloseTo(at(i, j), 8);
          expect(unit).toBeCloseTo(i === j ? 1 : 0, 10);
        }
      }
    }),
  );
});
