import fc from "fast-check";
import { expect, test } from "vitest";
import { clusterQValues } from "./discoveries";
import { benjaminiHochberg } from "./falseDiscovery";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

test("where every cluster is one test it is Benjamini and Hochberg's q", () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      expect(clusterQValues(ps, ps.length)).toEqual(benjaminiHochberg(ps));
    }),
  );
});

test("more tests never make a find surer", () => {
  fc.assert(
    fc.property(pValues, fc.integer({ min: 1, max: 1000 }), (ps, more) => {
      const [few, many] = [clusterQValues(ps, ps.length), clusterQValues(ps, ps.length + more)];
      expect(many.every((q, index) => q >= (few[index] ?? 1) && q <= 1)).toBe(true);
    }),
  );
});

test("impossible p-values, and fewer tests than clusters, are refused", () => {
  expect(() => clusterQValues([1.2], 3)).toThrow(RangeError);
  expect(() => clusterQValues([0.1, 0.2], 1)).toThrow(RangeError);
});
