import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom";
import { proposeTeams } from "./proposeTeams";
import { drawnAsk, drawnCoaches } from "./testing";
import { learn, valuesOf, type Override, type TermValues } from "./learn";
import { DEFAULT_WEIGHTS, TERMS, WEIGHT_BOUNDS, type Weights } from "./weights";

const planted: Weights = { topics: 0.32, context: 0.22, availability: 0.08, continuity: 0.18, load: 0.06, fairShares: 0.04, fewCoaches: 0.1 };

const values = (from: () => number): TermValues => ({ topics: from(), context: from(), availability: from(), continuity: from(), load: from(), fairShares: from(), fewCoaches: from() });
const total = (weights: Weights, terms: TermValues) => TERMS.reduce((sum, term) => sum + weights[term] * terms[term], 0);

/** Choices between two teams by staff who hold other weights, with as much doubt as `sureness` leaves. */
function choices(random: Pick<ReturnType<typeof seededRandom>, "uniform">, n: number, weights: Weights, sureness: number): Override[] {
  return Array.from({ length: n }, () => {
    const [a, b] = [values(random.uniform), values(random.uniform)];
    const first = random.uniform() < 1 / (1 + Math.exp(-sureness * (total(weights, a) - total(weights, b))));
    return { chosen: first ? a : b, over: first ? b : a, reason: null };
  });
}

const drawn = fc.record({ chosen: fc.double({ min: 0, max: 1, noNaN: true }), over: fc.double({ min: 0, max: 1, noNaN: true }) });
const override = fc.array(drawn, { minLength: TERMS.length, maxLength: TERMS.length }).map((pairs): Override => {
  const of = (side: "chosen" | "over") => Object.fromEntries(TERMS.map((term, i) => [term, pairs[i]?.[side] ?? 0])) as TermValues;
  return { chosen: of("chosen"), over: of("over"), reason: null };
});

describe("learn", { timeout: 30_000 }, () => {
  test("finds the weights of those who choose, however sure they are", () => {
    for (const [seed, sureness] of [[1, 12], [2, 20], [3, 45]] as const) {
      const { weights, used } = learn(DEFAULT_WEIGHTS, choices(seededRandom(seed), 2000, planted, sureness));
      expect(used).toBe(2000);
      for (const term of TERMS) expect(Math.abs(weights[term] - planted[term]), `${term} at ${sureness}`).toBeLessThan(0.03);
    }
  });

  test("comes nearer with more choices", () => {
    const far = (n: number) => {
      const all = [11, 12, 13, 14, 15, 16].map((seed) => learn(DEFAULT_WEIGHTS, choices(seededRandom(seed), n, planted, 20)).weights);
      return all.reduce((sum, weights) => sum + TERMS.reduce((off, term) => off + (weights[term] - planted[term]) ** 2, 0), 0);
    };
    const [few, some, many] = [far(10), far(100), far(1000)];
    expect(some).toBeLessThan(few);
    expect(many).toBeLessThan(some / 2);
  });

  test("from choices between real proposals it agrees with whoever chose on further ones more often than the first weights do", () => {
    const random = seededRandom(41);
    const other: Weights = { topics: 0.3, context: 0.08, availability: 0.23, continuity: 0.2, load: 0.08, fairShares: 0.03, fewCoaches: 0.08 };
    const all = Array.from({ length: 600 }, (): Override[] => {
      const { proposals } = proposeTeams(drawnAsk(random, "r1", 12), drawnCoaches(random, 12, false), { first: 2, weights: DEFAULT_WEIGHTS });
      const [a, b] = proposals.map(({ score }) => valuesOf(score));
      if (!a || !b) return [];
      const first = random.uniform() < 1 / (1 + Math.exp(-40 * (total(other, a) - total(other, b))));
      return [{ chosen: first ? a : b, over: first ? b : a, reason: null }];
    }).flat();
    const [known, further] = [all.slice(0, 250), all.slice(250)];
    const ahead = (weights: Weights, { chosen, over }: Override) => total(weights, chosen) > total(weights, over);
    const right = (weights: Weights) => further.filter((each) => ahead(weights, each) === ahead(other, each)).length / further.length;
    const { weights } = learn(DEFAULT_WEIGHTS, known);
    expect(further.length).toBeGreaterThan(150);
    expect(right(weights)).toBeGreaterThan(right(DEFAULT_WEIGHTS) + 0.03);
  });

  test("without choices the weights stay", () => {
    const { weights, used } = learn(DEFAULT_WEIGHTS, []);
    for (const term of TERMS) expect(weights[term]).toBeCloseTo(DEFAULT_WEIGHTS[term], 12);
    expect(used).toBe(0);
  });

  test("one choice, however plain, moves no weight by more than three hundredths", () => {
    const zero = values(() => 0);
    const { weights } = learn(DEFAULT_WEIGHTS, [{ chosen: { ...zero, context: 1 }, over: { ...zero, topics: 1 }, reason: "context" }]);
    expect(weights.context).toBeGreaterThan(DEFAULT_WEIGHTS.context);
    expect(weights.topics).toBeLessThan(DEFAULT_WEIGHTS.topics);
    for (const term of TERMS) expect(Math.abs(weights[term] - DEFAULT_WEIGHTS[term])).toBeLessThan(0.03);
  });

  test("a choice for what is not recorded says nothing of the weights", () => {
    const [one] = choices(seededRandom(5), 1, planted, 20);
    expect(learn(DEFAULT_WEIGHTS, one ? [{ ...one, reason: "NOT_RECORDED" }] : [])).toEqual(learn(DEFAULT_WEIGHTS, []));
  });

  test("a thousand choices of one kind end at the bounds, and not beyond", () => {
    const zero = values(() => 0);
    const against = Array.from({ length: 1000 }, (): Override => ({ chosen: { ...zero, continuity: 1 }, over: { ...zero, topics: 1, fairShares: 1 }, reason: null }));
    const { weights } = learn(DEFAULT_WEIGHTS, against);
    expect(weights.topics).toBeCloseTo(WEIGHT_BOUNDS.topics.low, 9);
    expect(weights.fairShares).toBeCloseTo(WEIGHT_BOUNDS.fairShares.low, 9);
    expect(weights.continuity).toBeCloseTo(WEIGHT_BOUNDS.continuity.high, 9);
  });

  test("whatever is chosen, in whatever order, weights sum to 1 and keep their bounds", () => {
    fc.assert(
      fc.property(fc.array(override, { maxLength: 12 }), (overrides) => {
        const { weights } = learn(DEFAULT_WEIGHTS, overrides);
        expect(TERMS.reduce((sum, term) => sum + weights[term], 0)).toBeCloseTo(1, 9);
        for (const term of TERMS) {
          expect(weights[term]).toBeGreaterThanOrEqual(WEIGHT_BOUNDS[term].low);
          expect(weights[term]).toBeLessThanOrEqual(WEIGHT_BOUNDS[term].high);
        }
        expect(learn(DEFAULT_WEIGHTS, overrides.toReversed()).weights).toEqual(weights);
      }),
      { numRuns: 40 },
    );
  });

  test("a term outside 0 to 1 is an error", () => {
    expect(() => learn(DEFAULT_WEIGHTS, [{ chosen: values(() => 1.5), over: values(() => 0), reason: null }])).toThrow(RangeError);
  });
});
