import { expect, inject, test } from "vitest";
import { drawNetwork } from "./network";
import { buildCountry } from "./country";
import { Marks, markOf } from "./marks";
import { planOf } from "./plan";
import { reportMarkdown } from "./report";
import { resultsOf } from "./results";
import { simulate } from "./simulate";
import { coverageOf, discoveriesOf, exactShare } from "./tally";

test("six networks go from parameters to the report, and nothing is wildly off", async () => {
  const marks = await simulate({ numbers: [0, 1, 2, 3, 4, 5], seed: 11, serverUrl: inject("templateUrl"), behindTruth: 4 });
  const results = resultsOf(marks, { networks: 6, seed: 11 });
  const intervals = results.coverage.reduce((sum, each) => sum + each.intervals, 0);
  const held = results.coverage.reduce((sum, each) => sum + each.coverage.of * each.intervals, 0);
  expect(results.coverage.length).toBeGreaterThan(40);
  expect(intervals + results.coverage.reduce((sum, { notGiven }) => sum + notGiven, 0)).toBe(marks.marked.length);
  expect(held / intervals).toBeGreaterThan(0.9);
  expect(results.discoveries.every(({ discoveries, isFalse }) => isFalse <= discoveries)).toBe(true);
  const report = reportMarkdown(results);
  for (const { estimate } of results.coverage) expect(report).toContain(`\`${estimate}\``);
  for (const { family } of results.discoveries) expect(report).toContain(`\`${family}\``);
}, 120_000);

test("the same seed draws the same network, another seed another one", () => {
  const country = buildCountry();
  const [one, again, other] = [3, 3, 4].map((seed) => drawNetwork(planOf(7, seed), country));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
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
