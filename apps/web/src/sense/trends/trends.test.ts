import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { forestSentence, moversSentence, trendsSentence } from "./trendFinding";
import { seasonSentence } from "./SeasonChart";
import { monthlyChange, qText, trendGroups, type Trend } from "./trendGroups";

const ratio = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({
  value,
  low,
  high,
  n: 20,
  withheld: value === null ? "TOO_FEW" : null,
});
const trend = (label: string, direction: Trend["direction"], q: number | null, figure: FigureFields): Trend => ({
  topic: { id: label, code: label, label },
  points: [],
  ratioPerMonth: figure,
  qValue: q,
  direction,
  acrossSystems: null,
  refusal: null,
});

const trends = [
  trend("Slow riser", "RISING", 0.04, ratio(1.1, 1.01, 1.2)),
  trend("Sure riser", "RISING", 0.001, ratio(1.18, 1.1, 1.26)),
  trend("Faller", "FALLING", 0.01, ratio(0.93, 0.88, 0.98)),
  trend("Noise", "UNCLEAR", 0.6, ratio(1.3, 0.7, 2.4)),
  trend("Tiny", "UNCLEAR", null, ratio(null)),
];
const outside = trend("NONE", "RISING", 0.02, ratio(1.2, 1.1, 1.3));

describe("topics by what can be said of them", () => {
  const groups = trendGroups(trends);

  test("stand surest first", () => {
    expect(groups.rising.map(({ topic }) => topic.label)).toEqual(["Sure riser", "Slow riser"]);
  });

  test("with too few tags are kept apart from noise", () => {
    expect(groups.untested.map(({ topic }) => topic.label)).toEqual(["Tiny"]);
    expect(groups.unclear.map(({ topic }) => topic.label)).toEqual(["Noise"]);
  });

  test("make the sentence", () => {
    expect(trendsSentence(groups)).toBe("Of 5 topics, 2 are rising and 1 falling; the rest cannot be told from noise.");
    const thin = trendGroups([...trends, trend("Tiny too", "UNCLEAR", null, ratio(null))]);
    expect(trendsSentence(thin)).toBe("Of 6 topics, 2 are rising and 1 falling; the rest cannot be told from noise, or is too little to test.");
    expect(moversSentence(groups)).toBe("Sure riser rises most surely, +18% a month; faller falls most surely, −7% a month");
    expect(forestSentence([...groups.rising, ...groups.falling, ...groups.unclear])).toBe(
      "1 of 4 intervals leave room for no change at all",
    );
  });
});

test("what the framework does not name is shown but not counted as a topic", () => {
  const groups = trendGroups([...trends, outside]);
  expect(groups.rising).toContain(outside);
  expect(trendsSentence(groups)).toContain("Of 5 topics, 2 are rising");
});

test("a network without a trend says so", () => {
  expect(trendsSentence(trendGroups([trend("Noise", "UNCLEAR", 0.6, ratio(1.3, 0.7, 2.4))]))).toBe(
    "Of 1 topic, none can be told from noise.",
  );
  expect(trendsSentence(trendGroups([trend("Tiny", "UNCLEAR", null, ratio(null))]))).toBe(
    "No topic has enough records yet to tell a trend from noise.",
  );
});

test("a ratio reads as a change a month", () => {
  expect([1.1, 0.93, 1.001].map(monthlyChange)).toEqual(["+10%", "−7%", "no change"]);
});

test("a small q is a bound, not a zero", () => {
  expect([qText(0.0004), qText(0.012), qText(null)]).toEqual(["< 0.001", "0.012", ""]);
});

describe("a yearly season", () => {
  const season = (label: string, peakMonth: number | null) => ({ topic: { id: label, code: label, label }, peakMonth, peakToTrough: ratio(1.6, 1.2, 2.1), qValue: peakMonth === null ? 0.4 : 0.01 });

  test("is told with its month where there is one, and denied where there is none", () => {
    expect(seasonSentence([season("Budgets", 3), season("Noise", null)])).toBe("1 topic comes and goes with the year; Budgets most surely, with its peak in March");
    expect(seasonSentence([season("Noise", null)])).toBe("None of 1 topic comes and goes with the year beyond chance");
  });
});
