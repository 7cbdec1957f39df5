import { expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { gapsSentence, resourcesSentence, widestSentence } from "./gapFinding";
import { gapRows, type TopicGap } from "./gapRows";
import { gapTarget } from "./gapTargets";

const exact = (value: number | null): FigureFields => ({ value, low: null, high: null, n: value, withheld: value === null ? "NO_DATA" : null });
/** Its coverage ends at `most` by chance: half as much again unless given. */
const gap = (code: string, demand: number, hours: number, coverage: number | null, providers = 3, most = (coverage ?? 0) * 1.5): TopicGap => ({
  topic: { id: code, code, label: code, domain: { code: code.charAt(0) } },
  demand: exact(demand),
  waiting: exact(0),
  specialists: exact(1),
  providers: exact(providers),
  capacityHours: exact(hours),
  coverage: exact(coverage),
  coverageByChance: coverage === null ? exact(null) : { ...exact(coverage), low: coverage / 2, high: most },
  resources: exact(0),
});

const gaps = [gap("A-1", 10, 60, 3), gap("A-2", 30, 20, 1 / 3, 1), gap("B-1", 60, 20, 1 / 6), gap("B-2", 0, 100, null)];

test("the widest shortage stands first, on shares of all topics", () => {
  const rows = gapRows(gaps);
  expect(rows.map(({ topic }) => topic.code)).toEqual(["B-1", "A-2", "A-1", "B-2"]);
  expect(rows[0]).toMatchObject({ demandShare: 0.6, capacityShare: 0.1, shortage: "told", fragile: false });
});

test("choosing topics, or a domain, leaves the shares as they were", () => {
  expect(gapRows(gaps, ["A-2"])).toMatchObject([{ demandShare: 0.3, fragile: true }]);
  expect(gapRows(gaps, ["B"]).map(({ topic }) => topic.code)).toEqual(["B-1", "B-2"]);
});

test("a topic without demand is not short, whatever it lacks", () => {
  expect(gapRows([gap("A-1", 0, 0, null)])).toMatchObject([{ shortage: "none", demandShare: 0, capacityShare: 0 }]);
});

test("the sentences count the short and the fragile, and name the widest", () => {
  const rows = gapRows(gaps);
  expect(gapsSentence(rows)).toBe("2 topics have more demand than capacity beyond chance. 1 rests on a single organisation.");
  expect(widestSentence(rows)).toBe("B-1 is shortest: 60% of demand, 10% of specialist hours");
  expect(gapsSentence([])).toBe("No topic has more demand than capacity. None rests on a single organisation.");
});

test("a shortage that chance makes as well is counted apart, stands after the others and is not named", () => {
  const doubtful = gapRows([gap("A-1", 1, 1, 0.2, 3, 1.1), gap("A-2", 30, 20, 1 / 3, 3, 0.9), gap("A-3", 1, 2, 0.5, 3, 2.8)]);
  expect(doubtful.map(({ topic, shortage }) => [topic.code, shortage])).toEqual([["A-2", "told"], ["A-1", "untold"], ["A-3", "untold"]]);
  expect(gapsSentence(doubtful)).toBe("1 topic has more demand than capacity beyond chance; of 2 more it cannot be told. None rests on a single organisation.");
  expect(widestSentence(doubtful)).toContain("A-2 is shortest");
  const none = doubtful.filter(({ shortage }) => shortage === "untold");
  expect(gapsSentence(none)).toBe("No topic has more demand than capacity beyond chance; of 2 it cannot be told. None rests on a single organisation.");
  expect(widestSentence(none)).toBe("No shortage can be told from chance in so few requests");
});

test("what the framework does not name is shown but not counted as a topic", () => {
  const rows = gapRows([gap("NONE", 5, 0, 0), gap("A-1", 5, 10, 1)]);
  expect(rows.map(({ shortage }) => shortage)).toEqual(["untold", "none"]);
  expect(gapsSentence(rows)).toContain("No topic has more demand than capacity");
});

test("each number leads to the rows of its topic", () => {
  const [row] = gapRows([gap("A-1", 10, 60, 3)]);
  expect(row && gapTarget(row, "waiting")).toMatchObject({
    metric: "gap_waiting",
    records: { kind: "requests", standing: "WAITING", within: { topics: ["A-1"] } },
  });
  expect(row && gapTarget(row, "demand")).toMatchObject({
    records: { kind: "requests", standing: "DEMAND", within: { topics: ["A-1"] } },
  });
});

test("the library counts the topics that it holds something on, and those it does not", () => {
  const stocked = (code: string, resources: number) => ({ ...gap(code, 0, 0, null), resources: exact(resources) });
  expect(resourcesSentence(gapRows([stocked("A-1", 2), stocked("A-2", 0)]))).toBe("The library has something on 1 topic, and on 1 nothing yet");
  expect(resourcesSentence(gapRows([stocked("A-1", 2)]))).toBe("The library has something on 1 topic");
});
