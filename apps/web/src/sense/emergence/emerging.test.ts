import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { driftOrder, isRising, type Burst, type Drift, type Flow, type Phrase } from "./emerging";
import { burstsSentence, burstWeeks, driftSentence, emergingSentence, phrasesSentence } from "./emergingFinding";
import { burstTarget, driftTarget, phraseTarget } from "./emergingTargets";

const figure = (value: number | null, n = 30): FigureFields => ({ value, low: null, high: null, n, withheld: value === null ? "NO_DATA" : null });
const topic = (code: string) => ({ id: code, code, label: `Topic ${code}` });

const phrase = (words: string, systems: number): Phrase => ({
  phrase: words, recent: figure(systems), before: figure(1), recentShare: figure(0.3), shareBefore: figure(0.01), ratio: figure(20), qValue: 0.001, requestIds: ["r1"],
});
const phrases = (...found: Phrase[]) => ({ refusal: null, weeks: 8, recentSystems: 27, systemsBefore: 150, tested: 70, phrases: found });

const burst = (code: string, from: string, to: string): Burst => ({ topic: topic(code), from, to, count: figure(14), expected: 1.6, ratio: figure(8.5), qValue: 0.001, points: [] });
const bursts = (...found: Burst[]) => ({ refusal: null, topicsTested: 58, windowsTested: 6000, bursts: found });

const flow = (code: string, qValue: number): Flow => ({ topic: topic(code), requests: figure(14, 20), share: figure(0.7), usual: figure(0.01), qValue });
const drift = (code: string, asked: number, ...went: Flow[]): Drift => ({
  topic: topic(code), asked: figure(asked), tagged: figure(4), coached: figure(5), askedToTagged: figure(0.5), taggedToCoached: figure(0.9), askedToCoached: figure(0.4), went, came: [],
});
const STAGES = (["ASKED", "TAGGED", "COACHED"] as const).map((stage) => ({ stage, requests: figure(200), refusal: null }));
const REFUSAL = { why: "Too little.", wouldLift: "More." };

describe("the sentence", () => {
  test("names the phrase and its systems, and the topic and its week", () => {
    expect(emergingSentence(phrases(phrase("learning pods", 9)), bursts(burst("A", "2020-09-28", "2020-10-05")))).toBe(
      "One phrase the framework does not name is rising: “learning pods” (9 systems). Topic A stood out in the week of Sep 28, 2020.",
    );
  });

  test("counts what it does not name", () => {
    expect(phrasesSentence(phrases(phrase("a b", 9), phrase("c d", 7), phrase("e f", 4)))).toBe(
      "Three phrases the framework does not name are rising: “a b” in 9 systems, “c d” in 7 systems and 1 more.",
    );
    expect(burstsSentence(bursts(burst("A", "2020-09-28", "2020-10-12"), burst("B", "2020-06-01", "2020-06-08")))).toContain("in the 2 weeks from Sep 28, 2020, where 1.6 were to be expected; 1 other burst stands out.");
  });

  test("says that there is nothing, and that nothing can be told, in different words", () => {
    expect(emergingSentence(phrases(), bursts())).toBe("No phrase outside the framework is rising. No topic came up in a burst.");
    expect(phrasesSentence({ ...phrases(), refusal: REFUSAL })).toContain("cannot be told");
    expect(burstsSentence({ ...bursts(), refusal: REFUSAL })).toContain("cannot be told");
    expect(emergingSentence({ ...phrases(), refusal: REFUSAL }, { ...bursts(), refusal: REFUSAL })).toBe("What leaders begin to say, and weeks in which a topic stands out, cannot be told here.");
    expect(driftSentence({ refusal: REFUSAL, stages: STAGES, topics: [] })).toContain("cannot be told");
  });

  test("claims a drift only where one is sure", () => {
    const sure = { refusal: null, stages: STAGES, topics: [drift("A", 20, flow("B", 0.001)), drift("C", 30, flow("D", 0.2))] };
    expect(driftSentence(sure)).toBe("14 of 20 requests that asked for topic A came to be coached on topic B, which they had not asked for.");
    expect(driftSentence({ ...sure, topics: [drift("C", 30, flow("D", 0.2))] })).toContain("No topic can be shown to go elsewhere");
    expect(driftSentence({ ...sure, stages: STAGES.map((stage) => ({ ...stage, refusal: stage.stage === "ASKED" ? REFUSAL : null })) })).toContain("not recorded");
  });
});

test("a phrase is on the rise when it was tested so and its interval leaves out 1, with an upper end or without", () => {
  const told = phrase("a b", 9);
  const ends = (low: number, high: number | null) => ({ ...told, ratio: { ...told.ratio, low, high } });
  expect([ends(1.2, 8), ends(4.9, null), ends(0.9, 8), { ...ends(1.2, 8), qValue: 0.06 }].map(isRising)).toEqual([true, true, false, false]);
});

test("topics that surely went elsewhere come first, the others by how many asked", () => {
  const order = driftOrder([drift("A", 50), drift("B", 6, flow("X", 0.03)), drift("C", 60, flow("X", 0.4)), drift("D", 5, flow("X", 0.001))]);
  expect(order.map((one) => one.topic.code)).toEqual(["D", "B", "C", "A"]);
});

test("a figure opens the rows that it counts", () => {
  const week = burst("A", "2020-09-28", "2020-10-05");
  expect(burstTarget(week, "SESSIONS", "count").records).toEqual({ kind: "sessions", at: [{ dimension: "TOPIC", key: "A" }], within: { from: "2020-09-28", to: "2020-10-05" } });
  expect(phraseTarget(phrase("a b", 3), "recent").records).toEqual({ kind: "requests", ids: ["r1"] });
  expect(driftTarget(drift("A", 3), "tagged").records).toEqual({ kind: "requests", at: [{ dimension: "TOPIC", key: "A" }] });
  expect(driftTarget(drift("A", 3), "coached").records).toBeNull();
  expect(burstWeeks(week)).toBe("the week of Sep 28, 2020");
});
