import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOfFirst, comesBefore, orderLift } from "./sequence";
import { randomSource } from "./testing/random";

const permutations = <T>(items: readonly T[]): T[][] => (items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest])));

describe("chanceOfFirst", () => {
  test("is the part of all orders of the calls in which a comes first", () => {
    const calls = fc.array(fc.constantFrom("a", "b", "ab", ""), { minLength: 2, maxLength: 6 }).filter((all) => all.some((call) => call.includes("b")));
    fc.assert(
      fc.property(calls, (all) => {
        const orders = permutations(all);
        const first = orders.filter((order) => {
          const [a, b] = [order.findIndex((call) => call.includes("a")), order.findIndex((call) => call.includes("b"))];
          return a !== -1 && a < b;
        });
        const [onlyA, withB] = [all.filter((call) => call === "a").length, all.filter((call) => call.includes("b")).length];
        expect(chanceOfFirst(onlyA, withB)).toBeCloseTo(first.length / orders.length, 12);
      }),
      { numRuns: 40 },
    );
  });
});

describe("comesBefore", () => {
  test("with even chances is the sign test: 9 of 10 has p = 11/1024", () => {
    const even = Array.from({ length: 10 }, () => 0.5);
    expect(comesBefore(even, 9)).toBeCloseTo(11 / 1024, 14);
    const lift = orderLift(even, 9);
    // Clopper & Pearson (1934): 9 of 10 lie between 0.5550 and 0.9975, here as twice that.
    expect([lift.value, lift.low?.toFixed(3), lift.high?.toFixed(3)]).toEqual([1.8, "1.110", "1.995"]);
  });

  test("is the sum over all outcomes where chances differ", () => {
    const chances = fc.array(fc.integer({ min: 1, max: 9 }).map((tenth) => tenth / 10), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(chances, fc.nat(8), (list, k) => {
        const observed = Math.min(k, list.length);
        let sum = 0;
        for (let outcome = 0; outcome < 2 ** list.length; outcome += 1) {
          const hits = list.map((_, i) => (outcome >> i) & 1);
          if (hits.reduce((a, b) => a + b, 0) >= observed) sum += list.reduce((p, chance, i) => p * (hits[i] === 1 ? chance : 1 - chance), 1);
        }
        expect(comesBefore(list, observed)).toBeCloseTo(Math.min(1, sum), 10);
      }),
    );
  });

  test("the interval covers a known factor on the odds in 95% of networks or more", () => {
    const random = randomSource(11);
    for (const [size, factor] of [[12, 3], [40, 1], [150, 2]] as const) {
      let covered = 0;
      for (let round = 0; round < 1000; round += 1) {
        const chances = Array.from({ length: size }, () => 0.25 + 0.5 * random.uniform());
        const truths = chances.map((chance) => (chance * factor) / (1 - chance + chance * factor));
        const truth = truths.reduce((a, b) => a + b, 0) / chances.reduce((a, b) => a + b, 0);
        const { low, high } = orderLift(chances, truths.filter((p) => random.uniform() < p).length);
        if ((low ?? 0) <= truth && truth <= (high ?? Infinity)) covered += 1;
      }
      expect([size, covered / 1000 > 0.935]).toEqual([size, true]);
    }
  });

  test("refuses chances that decide", () => {
    expect(() => comesBefore([0.5, 1], 1)).toThrow(RangeError);
    expect(() => comesBefore([], 0)).toThrow(RangeError);
  });
});
