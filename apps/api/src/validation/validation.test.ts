import { expect, inject, test } from "vitest";
import { drawsOf } from "./draws";
import { drawFutureOf } from "./future";
import { drawNetwork } from "./network";
import { buildCountry } from "./country";
import { Marks, markOf } from "./marks";
import { planOf, type Calls } from "./plan";
import { reportMarkdown } from "./report";
import { resultsOf, setResultsOf } from "./results";
import { simulate } from "./simulate";
import { coverageOf, discoveriesOf, exactShare } from "./tally";

test("networks of both sets go from parameters to the report, and nothing is wildly off", async () => {
  const run = async (calls: Calls, numbers: readonly number[]) => {
    const marks = await simulate({ calls, numbers, seed: 11, serverUrl: inject("templateUrl"), behindTruth: 4 });
    const set = setResultsOf(marks, numbers.length);
    expect(set.coverage.reduce((sum, { intervals, notGiven }) => sum + intervals + notGiven, 0)).toBe(marks.marked.length);
    expect(set.discoveries.every(({ discoveries, isFalse }) => isFalse <= discoveries)).toBe(true);
    return set;
  };
  const [apart, alike] = [await run("apart", [0, 1]), await run("alike", [0])];
  const intervals = apart.coverage.reduce((sum, each) => sum + each.intervals, 0);
  const held = apart.coverage.reduce((sum, each) => sum + each.coverage.of * each.intervals, 0);
  expect(apart.coverage.length).toBeGreaterThan(40);
  expect(held / intervals).toBeGreaterThan(0.9);
  const report = reportMarkdown(resultsOf(11, { apart, alike }));
  for (const { estimate } of [...apart.coverage, ...alike.coverage]) expect(report).toContain(`\`${estimate}\``);
  for (const { family } of [...apart.discoveries, ...alike.discoveries]) expect(report).toContain(`\`${family}\``);
}, 120_000);

test("the same seed draws the same network, another seed another one", () => {
  const country = buildCountry();
  const [one, again, other] = [3, 3, 4].map((seed) => drawNetwork(planOf(7, seed, "alike"), country));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test("of one place, who comes waits for all before, and too many under way let nobody in", () => {
  const truth = { rate: 0.1, places: 1, waiting: 3, length: () => 10, days: 30, lateAfter: 2 };
  // The last of the first two ends at 8; those who wait begin at 8, 18 and 28; whoever comes begins at 38 or later.
  const came = drawFutureOf({ ...truth, ends: [4, 8] }, drawsOf(5, 1));
  expect(came?.queue).toBeGreaterThan(0);
  expect(came?.medianWait).toBeGreaterThan(8);
  expect(drawFutureOf({ ...truth, ends: [], waiting: 0, places: 500 }, drawsOf(5, 1))).toEqual({ medianWait: 0, longWait: 0, late: 0, queue: 0 });
});

test("an interval without ends is not given, and one with an open end reaches as far as it likes", () => {
  expect(markOf(1, { value: 1, low: null, high: null })).toBe("not given");
  expect(markOf(9, { value: 1, low: 0.5, high: null })).toBe("held");
  expect(markOf(9, { value: 1, low: 0.5, high: 2 })).toBe("too low");
  expect(markOf(0, { value: 1, low: 0.5, high: 2 })).toBe("too high");
});

// Clopper and Pearson's interval for 81 of 263, as given by Newcombe (1998), Stat. Med. 17, 857–872, table I.
test("an exact share has the published interval", () => {
  const { low, high } = exactShare(81, 263);
  expect([low, high].map((each) => each.toFixed(4))).toEqual(["0.2527", "0.3676"]);
});

test("intervals of one network that stand or fall together count for one", () => {
  const marked = Array.from({ length: 20 }, (_, network) => Array.from({ length: 10 }, () => ({ estimate: "a", network, mark: network < 3 ? ("too low" as const) : ("held" as const) }))).flat();
  const { coverage, tooLow } = coverageOf("a", marked);
  const alone = exactShare(17, 20);
  expect(coverage.of).toBeCloseTo(0.85);
  expect(coverage.low).toBeGreaterThan(alone.low - 0.03);
  expect(coverage.high).toBeLessThan(alone.high + 0.03);
  expect(tooLow).toBeCloseTo(0.15);
});

test("the false discovery rate is the mean of shares, and 0 where nothing was found", () => {
  const found = (network: number, discoveries: number, isFalse: number) => ({ family: "f", network, isNull: false, discoveries, isFalse });
  expect(discoveriesOf("f", [found(0, 4, 1), found(1, 0, 0), found(2, 1, 1), found(3, 2, 0)]).rate).toBeCloseTo(0.3125);
});

test("marks of two processes add up", () => {
  const [one, other] = [new Marks(), new Marks()];
  one.cover("a", 0, 1, { value: 1, low: 0, high: 2 });
  other.cover("a", 1, 1, { value: 1, low: 2, high: 3 });
  one.add(other);
  expect(one.marked.map(({ mark }) => mark)).toEqual(["held", "too high"]);
});
