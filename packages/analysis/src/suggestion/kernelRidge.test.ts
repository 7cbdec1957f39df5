import fc from "fast-check";
import { expect, test } from "vitest";
import { likeness, meaningOf, type Example } from "./kernel";
import { expectedShares, fitRidge, likenesses, type Lesson } from "./kernelRidge";
import { solvePositive } from "./positiveSystem";

const vector = { places: new Int32Array(0), values: new Float64Array(0) };
const example = (...meaning: number[]): Example => ({ meaning: meaningOf(meaning, []), vector });
const lesson = (of: Example, place: number, belief = 1): Lesson => ({ ...of, target: new Map([[place, 1]]), belief });

test("two lessons that have nothing in common but chance are weighed as the closed form says", () => {
  // Opposite meanings: likeness 3·exp(−2/0.35) apart and 3 with themselves; (3 + 1 − k)·w = 1/2.
  const [a, b] = [example(1, 0), example(-1, 0)];
  const apart = 3 * Math.exp(-2 / 0.35);
  const lessons = [lesson(a, 0), lesson(b, 1)];
  const { usual, weights } = fitRidge(lessons, 2, likenesses(lessons));
  expect([...usual]).toEqual([0.5, 0.5]);
  expect(weights[0]).toBeCloseTo(0.5 / (4 - apart), 6);
  expect(weights[1]).toBeCloseTo(-0.5 / (4 - apart), 6);
  const [first] = expectedShares({ usual, weights }, [likeness(a, a), likeness(a, b)]);
  expect(first).toBeCloseTo(0.5 + (0.5 * (3 - apart)) / (4 - apart), 6);
});

test("a lesson that is believed less moves less", () => {
  const at = example(1, 0);
  const share = (belief: number) => {
    const lessons = [lesson(at, 0, belief), lesson(example(0, 1), 1)];
    return expectedShares(fitRidge(lessons, 2, likenesses(lessons)), lessons.map((other) => likeness(at, other)))[0] ?? 0;
  };
  expect(share(0.2)).toBeLessThan(share(1));
});

test("shares add up to 1 wherever the targets did", () => {
  const lessons = [lesson(example(1, 0, 1), 0), lesson(example(0, 1, 0), 1), lesson(example(1, 1, 0), 2)];
  const learned = fitRidge(lessons, 3, likenesses(lessons));
  const shares = expectedShares(learned, lessons.map((other) => likeness(example(0.3, 2, -1), other)));
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
});

test("a system is solved: the matrix times the answer is the right side", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }).chain((size) => fc.tuple(fc.constant(size), fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size * size, maxLength: size * size }))), ([size, roots]) => {
      const at = (i: number, j: number) => roots[i * size + j] ?? 0;
      const matrix = Float64Array.from({ length: size * size }, (_, k) => {
        const [i, j] = [Math.floor(k / size), k % size];
        return Array.from({ length: size }, (_own, m) => at(i, m) * at(j, m)).reduce((sum, one) => sum + one, i === j ? 1 : 0);
      });
      const right = Float64Array.from({ length: size * 2 }, (_, k) => (k % 5) - 2);
      const answer = right.slice();
      solvePositive(matrix.slice(), answer, size, 2);
      for (let i = 0; i < size; i += 1) {
        for (const c of [0, 1]) {
          const product = Array.from({ length: size }, (_, j) => (matrix[i * size + j] ?? 0) * (answer[j * 2 + c] ?? 0)).reduce((sum, one) => sum + one, 0);
          expect(product).toBeCloseTo(right[i * 2 + c] ?? 0, 7);
        }
      }
    }),
    { numRuns: 50 },
  );
  expect(() => solvePositive(Float64Array.of(-1), Float64Array.of(1), 1, 1)).toThrow("not positive definite");
});
