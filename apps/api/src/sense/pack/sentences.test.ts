import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact, withheld } from "../figure/figure";
import type { PackFacts, WeekCounts } from "./facts";
import { packSentences } from "./sentences";
import { facts, gap, interval, topic, trend } from "./testing.facts";

const said = (given: Partial<PackFacts>) => packSentences(facts(given)).map(({ id, text }) => [id, text]);
const weekly = (given: Partial<WeekCounts>): WeekCounts => ({ requests: 0, requestsBefore: 0, systems: 0, newSystems: 0, sessions: 0, sessionsBefore: 0, begun: 0, ...given });

describe("what came in", () => {
  test("is told beside the week before, and called more only where chance does not make as much", () => {
    const [[, few], [, held]] = said({ weekly: weekly({ requests: 7, requestsBefore: 3, systems: 6, newSystems: 4, sessions: 60, sessionsBefore: 20, begun: 1 }) }) as [[string, string], [string, string]];
    expect(few).toBe("7 requests came in from 6 systems, 4 of them for the first time; 3 the week before, a difference that chance alone could make.");
    expect(held).toBe("60 sessions were held: more than the 20 of the week before; 1 relationship began.");
  });

  test("may be nothing", () => {
    expect(said({ weekly: weekly({}) })[0]?.[1]).toBe("Nobody asked for help; nor in the week before.");
  });

  test("is called more or fewer only where a share of the two weeks together excludes a half", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (requests, requestsBefore) => {
        const [, text = ""] = said({ weekly: weekly({ requests, requestsBefore, systems: 1 }) })[0] ?? [];
        const z = (requests - requestsBefore) / Math.sqrt(Math.max(1, requests + requestsBefore));
        fc.pre(Math.abs(Math.abs(z) - 1.96) > 0.01);
        expect(/: (more|fewer) than/.exec(text)?.[1]).toBe(z > 1.96 ? "more" : z < -1.96 ? "fewer" : undefined);
      }),
    );
  });
});

describe("what moves", () => {
  const rising = trend("A", interval(1.1, 1.04, 1.17), 0.003);
  const unclear = trend("B", interval(1.2, 0.9, 1.6), 0.4);

  test("is told with its interval; the rest is told to be unclear", () => {
    expect(said({ trends: [rising, unclear] })).toEqual([
      ["rising:A", "Coaching on “Topic A” is growing about a tenth a month, between 4 and 17%, as a share of all sessions."],
      ["rest:trends", "Of 2 topics tested, the other 1 cannot be told from noise."],
    ]);
  });

  test("is not laid to more than a few systems where it does not hold across them", () => {
    const few = { ...rising, acrossSystems: false };
    expect(said({ trends: [few, unclear] }).at(-1)).toEqual(["rest:trends", "Of 2 topics tested, the other 1 cannot be told from noise. For the one that can, a few systems coming and going could be the reason."]);
    expect(said({ trends: [few, { ...rising, acrossSystems: true }] }).at(-1)?.[1]).toContain("For 1 of the 2 that can,");
  });

  test("newly is told once, and so is what no longer does", () => {
    expect(said({ trends: [rising], trendsBefore: [trend("A", interval(1.08, 0.99, 1.18), 0.2)] })).toContainEqual(["turned:A", "Coaching on “Topic A” can be told to be rising: a week ago it could not be told from noise."]);
    expect(said({ trends: [unclear], trendsBefore: [trend("B", interval(0.8, 0.7, 0.9), 0.01)] })).toContainEqual(["turned:B", "Coaching on “Topic B” could be told to be falling a week ago, and no longer can."]);
  });

  test("no sentence claims a direction whose interval contains none, or whose q is not under 0.05", () => {
    const ends = fc.array(fc.double({ min: 0.3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }).map((values) => values.toSorted((a, b) => a - b));
    const any = fc.tuple(ends, fc.option(fc.double({ min: 0, max: 0.2, noNaN: true }))).map(([[low = 1, value = 1, high = 1], q]) => trend("A", interval(value, low, high), q));
    fc.assert(
      fc.property(any, any, (now, before) => {
        const texts = said({ trends: [now], trendsBefore: [before] }).map(([, text]) => text);
        const holdsNone = ({ ratioPerMonth: { low, high }, qValue }: typeof now) => qValue === null || qValue >= 0.05 || ((low ?? 0) <= 1 && (high ?? 9) >= 1);
        expect(holdsNone(now) && /growing|shrinking|can be told to be/.test(texts.join())).toBe(false);
        expect(holdsNone(before) && /could be told to be|it was (?:rising|falling)/.test(texts.join())).toBe(false);
      }),
    );
  });
});

describe("where supply falls short", () => {
  test("is said of a topic only where chance in its demand does not make as much", () => {
    const gaps = [gap("A", { demand: exact(30, 20), coverage: { ...exact(0.4, 30) } }), gap("B", { demand: exact(2, 2), coverage: exact(0.4, 2) })];
    expect(said({ gaps })).toEqual([
      ["short:A", "Topic A: 30 requests open or of the last 90 days, and a coverage of 0.40 (0.28 to 0.57); specialists' hours fall short of what is asked."],
      ["short-in-all:gaps", "1 topic has more demand than capacity, beyond what chance makes of so few requests; of 1 more it cannot be told."],
    ]);
  });

  test("no sentence says so of a coverage whose interval holds 1, or that is withheld", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.05, max: 3, noNaN: true }), (demand, value) => {
        const each = gap("A", { demand: exact(demand, demand), coverage: exact(value, demand) });
        const { low, high } = each.coverageByChance;
        expect((low ?? 0) < value && value < (high ?? 0)).toBe(true);
        expect(said({ gaps: [each] }).some(([id]) => id === "short:A")).toBe((high ?? 0) < 1);
      }),
    );
    expect(said({ gaps: [gap("A", { demand: exact(9, 9), coverage: withheld("TOO_FEW", null) })] })).toEqual([]);
  });

  test("who waits is told with the oldest, and that one organisation carries a topic by its name", () => {
    expect(said({ waiting: { count: 1, oldestDays: 5 } })).toEqual([["waiting:all", "1 request waits longer than the 2 days that are the target; the oldest came 5 days ago."]]);
    expect(said({ waiting: { count: 0, oldestDays: 0 } })[0]?.[1]).toBe("No request waits longer than 2 days.");
    expect(said({ gaps: [gap("A", { providers: exact(1, 1) }), gap("B", { providers: exact(2, 2) })] })).toEqual([["single:gaps", "1 topic rests on the specialists of one organisation: Topic A."]]);
  });
});

test("what is coached with nothing on the shelf is told, the most coached first, and a few sessions are no gap", () => {
  const coached = [["A", 12], ["B", 40], ["C", 9], ["D", 50]].map(([code, count]) => ({ code: String(code), label: `Topic ${code}`, sessions: exact(Number(count), 5) }));
  const gaps = ["A", "B", "C", "D"].map((code) => gap(code, { resources: exact(code === "D" ? 2 : 0, 0) }));
  expect(said({ coached, gaps, opened: ["Relief funds in one page"] }).map(([id]) => id)).toEqual(["opened:shelf", "missing:B", "missing:A"]);
});

test("needs come together, and words are new, only beyond chance", () => {
  const pair = { topics: [topic("A"), topic("B")], systems: exact(12, 12), states: exact(3, 3), providers: exact(3, 3), expected: exact(2, 2) };
  expect(said({ hurdles: [{ ...pair, lift: interval(6.1, 3.94, 9.4), qValue: 0.001 }] })).toEqual([["together:A+B", "“Topic A” and “Topic B” are asked for together by 12 systems: 6.1 times (3.9 to 9.4) as many as chance would make."]]);
  expect(said({ hurdles: [{ ...pair, lift: interval(1.4, 0.8, 2.2), qValue: 0.001 }] })).toEqual([]);
  const phrase = { text: "learning pods", recent: exact(9, 9), ratio: interval(4, 2, 8) };
  expect(said({ emerging: { phrases: [{ ...phrase, qValue: 0.01 }, { ...phrase, text: "so", qValue: 0.06 }], bursts: [] } })).toEqual([["phrases:new", "Leaders write more than before of “learning pods” (9 systems)."]]);
  const unheard = { ...phrase, text: "staff vaccinations", ratio: { ...interval(40, 4.9, 0), high: null }, qValue: 0.001 };
  expect(said({ emerging: { phrases: [unheard], bursts: [] } })[0]?.[1]).toBe("Leaders write more than before of “staff vaccinations” (9 systems).");
  expect(said({ emerging: { phrases: [{ ...unheard, ratio: { ...unheard.ratio, low: 0.9 } }], bursts: [] } })).toEqual([]);
  const seven = ["a", "b", "c", "d", "e", "f", "g"].map((text) => ({ ...phrase, text, qValue: 0.001 }));
  expect(said({ emerging: { phrases: seven, bursts: [] } })[0]?.[1]).toMatch(/“e” \(9 systems\) and 2 more phrases\.$/);
});

test("whom we do not reach is told by districts, and by students as far as that can be told", () => {
  const reading = (ratio: ReturnType<typeof interval>) => ({ share: ratio, universeShare: 0.5, ratio });
  const group = { key: { key: "RURAL", label: "Rural" }, systems: exact(20, 20), students: exact(900, 20), byDistricts: reading(interval(0.45, 0.3, 0.6)), byStudents: reading(interval(1.17, 0.6, 2.1)) };
  expect(said({ reach: [group] })).toEqual([["reach:RURAL", "Rural districts are reached less than their share: 0.45 (0.30 to 0.60) of it counted by districts, 1.17 (0.60 to 2.10) by students, which cannot be told from their share."]]);
  expect(said({ reach: [{ ...group, byDistricts: reading(interval(0.9, 0.7, 1.1)) }] })).toEqual([]);
});

test("commitments are told as they stand", () => {
  const commitment = { id: "c", week: "2021-01-25", providerId: "org-01", who: null, what: "x", due: "2021-01-29", settledAt: null, settledByName: null, addedBy: "a", addedByName: "Ada", addedAt: new Date(0) };
  expect(said({ commitments: [{ ...commitment, state: "open" }, { ...commitment, state: "kept" }] })).toEqual([["commitments:earlier", "Of 2 commitments from earlier calls, 1 is kept and 1 is open (1 past its day)."]]);
});

test("nothing is said of nothing", () => {
  expect(said({})).toEqual([]);
});
