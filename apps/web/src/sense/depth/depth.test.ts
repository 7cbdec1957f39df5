import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { placedChange } from "./CallCurveChart";
import { challengeSentence, chanceWords, depthSentence, doseSentence, isApart, loadSentence, moreSentence, ratingsSentence, survivalSentence, testWords, wayOf, wouldHaveShown, type Effect } from "./depthFinding";
import { filterOf, GROUPINGS, readGrouping, readMeasure, writeGrouping, type Grouping } from "./grouping";
import { binText } from "./LoadSection";
import { ratingAxis } from "./ratingAxis";

const figure = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({ value, low, high, n: 100, withheld: value === null ? "TOO_FEW" : null });
const harder = figure(0.28, 0.27, 0.29);
const level = figure(0.008, -0.018, 0.034);

describe("the sentences", () => {
  test("say what changes, and of what cannot be told that it cannot", () => {
    expect(depthSentence(harder, level)).toBe("The work gets harder with every call, by 0.28 of a level; no change in ratings can be told.");
    expect(depthSentence(figure(null), figure(null))).toBe("There are too few calls to see whether the work gets harder.");
    expect(challengeSentence(harder)).toBe("Within relationships the work gets harder by 0.28 of a level a call (+0.27 to +0.29)");
    expect(doseSentence(level)).toBe("Ratings do not change from call to call that we can tell: −0.02 to +0.03 a call leaves room for none");
    expect(moreSentence(figure(-0.029, -0.045, -0.013))).toBe("The wish for another call wanes by 2.9 percentage points a call, within the same relationships");
  });

  test("claim no direction that the interval leaves room against", () => {
    const ends = Array.from({ length: 21 }, (_, at) => (at - 10) / 20);
    for (const low of ends) {
      for (const high of ends.filter((end) => end > low)) {
        const slope = figure((low + high) / 2, low, high);
        expect(wayOf(slope)).toBe(low > 0 ? "rises" : high < 0 ? "falls" : "open");
        if (wayOf(slope) !== "open") continue;
        for (const sentence of [challengeSentence(slope), doseSentence(slope), moreSentence(slope), depthSentence(slope, slope)]) {
          expect(sentence).not.toMatch(/gets (harder|easier) (by \d|with)|ratings (rise|fall)|grows|wanes/);
        }
      }
    }
  });
});

describe("groups", () => {
  const chance = { pValue: 0.019, qValue: 0.136, comparisons: 7, groups: 4 };

  test("are told apart by q, not by p", () => {
    expect(isApart(chance)).toBe(false);
    expect(survivalSentence(chance, "locale")).toBe("How long relationships last does not differ by locale that we can tell");
    expect(survivalSentence({ ...chance, qValue: 0.01 }, "locale")).toBe("How long relationships last differs by locale");
    expect(survivalSentence(null, "size")).toBe("Too few relationships to compare how long they last by size");
    expect(testWords(chance)).toBe("4 groups that are alike would look as far apart as this about 2 times in a hundred by chance (p 0.019; q 0.136 over the 7 ways of grouping that can be chosen here).");
  });

  test("that stand apart are named", () => {
    const groups = [{ key: { label: "City" }, qValue: 0.01 }, { key: { label: "Town" }, qValue: 0.3 }, { key: { label: "Rural" }, qValue: null }];
    expect(ratingsSentence({ ...chance, qValue: 0.01 }, groups, "locale")).toBe("Ratings differ by locale: City stands apart from the rest");
    expect(ratingsSentence(chance, groups.slice(1), "locale")).toBe("Ratings cannot be told apart by locale");
    expect(ratingsSentence(null, [], "locale")).toBe("Too few ratings to compare by locale");
  });

  test("small chances are bounds, and large ones are not certainties", () => {
    expect([0.0004, 0.004, 0.78, 0.999].map(chanceWords)).toEqual([
      "as far apart as this less than once in a thousand times by chance",
      "as far apart as this less than once in a hundred times by chance",
      "as far apart as this 78 times in a hundred by chance",
      "as far apart as this nearly always by chance",
    ]);
  });

  test("the address keeps what they are made by, and an unknown word is locale", () => {
    for (const by of Object.keys(GROUPINGS)) expect(readGrouping({ by: writeGrouping(by) })).toBe(by);
    expect(readGrouping({ by: "toString" })).toBe("LOCALE");
    expect(readGrouping({})).toBe("LOCALE");
    expect([readMeasure({ load: "hours" }), readMeasure({ load: "x" })]).toEqual(["HOURS", "RELATIONSHIPS"]);
  });

  test("filter by what they are, and by nothing where they are not known", () => {
    const pairs: readonly (readonly [Grouping, string])[] = [["LOCALE", "CITY"], ["LOCALE", "UNKNOWN"], ["TITLE_I", "false"], ["TITLE_I", "UNKNOWN"], ["TOPIC", "NONE"], ["CHALLENGE_LEVEL", "2"]];
    expect(pairs.map(([by, key]) => filterOf(by, key))).toEqual([{ locales: ["CITY"] }, null, { titleI: false }, null, { topics: ["NONE"] }, null]);
  });
});

describe("load", () => {
  const bins = [
    { from: 0, to: 3, change: figure(0) },
    { from: 3, to: 9, change: figure(0.1, -0.1, 0.3) },
    { from: 9, to: null, change: figure(null) },
  ];
  const none: Effect = { outcome: "RATING", slope: level, detectable: 0.039, qValue: 0.4, bins };

  test("without a sign says up to where there was none, and what would have shown", () => {
    expect(loadSentence(none, "RELATIONSHIPS", 11)).toBe("No sign that ratings go with load, up to 8 relationships a coach");
    expect(wouldHaveShown(none, "RELATIONSHIPS")).toBe("A difference of more than 0.04 points for each further relationship would most likely have shown.");
    expect(loadSentence({ ...none, outcome: "RESPONSE" }, "RELATIONSHIPS", 6)).toBe("No sign that the share of calls that are rated goes with load, up to 6 relationships a coach");
  });

  test("that goes with something says by how much, and nothing of what would have shown", () => {
    const found: Effect = { ...none, slope: figure(-0.3, -0.4, -0.2), qValue: 0.001 };
    expect(loadSentence(found, "RELATIONSHIPS", 11)).toBe("With each further relationship, ratings are 0.3 points lower");
    expect(wouldHaveShown(found, "RELATIONSHIPS")).toBeNull();
    expect(loadSentence({ ...none, slope: figure(null), detectable: null, qValue: null }, "HOURS", null)).toBe("Too little to set ratings against load");
  });

  test("is written as people count it", () => {
    expect([{ from: 0, to: 3 }, { from: 3, to: 5 }, { from: 13, to: null }].map((bin) => binText(bin, "RELATIONSHIPS"))).toEqual(["1–2", "3–4", "13 or more"]);
    expect([{ from: 0, to: 0.25 }, { from: 1, to: null }].map((bin) => binText(bin, "HOURS"))).toEqual(["0–25%", "100% or more"]);
  });
});

test("a change is drawn from where the first call stands", () => {
  const points = [{ call: 1, raw: figure(1.5, 1.4, 1.6), change: figure(0) }, { call: 2, raw: figure(2), change: figure(0.3, 0.2, 0.4) }, { call: 3, raw: figure(2), change: figure(null) }] as const;
  expect(placedChange(points, points[1])).toEqual({ value: 1.8, low: 1.7, high: 1.9 });
  expect(placedChange(points, points[2]).value).toBeNull();
  expect(placedChange([], points[1]).value).toBeNull();
});

test("a rating's axis holds all that is drawn, and ends at 5", () => {
  expect(ratingAxis([4.71, 3.2]).domain).toEqual({ low: 3, high: 5 });
  expect(ratingAxis([]).domain).toEqual({ low: 4, high: 5 });
  expect(ratingAxis([4.9]).domain).toEqual({ low: 4, high: 5 });
});
