import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lift, type Overlap } from "../association";
import { randomSource } from "../testing/random";
import { noiseOf } from "./noise";
import { fittedOverlap, protectedFisher, protectedLift } from "./protectedLift";

const random = randomSource(17);
const noisy = (count: number): number => Math.max(10, count + noiseOf({ cellKey: Math.floor(random.uniform() * 2 ** 32), measure: "systems", salt: 5 }, 1));

/** Systems drawn from a population; what is counted of them. */
function drawn(all: number, first: number, second: number, both: number): Overlap {
  const counts = { both: 0, first: 0, second: 0, all };
  for (let i = 0; i < all; i += 1) {
    const u = random.uniform();
    if (u < both) counts.both += 1;
    if (u < first) counts.first += 1;
    if (u < both || (u >= first && u < first + second - both)) counts.second += 1;
  }
  return counts;
}

const published = ({ both, first, second, all }: Overlap): Overlap => fittedOverlap({ both: noisy(both), first: noisy(first), second: noisy(second), all: noisy(all) });

describe("a lift of published counts", () => {
  test.each([
    { all: 174, first: 0.3, second: 0.3, both: 0.09 },
    { all: 174, first: 0.3, second: 0.25, both: 0.15 },
    { all: 600, first: 0.1, second: 0.1, both: 0.04 },
  ])("has an interval that covers the truth in 95% of networks: $all systems, $both with both", ({ all, first, second, both }) => {
    const truth = both / (first * second);
    let [covered, tried] = [0, 0];
    while (tried < 1500) {
      const seen = drawn(all, first, second, both);
      if (seen.both < 10) continue;
      tried += 1;
      const { low, high } = protectedLift(published(seen));
      if ((low ?? 0) <= truth && truth <= (high ?? Infinity)) covered += 1;
    }
    expect(covered / tried).toBeGreaterThan(0.945);
  });

  test("is wider than that of the same counts without noise, and of them alone", () => {
    const counts = fc.record({ both: fc.integer({ min: 10, max: 60 }), first: fc.integer({ min: 10, max: 90 }), second: fc.integer({ min: 10, max: 90 }), all: fc.integer({ min: 60, max: 500 }) });
    fc.assert(
      fc.property(counts, (given) => {
        const overlap = fittedOverlap(given);
        const [plain, widened] = [lift(overlap), protectedLift(overlap)];
        expect(widened.value).toBe(plain.value);
        expect(widened.low).toBeLessThanOrEqual((plain.low ?? 0) + 1e-12);
        expect(widened.high).toBeGreaterThanOrEqual((plain.high ?? 0) - 1e-12);
      }),
    );
  });
});

test("where two topics are independent, chance and noise give p under a level no oftener than the level", () => {
  const ps = Array.from({ length: 1500 }, () => protectedFisher(published(drawn(174, 0.3, 0.3, 0.09))));
  for (const level of [0.01, 0.05, 0.2]) {
    const found = ps.filter((p) => p <= level).length / ps.length;
    expect([level, found <= level + 3 * Math.sqrt((level * (1 - level)) / ps.length)]).toEqual([level, true]);
  }
});
