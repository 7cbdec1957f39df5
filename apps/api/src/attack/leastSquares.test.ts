import { expect, test } from "vitest";
import { Cholesky } from "./cholesky";
import { leastSquares } from "./leastSquares";
import { boundsOf } from "./linearProgramme";
import { Harvest } from "./harvest";
import { Truth } from "./truth";
import { cellOf } from "./cell";
import { factsOf, type Fact, type Facts } from "./facts";

test("a decomposed system gives back what it was made of", () => {
  const decomposed = new Cholesky(Float64Array.from([4, 2, 2, 3]), 2);
  const [x, y] = decomposed.solve(Float64Array.from([10, 8]));
  expect([x, y]).toEqual([expect.closeTo(1.75, 10), expect.closeTo(1.5, 10)]);
});

test("a matrix that is not positive definite is refused", () => {
  expect(() => new Cholesky(Float64Array.from([1, 2, 2, 1]), 2)).toThrow(RangeError);
});

test("a hidden part is the whole less its other part, and is as uncertain as both", () => {
  const observe = (variance: number) =>
    leastSquares({ size: 2, hidden: [], restsOf: () => [], observations: [{ id: "whole", atoms: [0, 1], value: 107, variance }, { id: "part", atoms: [0], value: 100, variance }] })([1]);
  expect(observe(1e-6)).toEqual({ value: expect.closeTo(7, 2), deviation: expect.closeTo(0, 1) });
  expect(observe(4).deviation).toBeGreaterThan(1.5);
  expect(observe(4).deviation).toBeLessThan(Math.sqrt(8));
});

const NOTHING: Facts = factsOf({ records: { providers: [], coaches: [], requests: [], engagements: [], sessions: [], ratings: [], referrals: [], resources: [] }, districts: [] }, new Date(0));

test("a linear programme pins down a hidden part of exact answers, and leaves that of noisy ones open", () => {
  const system = (key: string) => ({ key, state: "TX" }) as Fact["system"];
  const facts = (locale: string, count: number): Fact[] =>
    Array.from({ length: count }, (_, place) => ({ id: `${locale}${place}`, system: system(`${locale}${place}`), organisations: [`o${place % 5}`], holds: new Set([`LOCALE=${locale}`]) }));
  const truth = new Truth({ ...NOTHING, of: { ...NOTHING.of, SESSIONS: [...facts("CITY", 40), ...facts("RURAL", 4)] } });
  const harvest = new Harvest();
  const put = (conditions: string[], value: number | null) => harvest.put({ cell: cellOf("SESSIONS", conditions), measure: "systems", value, interval: null, path: "test" });
  put([], 44);
  put(["LOCALE=CITY"], 40);
  put(["LOCALE=RURAL"], null);
  const of = { population: "SESSIONS", measure: "systems", dimensions: ["LOCALE"], noise: 0, trusting: false } as const;
  expect(boundsOf(harvest, truth, of, 0)).toMatchObject([{ low: 4, high: 4, truth: 4 }]);
  expect(boundsOf(harvest, truth, of, 7)).toMatchObject([{ low: 0, high: 18, truth: 4 }]);
});
