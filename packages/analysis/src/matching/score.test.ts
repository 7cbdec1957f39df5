import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomSource } from "../testing/random";
import { contextFit } from "./contextFit";
import { fairShare } from "./fit";
import { score } from "./score";
import { strengthOf } from "./strength";
import { teamOf } from "./team";
import { drawnAsk, drawnCoaches, plainAsk, plainCoach } from "./testing";
import { DEFAULT_WEIGHTS, TERMS, WEIGHT_BOUNDS } from "./weights";

const weights = DEFAULT_WEIGHTS;
const valuesOf = (...given: Parameters<typeof score>) => Object.fromEntries(score(...given).terms.map(({ term, value }) => [term, value]));

describe("score", () => {
  test("adds up by hand for two coaches on two topics", () => {
    const ask = plainAsk({ topics: [{ topic: "GRA", name: "grading", priority: 3 }, { topic: "BUD", name: "budgets", priority: 1 }], earlierCoaches: ["b"] });
    const lead = plainCoach("a", { strengths: { GRA: 0.6 } });
    const other = plainCoach("b", { strengths: { GRA: 0.5, BUD: 0.8 }, organisation: { id: "south", name: "South", matches: 0, capacity: 0.1 }, freeHours: 20 });
    expect(valuesOf(teamOf(lead, [other]), ask, weights)).toEqual({
      topics: 0.75 * (1 - 0.4 * 0.5) + 0.25 * 0.8,
      context: 0.5,
      availability: 0.5,
      continuity: 0.5,
      load: 0.5 * (8 / 20) + 0.5 * (18 / 20),
      fairShares: 0.5 * 0.5 + 0.5 * 1,
      fewCoaches: 0.5,
    });
    expect(score(teamOf(lead, [other]), ask, weights).total).toBeCloseTo(0.4 * 0.8 + 0.15 * 0.5 + 0.12 * 0.5 + 0.1 * 0.5 + 0.08 * 0.65 + 0.05 * 0.75 + 0.1 * 0.5, 9);
  });

  test("lies between 0 and 1, is the sum of its points, and says a sentence for each term", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = randomSource(seed);
        const [a, b, c] = drawnCoaches(random, 3, seed % 2 === 0);
        const { total, terms } = score(teamOf(a ?? plainCoach("a"), [b ?? plainCoach("b"), c ?? plainCoach("c")]), drawnAsk(random, "r1", 3), weights);
        expect(total).toBeCloseTo(terms.reduce((sum, { points }) => sum + points, 0), 8);
        expect(terms.map(({ term }) => term)).toEqual(TERMS);
        for (const { value, fact } of terms) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(fact).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });

  test("a second coach on the same topic adds less than on one that nobody covers", () => {
    const ask = plainAsk({ topics: [{ topic: "GRA", name: "grading", priority: 1 }, { topic: "BUD", name: "budgets", priority: 1 }] });
    const value = (strengths: Record<string, number>) => valuesOf(teamOf(plainCoach("a"), [plainCoach("b", { strengths })]), ask, weights)["topics"] ?? 0;
    expect(value({ BUD: 0.5 })).toBeGreaterThan(value({ GRA: 0.5 }));
  });

  test("where a coach lives or which state is asked from changes no score", () => {
    const team = teamOf(plainCoach("a", { states: ["OH", "TX"] }));
    expect(score(team, plainAsk({ state: "TX" }), weights)).toEqual(score(team, plainAsk({ state: "OH" }), weights));
  });

  test("the first weights sum to 1 and lie within the bounds of learning", () => {
    expect(TERMS.reduce((sum, term) => sum + weights[term], 0)).toBeCloseTo(1, 12);
    for (const term of TERMS) expect(WEIGHT_BOUNDS[term].low <= weights[term] && weights[term] <= WEIGHT_BOUNDS[term].high).toBe(true);
  });
});

describe("strengthOf", () => {
  test("is a half for listing a topic, and grows ever slower with sessions held", () => {
    const after = [0, 4, 8, 100].map((sessions) => strengthOf({ listed: true, sessions, rating: null }));
    expect(after[0]).toBe(0.5);
    expect(after[1]).toBeCloseTo(0.7, 12);
    expect((after[2] ?? 0) - (after[1] ?? 0)).toBeLessThan(0.2);
    expect(after[3]).toBeLessThan(0.9);
  });

  test("ratings move it by a tenth at most, and by nothing where no session was held", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat({ max: 400 }), fc.double({ min: -4, max: 4, noNaN: true }), (listed, sessions, rating) => {
        const [rated, unrated] = [rating, null].map((each) => strengthOf({ listed, sessions, rating: each }));
        expect(Math.abs((rated ?? 0) - (unrated ?? 0))).toBeLessThanOrEqual(sessions === 0 ? 0 : 0.1 + 1e-12);
      }),
    );
  });

  test("negative sessions are an error", () => {
    expect(() => strengthOf({ listed: true, sessions: -1, rating: null })).toThrow(RangeError);
  });
});

describe("contextFit", () => {
  const past = { relationships: 8, enrollment: { SMALL: 0.25 }, locale: { RURAL: 1 }, governance: {} };
  const ask = plainAsk({ context: { enrollment: "SMALL", locale: "RURAL", governance: null } });

  test("counts earlier relationships of the same kind, each less than the last", () => {
    expect(contextFit(ask, past, [])).toBeCloseTo((3 / 4 + 9 / 10) / 2, 12);
  });

  test("a coach new to systems like this is no worse than a half", () => {
    expect(contextFit(ask, { relationships: 0, enrollment: {}, locale: {}, governance: {} }, [])).toBe(0.5);
    expect(contextFit(plainAsk(), past, [])).toBe(0.5);
  });

  test("another language needed is half of the fit", () => {
    const spanish = { ...ask, languages: ["Spanish"] };
    const alone = contextFit(ask, past, []);
    expect([contextFit(spanish, past, []), contextFit(spanish, past, ["Spanish"])]).toEqual([alone / 2, (alone + 1) / 2]);
  });
});

test("an even share of matches is a half, none is 1, twice the share and more is 0", () => {
  expect([0, 0.1, 0.2, 0.9].map((matches) => fairShare({ id: "o", name: "O", matches, capacity: 0.1 }))).toEqual([1, 0.5, 0, 0]);
});
