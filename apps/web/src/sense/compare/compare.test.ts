import { describe, expect, test } from "vitest";
import { columnsOf } from "./compareColumns";
import { compareSentence, groupSentence } from "./compareFinding";
import { changeInterval, changeText, groupsOf, qText, sideTarget, type Row } from "./compareRows";

const figure = (value: number | null, low: number | null = null, high: number | null = null) => ({ value, low, high, n: 100, withheld: value === null ? ("NO_DATA" as const) : null });
const row = (metric: string, key: string | null, change: readonly [number, number, number], fields: Partial<Row> = {}): Row =>
  ({
    metric,
    of: key === null ? null : { key, label: `Topic ${key}` },
    one: figure(0.3),
    other: figure(0.2),
    by: "DIFFERENCE",
    change: figure(...change),
    pValue: 0.5,
    qValue: 0.9,
    verdict: "UNCLEAR",
    why: null,
    ...fields,
  }) as Row;

const calls = row("sessions_a_week", null, [2.3, 1.96, 2.71], { by: "RATIO", one: figure(38.31), other: figure(16.7), verdict: "HIGHER", qValue: 0.0001 });
const systems = row("systems_served", null, [0, 0, 0], { by: "RATIO", change: figure(null), pValue: null, qValue: null, verdict: "NOT_COMPARED", why: "Not separate events." });
const quiet = row("need_share", "A", [0.01, -0.02, 0.04]);
const risen = row("need_share", "B", [0.1, 0.05, 0.15], { verdict: "HIGHER", qValue: 0.01 });
const fallen = row("need_share", "C", [-0.1, -0.15, -0.05], { verdict: "LOWER", qValue: 0.02, one: figure(0.1) });

describe("the page's sentence", () => {
  test("names what differs with both values, and says how many cannot be told", () => {
    expect(compareSentence([calls, systems, quiet])).toBe("Higher: calls a week (38.3 against 16.7). The other figure cannot be told apart.");
    expect(compareSentence([risen, fallen])).toBe("Higher: topic B (30% against 20%); lower: topic C (10% against 20%).");
  });

  test("never names what chance would make", () => {
    expect(compareSentence([quiet, quiet])).toBe("None of 2 figures can be told apart; what differs may be chance.");
    expect(compareSentence([systems])).toBe("Nothing here can be compared.");
  });

  test("of many, names the surest three", () => {
    expect(compareSentence([quiet, risen, fallen, calls, { ...risen, qValue: 0.04 }])).toMatch(/^4 of 5 figures differ, most surely higher: calls a week \(38\.3 against 16\.7\) and topic B/);
  });
});

test("a picture's title has the interval of its surest difference, or that there is none", () => {
  expect(groupSentence([calls, systems], "How much")).toBe("How much: Calls a week higher (1.96 to 2.71 times as many)");
  expect(groupSentence([fallen, quiet, risen], "Topics")).toBe("Topics: Topic B higher (+5.0 to +15.0 points), and 1 more differs");
  expect(groupSentence([quiet], "Topics")).toBe("Topics: no difference can be told from chance");
});

test("topics that differ come first, the surest of them first, then the framework's order", () => {
  const { topics, rates } = groupsOf([calls, systems, quiet, fallen, row("need_share", "D", [0, -0.1, 0.1]), risen]);
  expect(topics.map(({ of }) => of?.key)).toEqual(["B", "C", "A", "D"]);
  expect(rates).toEqual([calls, systems]);
});

test("a change is written in points, as a ratio, or in the figure's own unit, with its sign", () => {
  expect([changeText(fallen), changeText(calls), changeText(systems), changeText(row("session_rating", null, [0.1, -0.02, 0.22]))]).toEqual(["−10.0 points", "2.30×", "not compared", "+0.10"]);
  expect(changeInterval(quiet)).toBe("−2.0 to +4.0");
  expect([qText(null), qText(0.0002), qText(0.0421)]).toEqual(["–", "< 0.001", "0.042"]);
});

test("the records of the page's own part open; those of the other part are not behind it", () => {
  expect(sideTarget(quiet, "one", "SESSIONS").records).toEqual({ kind: "sessions", at: [{ dimension: "TOPIC", key: "A" }] });
  expect(sideTarget(quiet, "other", "SESSIONS").records).toBeNull();
});

test("exports carry both sides, the change, its tests, and why there is none", () => {
  const columns = columnsOf({ one: "Fall", other: "Fall" });
  expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
  const written = Object.fromEntries(columns.map(({ header, value }) => [header, value(systems)]));
  expect(written).toMatchObject({ Figure: "Systems coached", "Fall (1)": 0.3, Change: null, q: null, Finding: "not compared", "Why not compared": "Not separate events." });
});
