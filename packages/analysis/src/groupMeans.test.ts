import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareGroups, components, type Answer } from "./groupMeans";
import { randomSource } from "./testing/random";

const once = (groups: readonly (readonly number[])[]): Answer[] => groups.flatMap((values, group) => values.map((value, i) => ({ value, giver: 100 * group + i, groups: [group] })));

describe("components", () => {
  // By hand: means 3 and 5, within (1+1+1+1)/2, between (2·1 + 2·1)/1, (4 − 2) / 2.
  test("parts the variance of two givers with two answers each", () => {
    const answers = [[2, 4], [4, 6]].flatMap((values, giver) => values.map((value) => ({ value, giver })));
    expect(components(answers)).toEqual({ between: 1, within: 2, givers: 2 });
  });

  test("finds what the answers were made of", () => {
    const { normal } = randomSource(3);
    const answers = Array.from({ length: 2000 }, (_, giver) => {
      const own = 0.7 * normal();
      return Array.from({ length: 1 + (giver % 4) }, () => ({ value: own + 0.5 * normal(), giver }));
    }).flat();
    const found = components(answers);
    expect(found?.between).toBeCloseTo(0.49, 1);
    expect(found?.within).toBeCloseTo(0.25, 1);
  });

  test("needs two givers", () => {
    expect(components([{ value: 3, giver: 1 }, { value: 4, giver: 1 }])).toBeNull();
    expect(components([])).toBeNull();
  });
});

describe("compareGroups", () => {
  test("with one answer each, and everybody in one group, tests what the analysis of variance does", () => {
    // Between groups as F of SciPy 1.17, f_oneway: 3.7563; here the variance is that of all answers together, so F is smaller.
    const groups = [[4, 5, 3, 5], [2, 3, 4], [5, 5, 4, 4, 5]];
    const found = compareGroups(once(groups), 3);
    const f = 3.756302521008403;
    const [between, within] = [2, 9];
    const pooled = (f * (between + within)) / (f * between + within);
    expect(found?.homogeneity?.statistic).toBeCloseTo(pooled, 10);
    expect(found?.groups.map((group) => [group?.n, group?.givers, group?.mean])).toEqual([[4, 4, 4.25], [3, 3, 3], [5, 5, 4.6]]);
  });

  test("a group of few who all said the same is not certain", () => {
    const found = compareGroups(once([[5, 5, 5], [4, 5, 3, 5, 5, 4, 5]]), 2);
    expect((found?.groups[0]?.high ?? 0) - (found?.groups[0]?.low ?? 0)).toBeGreaterThan(1);
  });

  test("groups without answers have nothing, and answers that do not vary are not compared", () => {
    expect(compareGroups(once([[4, 5], [], [3]]), 3)?.groups[1]).toBeNull();
    expect(compareGroups(once([[4, 4], [4]]), 2)).toBeNull();
    expect(compareGroups([], 2)).toBeNull();
  });

  test("groups of the same answers cannot be told apart", () => {
    const same = once([[4, 5, 3, 5]]).map((answer) => ({ ...answer, groups: [0, 1] }));
    const found = compareGroups(same, 2);
    expect(found?.homogeneity).toBeNull();
    expect(found?.groups[0]?.pValue).toBeNull();
  });

  test("a mean lies within its interval, and every p in 0 to 1", () => {
    const answer = fc.record({ value: fc.integer({ min: 1, max: 5 }), giver: fc.integer({ min: 0, max: 8 }), groups: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
        const found = compareGroups(answers, 4);
        for (const group of found?.groups ?? []) {
          if (group === null) continue;
          expect(group.low <= group.mean && group.mean <= group.high).toBe(true);
          expect(group.pValue === null || (group.pValue >= 0 && group.pValue <= 1)).toBe(true);
        }
        const p = found?.homogeneity?.pValue ?? 0;
        expect(p >= 0 && p <= 1).toBe(true);
      }),
    );
  });

  test("finds a difference in at most one of twenty where there is none, though givers answer often, alike, and under several headings", () => {
    const { normal, uniform, poisson } = randomSource(77);
    const draw = (): Answer[] =>
      Array.from({ length: 60 }, (_, giver) => {
        const [own, home] = [0.5 * normal(), Math.floor(4 * uniform())];
        return Array.from({ length: 1 + poisson(2) }, () => ({
          value: Math.min(5, Math.round(4.6 + own + 0.5 * normal())),
          giver,
          groups: [...new Set([home, Math.floor(4 * uniform())])],
        }));
      }).flat();
    const found = Array.from({ length: 300 }, () => compareGroups(draw(), 4));
    const rejected = found.filter((each) => (each?.homogeneity?.pValue ?? 1) < 0.05).length / found.length;
    expect(rejected).toBeLessThan(0.08);
    expect(rejected).toBeGreaterThan(0.015);
  });
});
