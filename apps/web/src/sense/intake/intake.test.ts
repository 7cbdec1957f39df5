import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { bare, valueText } from "../figure/format";
import { duration, flowSentence, intakeSentence, leavingSentence, timesSentence, type FieldFlow } from "./intakeFinding";

const figure = (value: number | null, low: number | null = null, high: number | null = null, n = 80): FigureFields => ({ value, low, high, n, withheld: value === null ? "TOO_FEW" : null });
const none = figure(null);
const at = (field: FieldFlow["field"], ofLeavers: FigureFields): FieldFlow => ({ field, reached: none, left: none, seconds: none, ofLeavers });
const times = { medianSeconds: figure(41.4, 38, 45), ninetiethSeconds: figure(125, 110, null) };
const visits = (narrative: FigureFields, district: FigureFields, opened = 400) => ({
  opened: figure(opened),
  submittedShare: figure(0.78, 0.73, 0.82),
  leftBeforeAny: figure(0.1, 0.05, 0.19),
  fields: [at("DISTRICT", district), at("NARRATIVE", narrative)],
});

describe("the page's sentence", () => {
  test("says how long it takes, how many come through, and where most leave", () => {
    expect(intakeSentence(visits(figure(0.66, 0.55, 0.75), figure(0.1, 0.05, 0.2)), times)).toBe(
      "Half of those who send the form are through in 41 seconds; of 100 who open it, 78 send it. Most who leave, leave at “What is on your mind?”.",
    );
  });

  test("says most only where it is surely over half, and more only where it is surely more", () => {
    expect(leavingSentence(visits(figure(0.52, 0.4, 0.63), figure(0.1, 0.05, 0.2)))).toBe("More leave at “What is on your mind?” than anywhere else");
    expect(leavingSentence(visits(figure(0.52, 0.3, 0.73), figure(0.38, 0.2, 0.6)))).toBe("Where those who leave do so cannot be told apart");
    expect(leavingSentence({ leftBeforeAny: none, fields: [at("DISTRICT", none)] })).toBe(null);
  });

  test("counts visits themselves where they are few", () => {
    const few = { ...visits(none, none, 9), submittedShare: figure(7 / 9, 0.45, 0.94, 9), leftBeforeAny: none };
    expect(intakeSentence(few, { medianSeconds: none, ninetiethSeconds: none })).toBe("Of 9 who opened it, 7 sent it.");
  });

  test("tells times where no visit was told, and nothing where neither was", () => {
    const unseen = { ...visits(none, none, 0), submittedShare: none, leftBeforeAny: none };
    expect(intakeSentence(unseen, times)).toBe("Half of those who send the form are through in 41 seconds.");
    expect(intakeSentence(unseen, { medianSeconds: none, ninetiethSeconds: none })).toBe("How people ask cannot be told yet.");
    expect(flowSentence(unseen)).toBe("How far people come in the form");
  });
});

test("times are said as people say them", () => {
  expect([1, 41.4, 119, 120, 125.2].map(duration)).toEqual(["1 second", "41 seconds", "119 seconds", "2 minutes", "2 minutes 5 seconds"]);
  expect(timesSentence(times)).toBe("Half are through in 41 seconds, nine in ten in 2 minutes 5 seconds");
  expect([bare(4.24, "seconds"), valueText(figure(57.4), "seconds")]).toEqual(["4.2", "57 s"]);
});
