import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusteredRegression, withinRegression, type Cluster } from "./fixedEffects";
import { mean } from "./mean";
import { randomSource } from "./testing/random";
import { sleepStudy } from "./testing/sleepStudy";
import { covers, shown } from "./testing/shown";

const only = <Item>(items: readonly Item[] | undefined): Item => {
  const [item] = items ?? [];
  if (item === undefined) throw new Error("there is none");
  return item;
};

const cluster = (observations: readonly (readonly [...number[]])[]): Cluster => ({
  outcomes: observations.map((each) => each.at(-1) ?? 0),
  rows: observations.map((each) => each.slice(0, -1)),
});

/** Unbalanced, with two variables. */
const small = [
  [[1, 2, 3.1], [2, 1, 2], [3, 4, 5.5]],
  [[1, 1, 1], [2, 3, 4.2]],
  [[1, 5, 2.2], [2, 2, 3.3], [4, 1, 3.9], [5, 2, 6.1]],
  [[1, 3, 4], [3, 3, 2.5], [4, 2, 5]],
  [[2, 1, 1.5], [3, 5, 4.4]],
  [[1, 2, 2.1], [2, 2, 2.9], [3, 1, 2.6], [6, 4, 7.7]],
].map(cluster);

describe("withinRegression", () => {
  // Bates et al. (2015), J. Stat. Softw. 67(1), section 1.2: in a balanced design the slope and its error are those of the mean of the subjects' own slopes.
  test("reproduces the published slope of reaction times on days without sleep", () => {
    const found = withinRegression(sleepStudy.map((times) => ({ outcomes: times, rows: times.map((_, day) => [day]) })));
    const { value, standardError, df } = only(found?.coefficients);
    expect([value.toFixed(3), standardError.toFixed(3), Number(df.toFixed(6))]).toEqual(["10.467", "1.546", 17]);
    expect(found).toMatchObject({ observations: 180, clusters: 18 });
  });

  // Worked out with NumPy 2.4 from the full matrices: a dummy for each cluster, (I − H)^(−1/2), traces over all observations.
  test("agrees with the calculation by dummies and full matrices", () => {
    const found = withinRegression(small)?.coefficients.map(({ value, standardError, df, low, high, pValue }) => [value, standardError, df, low, high, pValue]);
    expect(found).toEqual([
      [0.9262242013435054, 0.1831391012781153, 2.1771669337794344, 0.19660806518119156, 1.6558403375058193, 0.03092817325589061].map((number) => expect.closeTo(number, 8)),
      [0.507337609045867, 0.19328410232829626, 3.1758760785496567, -0.0889496422793643, 1.1036248603710983, 0.07415724362646159].map((number) => expect.closeTo(number, 8)),
    ]);
  });

  test("a level of its own for each cluster changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: small.length, maxLength: small.length }), (levels) => {
        const moved = small.map(({ outcomes, rows }, i) => ({ outcomes: outcomes.map((value) => value + (levels[i] ?? 0)), rows }));
        const [before, after] = [withinRegression(small), withinRegression(moved)];
        before?.coefficients.forEach(({ value, low }, i) => {
          expect(after?.coefficients[i]?.value).toBeCloseTo(value, 8);
          expect(after?.coefficients[i]?.low).toBeCloseTo(low, 8);
        });
      }),
    );
  });

  test("clusters that tell nothing are not counted, and variables that cannot be told apart are refused", () => {
    const silent: Cluster[] = [cluster([[1, 4]]), cluster([[2, 3], [2, 5]])];
    expect(withinRegression(silent)).toBeNull();
    expect(withinRegression([...small, cluster([[1, 1, 9]])])?.clusters).toBe(small.length);
    expect(withinRegression(small.map(({ outcomes, rows }) => ({ outcomes, rows: rows.map(([x = 0]) => [x, 2 * x]) })))).toBeNull();
    expect(withinRegression([])).toBeNull();
    expect(() => withinRegression([cluster([[1, NaN], [2, 3]]), ...small])).toThrow(RangeError);
  });

  test("finds the slope, and covers it, where the strong stay longer and calls of a relationship are alike", () => {
    const random = randomSource(12);
    const slope = 0.2;
    const draw = (): Cluster => {
      const [level, stubborn] = [random.normal(), 0.15 * random.normal()];
      const calls = 1 + Math.min(7, random.poisson(Math.max(0.2, 2 + 2 * level)));
      return cluster(Array.from({ length: calls }, (_, call) => [call, 2 + level + (slope + stubborn) * call + 0.5 * random.normal()]));
    };
    const found = Array.from({ length: 400 }, () => only(withinRegression(Array.from({ length: 30 }, draw))?.coefficients));
    expect(found.reduce((sum, { value }) => sum + value, 0) / found.length).toBeCloseTo(slope, 1);
    expect(found.filter((each) => covers(each, slope)).length / found.length).toBeGreaterThan(0.925);
  });
});

describe("clusteredRegression", () => {
  // NumPy 2.4, as above.
  test("on a constant, is the mean with its interval over clusters", () => {
    const groups = [[4, 5, 5], [3], [5, 4], [2, 5, 5, 5], [4, 4]];
    const { value, standardError, df } = only(clusteredRegression(groups.map((outcomes) => ({ outcomes, rows: outcomes.map(() => [1]) })))?.coefficients);
    expect([value, standardError, df]).toEqual([expect.closeTo(4.25, 10), expect.closeTo(0.17456054, 8), expect.closeTo(3.2868525896414345, 8)]);
  });

  test("of clusters of one, is the t interval", () => {
    const values = [3, 4, 5, 5, 1];
    const { value, low, high } = only(clusteredRegression(values.map((each) => ({ outcomes: [each], rows: [[1]] })))?.coefficients);
    const expected = shown(mean(values));
    expect(value).toBeCloseTo(expected.value, 10);
    expect(low).toBeCloseTo(expected.low ?? NaN, 8);
    expect(high).toBeCloseTo(expected.high ?? NaN, 8);
  });
});
