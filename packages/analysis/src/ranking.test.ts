import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencePValue, rankBounds, type Counted } from "./ranking";
import { randomSource } from "./testing/random";

const counted = (...counts: number[]): Counted[] => counts.map((count) => ({ count }));

describe("differencePValue", () => {
  test("is the sign test's where the sum is small", () => {
    expect(differencePValue({ count: 9 }, { count: 1 })).toBeCloseTo(22 / 1024, 12);
    expect(differencePValue({ count: 0 }, { count: 5 })).toBeCloseTo(2 / 32, 12);
    expect(differencePValue({ count: 7 }, { count: 7 })).toBe(1);
  });

  test("goes over into the normal distribution without a step", () => {
    expect(differencePValue({ count: 40 }, { count: 19 })).toBeCloseTo(differencePValue({ count: 40 }, { count: 19 + 1e-6 }), 2);
  });

  test("is larger where noise was added", () => {
    expect(differencePValue({ count: 40, noise: 4 }, { count: 20, noise: 4 })).toBeGreaterThan(differencePValue({ count: 40 }, { count: 20 }));
  });
});

describe("rankBounds", () => {
  test("tells what is far apart, and leaves open what is not", () => {
    expect(rankBounds(counted(100, 12, 10, 1))).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 4, worst: 4 },
    ]);
  });

  test("leaves everything open where everything is equal, and has nothing to say of nothing", () => {
    expect(rankBounds(counted(5, 5, 5))).toEqual(Array.from({ length: 3 }, () => ({ best: 1, worst: 3 })));
    expect(rankBounds([])).toEqual([]);
  });

  test("holds the observed rank, and needs no order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 15 }), (counts) => {
        const bounds = rankBounds(counted(...counts));
        counts.forEach((count, i) => {
          const more = counts.filter((other) => other > count).length;
          const same = counts.filter((other) => other === count).length;
          expect(bounds[i]?.best).toBeLessThanOrEqual(more + 1);
          expect(bounds[i]?.worst).toBeGreaterThanOrEqual(more + same);
        });
        expect(rankBounds(counted(...counts.toReversed())).toReversed()).toEqual(bounds);
      }),
    );
  });

  test("holds each true rank in at least 95 of 100 networks", () => {
    const rates = [40, 40, 30, 22, 22, 22, 12, 8, 8, 3];
    const networks = 600;
    const held = rates.map(() => 0);
    for (let seed = 1; seed <= networks; seed += 1) {
      const { poisson } = randomSource(seed);
      const bounds = rankBounds(rates.map((rate) => ({ count: poisson(rate) })));
      rates.forEach((rate, i) => {
        const { best = 0, worst = 0 } = bounds[i] ?? {};
        if (best <= rates.filter((other) => other >= rate).length && worst >= rates.filter((other) => other > rate).length + 1) held[i] = (held[i] ?? 0) + 1;
      });
    }
    for (const count of held) expect(count / networks).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.05 * 0.95) / networks));
  });
});
