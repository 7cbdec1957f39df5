import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shrunkenMeans } from "./shrinkage";
import { randomSource } from "./testing/random";
import { covers } from "./testing/shown";

/** Hits of 18 players in their first 45 times at bat of 1970. */
const HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];

describe("shrunkenMeans", () => {
  // Efron & Morris (1977), Scientific American 236(5), 119–127: grand average .265, factor .212.
  test("reproduces the published estimates of batting averages", () => {
    const average = HITS.reduce((sum, hits) => sum + hits / 45, 0) / HITS.length;
    const found = shrunkenMeans(HITS.map((hits) => ({ mean: hits / 45, variance: (average * (1 - average)) / 45 })));
    expect(found?.centre.toFixed(3)).toBe("0.265");
    expect((1 - (found?.groups[0]?.shrinkage ?? 0)).toFixed(3)).toBe("0.212");
    expect(found?.groups.map(({ value }) => value.toFixed(3))).toEqual(
      [".294", ".289", ".285", ".280", ".275", ".275", ".270", ".266", ".261", ".261", ".256", ".256", ".256", ".256", ".256", ".252", ".247", ".242"].map((each) => `0${each}`),
    );
  });

  // Efron & Morris (1975), J. Am. Stat. Assoc. 70(350), 311–319, section 3: the same averages on the arcsine scale, variance 1.
  test("reproduces the published factor on the arcsine scale", () => {
    const arcsine = (share: number) => Math.sqrt(45) * Math.asin(2 * share - 1);
    const found = shrunkenMeans(HITS.map((hits) => ({ mean: arcsine(hits / 45), variance: 1 })));
    expect(found?.groups[0]?.shrinkage.toFixed(3)).toBe("0.791");
  });

  test("draws every mean towards the centre, those that rest on less further", () => {
    const group = fc.record({ mean: fc.double({ min: 1, max: 5, noNaN: true }), variance: fc.double({ min: 0.001, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 20 }), (groups) => {
        const found = shrunkenMeans(groups);
        found?.groups.forEach(({ value, low, high, shrinkage }, i) => {
          const { mean, variance } = groups[i] ?? { mean: 0, variance: 0 };
          expect(Math.abs(value - found.centre)).toBeLessThanOrEqual(Math.abs(mean - found.centre) + 1e-9);
          expect(low <= value && value <= high).toBe(true);
          const surer = groups.filter((other, j) => other.variance > variance && (found.groups[j]?.shrinkage ?? 0) < shrinkage - 1e-9);
          expect(surer).toEqual([]);
        });
      }),
    );
  });

  test("three groups are too few, and a variance must be over 0", () => {
    expect(shrunkenMeans([1, 2, 3].map((mean) => ({ mean, variance: 1 })))).toBeNull();
    expect(() => shrunkenMeans([1, 2, 3, 4].map((mean) => ({ mean, variance: 0 })))).toThrow(RangeError);
  });

  test.each([0.05, 0.3, 1])("its intervals cover the groups' own means, which differ by %d, in about 95 of 100", (spread) => {
    const { normal, uniform } = randomSource(31);
    let [covered, all, nearer] = [0, 0, 0];
    for (let round = 0; round < 250; round += 1) {
      const truths = Array.from({ length: 10 }, () => 4 + spread * normal());
      const groups = truths.map((truth) => {
        const variance = 0.02 + 0.2 * uniform();
        return { mean: truth + Math.sqrt(variance) * normal(), variance };
      });
      shrunkenMeans(groups)?.groups.forEach((each, i) => {
        const truth = truths[i] ?? 0;
        all += 1;
        covered += covers(each, truth) ? 1 : 0;
        nearer += (each.value - truth) ** 2 - ((groups[i]?.mean ?? 0) - truth) ** 2;
      });
    }
    expect(covered / all).toBeGreaterThan(0.935);
    expect(nearer).toBeLessThan(0);
  });
});
