import { expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { readAskersView } from "./askersView";
import { changeWords, foundLines, gapTarget, topicLines, topicSentence, topicsSentence, type Direction } from "./topicsFinding";
import { topicPath } from "../scope/topicPath";

const figure = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({ value, low, high, n: null, withheld: value === null ? "TOO_FEW" : null });

const trend = (code: string, label: string, direction: Direction = "UNCLEAR") => ({
  topic: { id: code, code, label, domain: code === "NONE" ? null : { code: code.slice(0, 3), label: `Domain ${code.slice(0, 3)}` } },
  ratioPerMonth: direction === "FALLING" ? figure(0.8, 0.7, 0.9) : figure(1.1, 1.04, 1.17),
  direction,
});

const cells = (counts: Readonly<Record<string, number | null>>) => Object.entries(counts).map(([key, value]) => ({ row: { key }, count: figure(value) }));

const lines = topicLines(
  [trend("PER-DIF", "Differentiation", "RISING"), trend("PER-SDL", "Self-directed learning"), trend("FIN-REL", "Relief funds", "FALLING"), trend("NONE", "Not in the framework")],
  cells({ "PER-DIF": 4, "FIN-REL": 2, NONE: 1 }),
  cells({ "PER-DIF": 9 }),
  [{ topic: { code: "PER-DIF" }, coverage: figure(0.5), coverageByChance: figure(0.5, 0.2, 1.3), resources: figure(2) }, { topic: { code: "FIN-REL" }, coverage: figure(0.1), coverageByChance: figure(0.1, 0.05, 0.2), resources: figure(0) }],
);

test("a topic that nobody asked for is a line like any other, in the framework's order", () => {
  expect(lines.map(({ topic, requests, sessions, coverage }) => [topic.code, requests.value, sessions.value, coverage.value])).toEqual([
    ["PER-DIF", 4, 9, 0.5],
    ["PER-SDL", 0, 0, 0],
    ["FIN-REL", 2, 0, 0.1],
    ["NONE", 1, 0, 0],
  ]);
});

test("a topic is short only where chance does not explain it", () => {
  expect(lines.map(({ isShort }) => isShort)).toEqual([false, false, true, false]);
});

test("the list counts topics and domains, and only what can be told from noise as moving", () => {
  expect(topicsSentence(lines)).toBe("Of 3 topics in 2 domains, leaders asked about 2; 2 are rising or falling in coaching.");
  expect(topicsSentence(lines.map((line) => ({ ...line, requests: figure(null), direction: "UNCLEAR" as const })))).toBe("Of 3 topics in 2 domains, 0 can be shown; for none can a rise or fall be told from noise.");
});

test("a topic is found by every word of its name, code or domain", () => {
  expect(foundLines(lines, "directed self").map(({ topic }) => topic.code)).toEqual(["PER-SDL"]);
  expect(foundLines(lines, "domain fin").map(({ topic }) => topic.code)).toEqual(["FIN-REL"]);
  expect(foundLines(lines, "")).toHaveLength(4);
  expect(foundLines(lines, "differentiation relief")).toEqual([]);
});

test("a change is said with its interval, least first, and not at all where it cannot be told from noise", () => {
  expect(changeWords(trend("A-A", "", "RISING"))).toBe("rising 10% a month (4.0% to 17%)");
  expect(changeWords(trend("A-A", "", "FALLING"))).toBe("falling 20% a month (10% to 30%)");
  expect(changeWords(trend("A-A", "", "UNCLEAR"))).toBeNull();
  expect(changeWords({ direction: "RISING", ratioPerMonth: figure(null) })).toBeNull();
});

test("a topic's sentence says no more than its numbers", () => {
  const still = trend("A-A", "");
  const said = { label: "Grading", requests: figure(14), share: figure(0.05, 0.03, 0.08), asked: still, coached: still, coverage: figure(0.6, 0.4, 0.9) };
  expect(topicSentence(said)).toBe("Grading: 14 requests, 5.0% of all (3.0%–8.0%); more demand than capacity.");
  expect(topicSentence({ ...said, coverage: figure(0.9, 0.5, 1.4) })).toBe("Grading: 14 requests, 5.0% of all (3.0%–8.0%).");
  expect(topicSentence({ ...said, requests: figure(null), share: figure(null), coverage: figure(null) })).toBe("Grading: too few requests to show.");
  expect(topicSentence({ ...said, requests: figure(0), coached: trend("A-A", "", "RISING"), coverage: figure(1.4, 1.1, 1.9) })).toBe("Grading: nobody asked for it; in coaching, rising 10% a month (4.0% to 17%); capacity enough for the demand there is.");
});

test("each number of its supply opens what it counts", () => {
  const topic = { code: "FIN-REL", label: "Relief funds" };
  expect(gapTarget(topic, "waiting", figure(1)).records).toMatchObject({ kind: "requests", standing: "WAITING", within: { topics: ["FIN-REL"] } });
  expect(gapTarget(topic, "resources", figure(1)).records).toMatchObject({ kind: "resources" });
  expect(gapTarget(topic, "coverage", figure(1)).records).toMatchObject({ kind: "specialists" });
});

test("an address says by what kinds of systems, locale where it says nothing", () => {
  expect([readAskersView({ by: "region" }), readAskersView({ by: "STATE" }), readAskersView({})]).toEqual(["REGION", "LOCALE", "LOCALE"]);
  expect(topicPath("FIN-REL")).toBe("/topics/FIN-REL");
});
