import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addedSizes, overUniverse, representationByCount, shareOfSizes, sizeSums } from "./representation";
import { wilson } from "./proportion";
import { randomSource } from "./testing/random";
import { covers, shown } from "./testing/shown";

const many = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 5, maxLength: 60 });

describe("representation by count", () => {
  test("is share over share, between the ends of the share's Wilson interval over the universe's part", () => {
    // 81 of 263: Newcombe (1998), Stat. Med. 17(8), 857–872, method 3: 0.2553 to 0.3662.
    const { value, low, high, n } = shown(representationByCount(81, 263, 0.5));
    expect(value).toBeCloseTo(81 / 263 / 0.5, 12);
    expect(low).toBeCloseTo(0.2553 / 0.5, 3);
    expect(high).toBeCloseTo(0.3662 / 0.5, 3);
    expect(n).toBe(263);
  });

  test("weighted with their parts of the universe, the ratios of all groups come to 1", () => {
    const groups = fc.array(fc.record({ served: fc.integer({ min: 0, max: 400 }), universe: fc.integer({ min: 1, max: 9000 }) }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(groups.filter((all) => all.reduce((sum, { served }) => sum + served, 0) >= 10), (all) => {
        const [served, universe] = [all.reduce((sum, each) => sum + each.served, 0), all.reduce((sum, each) => sum + each.universe, 0)];
        const weighted = all.map((each) => shown(representationByCount(each.served, served, each.universe / universe)).value * (each.universe / universe));
        expect(weighted.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("is refused where there are too few, and where the universe has no such group", () => {
    expect(representationByCount(3, 9, 0.5)).toEqual({ withheld: "TOO_FEW", n: 9 });
    expect(representationByCount(0, 0, 0.5)).toEqual({ withheld: "NO_DATA", n: 0 });
    expect(representationByCount(3, 20, 0)).toEqual({ withheld: "NO_DATA", n: 20 });
  });
});

describe("the share of sizes", () => {
  test("is the part of the sum, inside an interval within 0 and 1", () => {
    fc.assert(
      fc.property(many, many, (group, rest) => {
        const { value, low, high, n } = shown(shareOfSizes(sizeSums(group), sizeSums(rest)));
        const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
        expect(value).toBeCloseTo(sum(group) / (sum(group) + sum(rest)), 9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
        expect(n).toBe(group.length + rest.length);
      }),
    );
  });

  test("of all that is not in a group it is the rest, with the mirrored interval", () => {
    fc.assert(
      fc.property(many, many, (group, rest) => {
        const [of, against] = [shown(shareOfSizes(sizeSums(group), sizeSums(rest))), shown(shareOfSizes(sizeSums(rest), sizeSums(group)))];
        expect(against.value).toBeCloseTo(1 - of.value, 9);
        expect(against.low).toBeCloseTo(1 - (of.high ?? NaN), 6);
      }),
    );
  });

  test("of systems of equal size it is as wide as by count, or a little wider", () => {
    const { low, high } = shown(shareOfSizes(sizeSums(Array(60).fill(700)), sizeSums(Array(140).fill(700))));
    const counted = shown(wilson(60, 200));
    expect(low).toBeCloseTo(counted.low ?? NaN, 1.5);
    expect(high).toBeCloseTo(counted.high ?? NaN, 1.5);
  });

  test("a giant widens it", () => {
    const rest = sizeSums(Array(100).fill(1000));
    const width = (group: readonly number[]) => {
      const { low, high } = shown(shareOfSizes(sizeSums(group), rest));
      return (high ?? NaN) - (low ?? NaN);
    };
    expect(width([...Array(49).fill(500), 75_500])).toBeGreaterThan(3 * width(Array(50).fill(2000)));
  });

  test("sums of groups are added before a share is taken of them", () => {
    expect(addedSizes([sizeSums([1, 2]), sizeSums([3])])).toEqual(sizeSums([1, 2, 3]));
  });

  test("is refused of too few, in all, inside or outside", () => {
    const few = sizeSums([1, 2, 3, 4]);
    const enough = sizeSums([1, 2, 3, 4, 5, 6]);
    expect(shareOfSizes(few, enough)).toEqual({ withheld: "TOO_FEW", n: 10 });
    expect(shareOfSizes(enough, few)).toEqual({ withheld: "TOO_FEW", n: 10 });
    expect(shareOfSizes(sizeSums([]), sizeSums([0]))).toEqual({ withheld: "NO_DATA", n: 1 });
    expect(overUniverse(shareOfSizes(few, enough), 0.3)).toEqual({ withheld: "TOO_FEW", n: 10 });
    expect(overUniverse({ value: 0.2, low: null, high: 0.4, n: 20 }, 0.4)).toEqual({ value: 0.5, low: null, high: 1, n: 20 });
  });

  // Sizes of American districts are near log-normal with a standard deviation of 1.5; the rural ones are smaller. 600 draws: 95% ± 1.8.
  test.each([
    [60, 0.3, 0],
    [165, 0.15, -1.5],
    [165, 0.5, 1],
  ])("of %d systems, %f of them in a group, it covers the truth as often as it says", (systems, part, larger) => {
    const random = randomSource(20_201 + systems);
    const times = Math.exp(larger);
    const truth = (part * times) / (part * times + 1 - part);
    let [drawn, covered] = [0, 0];
    while (drawn < 600) {
      const [group, rest]: [number[], number[]] = [[], []];
      for (let i = 0; i < systems; i += 1) {
        const isIn = random.uniform() < part;
        (isIn ? group : rest).push(Math.exp(1.5 * random.normal()) * (isIn ? times : 1));
      }
      const outcome = shareOfSizes(sizeSums(group), sizeSums(rest));
      if ("withheld" in outcome) continue;
      drawn += 1;
      if (covers(outcome, truth)) covered += 1;
    }
    expect(covered / drawn).toBeGreaterThan(0.93);
    expect(covered / drawn).toBeLessThan(0.99);
  });
});
