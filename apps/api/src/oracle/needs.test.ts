import { describe, expect, test } from "vitest";
import { gaps } from "./gaps";
import { needPatterns } from "./needPatterns";
import { resolveNetwork } from "./network";
import { aCoach, aRequest, aResource, aSession, anEngagement, tinyNetwork } from "./tinyNetwork";
import { topicTrends } from "./topicTrends";

const at = (instant: string): Date => new Date(`${instant}Z`);
const NOW = at("2021-02-01T14:00");

const asked = tinyNetwork({
  requests: [
    aRequest({ id: "r1", submittedAt: at("2020-05-05T12:00"), topics: ["PER-DIF", "PER-AGY"], locale: "CITY" }),
    aRequest({ id: "r2", submittedAt: at("2020-05-06T12:00"), topics: ["PER-DIF", "FIN-CSH"], locale: "RURAL" }),
    aRequest({ id: "r3", submittedAt: at("2020-08-01T03:00"), topics: ["NONE"], locale: "CITY" }),
    aRequest({ id: "r4", submittedAt: at("2020-08-01T05:00"), topics: [], systemName: "r1" }),
  ],
  engagements: [anEngagement({ id: "e1", requestId: "r1", coachIds: ["a1", "b1"], matchedAt: at("2020-05-07T12:00") })],
  sessions: [
    aSession({ id: "s1", engagementId: "e1", heldAt: at("2020-05-08T12:00"), topics: ["FIN-CSH"] }),
    aSession({ id: "s2", engagementId: "e1", heldAt: at("2020-05-09T12:00"), coachIds: ["b1"], challengeLevel: 2 }),
    aSession({ id: "s3", engagementId: "e1", heldAt: at("2020-05-10T12:00"), coachIds: ["b1"], challengeLevel: 4 }),
  ],
});
const network = resolveNetwork(asked, []);

type Patterns = ReturnType<typeof needPatterns>;
const counts = ({ cells }: Patterns) => cells.map(({ row, column, count }) => [row?.key, column?.key ?? null, count.value]);
const keys = (listed: Patterns["rows"]) => listed.map(({ key }) => key);

describe("needPatterns", () => {
  test("counts a request once for each topic and once for a domain, and an untagged one only in the whole", () => {
    expect(counts(needPatterns(network, {}, NOW))).toEqual([
      ["PER-DIF", null, 2],
      ["PER-AGY", null, 1],
      ["FIN-CSH", null, 1],
      ["NONE", null, 1],
    ]);
    const domains = needPatterns(network, {}, NOW, "DOMAIN");
    expect(counts(domains).map(([key, , count]) => [key, count])).toEqual([
      ["PER", 2],
      ["FIN", 1],
      ["NONE", 1],
    ]);
    expect([domains.cells[0]?.share.value, domains.cells[0]?.share.n]).toEqual([0.5, 4]);
  });

  test("lists the empty months between, cut in New York, and leaves out their cells", () => {
    const byMonth = needPatterns(network, {}, NOW, "LOCALE", "MONTH");
    expect(keys(byMonth.columns)).toEqual(["2020-05", "2020-06", "2020-07", "2020-08"]);
    expect(keys(byMonth.rows)).toEqual(["CITY", "RURAL"]);
    expect(counts(byMonth)).toEqual([
      ["CITY", "2020-05", 1],
      ["CITY", "2020-07", 1],
      ["CITY", "2020-08", 1],
      ["RURAL", "2020-05", 1],
    ]);
    expect(byMonth.cells[0]?.share.value).toBe(0.5);
  });

  test("shows only the topics chosen, over all requests", () => {
    const chosen = needPatterns(network, { topics: ["FIN"] }, NOW);
    expect(counts(chosen)).toEqual([["FIN-CSH", null, 1]]);
    expect(chosen.cells[0]?.share.value).toBe(0.25);
    // Where no topics are shown, they select.
    expect(needPatterns(network, { topics: ["FIN"] }, NOW, "LOCALE").cells[0]?.share.value).toBe(1);
  });

  test("counts sessions by their own topics and coaches, else the request's topics and the engagement's coaches", () => {
    expect(counts(needPatterns(network, {}, NOW, "TOPIC", null, "SESSIONS")).map(([key, , count]) => [key, count])).toEqual([
      ["PER-DIF", 2],
      ["PER-AGY", 2],
      ["FIN-CSH", 1],
    ]);
    expect(counts(needPatterns(network, {}, NOW, "PROVIDER", null, "SESSIONS")).map(([key, , count]) => [key, count])).toEqual([
      ["a", 1],
      ["b", 3],
    ]);
    const levels = needPatterns(network, {}, NOW, "CHALLENGE_LEVEL", null, "SESSIONS");
    expect(keys(levels.rows)).toEqual(["2", "3", "4", "UNKNOWN"]);
    expect(counts(levels)).toHaveLength(3);
  });
});

describe("topicTrends", () => {
  // Ten requests a month, September left out; FIN-CSH on 1, 2, 4 and 16 of them: double each month.
  const tags: readonly (readonly [string, number, number])[] = [
    ["2020-06", 20, 1],
    ["2020-07", 20, 2],
    ["2020-08", 20, 4],
    ["2020-10", 20, 16],
  ];
  const requests = tags.flatMap(([month, size, tagged]) =>
    Array.from({ length: size }, (_, i) =>
      aRequest({ id: `${month}-${i}`, submittedAt: at(`${month}-15T12:00`), topics: i < tagged ? ["FIN-CSH"] : i < 4 + tagged ? ["PER-DIF"] : [] }),
    ),
  );
  const trending = resolveNetwork(tinyNetwork({ requests }), []);

  test("find a doubling a month across a month without requests", () => {
    const trend = topicTrends(trending, {}, NOW, "MONTH", "REQUESTS").find(({ topic }) => topic.code === "FIN-CSH");
    expect(trend?.ratioPerMonth.value).toBeCloseTo(2, 10);
    expect(trend?.ratioPerMonth.n).toBe(80);
    expect(trend?.direction).toBe("RISING");
    expect(trend?.points.map(({ start, count, share }) => [start, count.value, share.value])).toEqual([
      ["2020-06-01", 1, 0.05],
      ["2020-07-01", 2, 0.1],
      ["2020-08-01", 4, 0.2],
      ["2020-10-01", 16, 0.8],
    ]);
  });

  test("keep q over all topics tested, whichever are shown", () => {
    const all = topicTrends(trending, {}, NOW, "MONTH", "REQUESTS");
    const shown = topicTrends(trending, { topics: ["FIN-CSH"] }, NOW, "QUARTER", "REQUESTS");
    expect(shown).toHaveLength(1);
    expect(shown[0]?.qValue).toBe(all.find(({ topic }) => topic.code === "FIN-CSH")?.qValue);
    expect(shown[0]?.points.map(({ start }) => start)).toEqual(["2020-04-01", "2020-07-01", "2020-10-01"]);
  });

  test("are withheld under five tags and under four months", () => {
    const few = topicTrends(network, {}, NOW, "MONTH", "SESSIONS").find(({ topic }) => topic.code === "PER-DIF");
    expect([few?.ratioPerMonth.withheld, few?.qValue, few?.direction]).toEqual(["TOO_FEW", null, "UNCLEAR"]);
    const threeMonths = topicTrends(trending, { to: "2020-09-01" }, NOW, "MONTH", "REQUESTS");
    expect(threeMonths.every(({ ratioPerMonth }) => ratioPerMonth.withheld === "TOO_FEW")).toBe(true);
  });
});

describe("gaps", () => {
  const supply = tinyNetwork({
    coaches: [
      aCoach({ id: "a1", providerId: "a", role: "specialist", topics: ["PER-DIF", "FIN-CSH"], hoursPerMonth: 10 }),
      aCoach({ id: "a2", providerId: "a", role: "specialist", topics: ["FIN-CSH"], hoursPerMonth: 15, states: ["OH"] }),
      aCoach({ id: "b1", providerId: "b", role: "specialist", topics: ["PER-DIF"], hoursPerMonth: null }),
      aCoach({ id: "b2", providerId: "b", role: "generalist", topics: ["PER-DIF"], hoursPerMonth: 50 }),
      aCoach({ id: "b3", providerId: "b", role: "specialist", topics: ["PER-DIF"], hoursPerMonth: 9, activeTo: at("2020-12-01T05:00") }),
    ],
    requests: [
      aRequest({ id: "open", submittedAt: at("2020-06-01T12:00"), topics: ["PER-DIF"] }),
      aRequest({ id: "new", submittedAt: at("2020-11-29T05:00"), topics: ["PER-DIF", "FIN-CSH"] }),
      aRequest({ id: "old", submittedAt: at("2020-06-01T12:00"), topics: ["FIN-CSH"] }),
      aRequest({ id: "recent", submittedAt: at("2020-09-02T05:00"), topics: ["FIN-CSH"] }),
    ],
    engagements: [
      anEngagement({ id: "e1", requestId: "old", coachIds: ["a1"], matchedAt: at("2020-06-02T12:00") }),
      anEngagement({ id: "e2", requestId: "recent", coachIds: ["a1"], matchedAt: at("2020-09-05T12:00") }),
    ],
    resources: [
      aResource({ id: "x", topics: ["PER-DIF"] }),
      aResource({ id: "y", topics: ["PER-DIF"], providerId: "a", publishedAt: at("2020-12-01T05:00:01") }),
      aResource({ id: "z", topics: ["PER-DIF"], providerId: "a", retiredAt: at("2020-12-01T05:00:01") }),
    ],
  });
  const supplied = resolveNetwork(supply, []);
  const gapOn = (topic: string, scope: object) =>
    gaps(supplied, { to: "2020-12-01", ...scope }, NOW).find((gap) => gap.topic.code === topic);

  test("set the share of specialists' hours against the share of demand", () => {
    const gap = gapOn("PER-DIF", {});
    // Tags: PER-DIF 2 (open, new), FIN-CSH 2 (new, recent at exactly 90 days). Hours: PER-DIF 5, FIN-CSH 5 + 15.
    expect([gap?.demand.value, gap?.capacityHours.value, gap?.capacityHours.n]).toEqual([2, 5, 1]);
    expect(gap?.coverage.value).toBeCloseTo(5 / 25 / (2 / 4), 12);
    expect([gap?.specialists.value, gap?.providers.value, gap?.resources.value]).toEqual([2, 2, 2]);
  });

  test("take as waiting what is open for more than two days, not for two", () => {
    expect(gapOn("PER-DIF", {})?.waiting.value).toBe(1);
    expect(gapOn("FIN-CSH", {})?.waiting.value).toBe(0);
  });

  test("keep, under a state, the coaches who serve it or any", () => {
    expect(gapOn("FIN-CSH", { states: ["NY"] })?.capacityHours.value).toBe(5);
    expect(gapOn("FIN-CSH", { states: ["OH"] })?.capacityHours.value).toBe(20);
    expect(gapOn("FIN-CSH", { states: ["OH"] })?.coverage.withheld).toBe("NO_DATA");
  });

  test("let organisations choose the supply, and the demand that came to them through a match", () => {
    const gap = gapOn("PER-DIF", { providers: ["a"] });
    expect([gap?.demand.value, gap?.specialists.value, gap?.resources.value]).toEqual([0, 1, 1]);
    expect(gapOn("PER-DIF", {})?.demand.value).toBe(2);
  });
});
