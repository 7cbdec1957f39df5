import { describe, expect, test } from "vitest";
import { marksOf, monthsInto, onMonths } from "./onAxis";

const annotation = (onDay: string, text: string, code: string | null = null) => ({
  id: text,
  onDay,
  untilDay: null,
  text,
  topic: code === null ? null : { id: code, code, label: code },
  authorName: "Ada",
});
const MONTHS = ["2020-05-01", "2020-06-01", "2020-07-01", "2020-08-01"];

describe("annotations on an axis of months", () => {
  test("a day falls between its month's mark and the next", () => {
    expect(monthsInto("2020-05-01", "2020-05-01")).toBe(0);
    expect(monthsInto("2020-05-01", "2020-06-16")).toBe(1.5);
    expect(monthsInto("2020-11-01", "2021-02-01")).toBe(3);
  });

  test("those outside the axis, and of topics that are not on it, are left out; the rest are numbered in order", () => {
    const all = [annotation("2020-04-30", "before"), annotation("2020-05-20", "one"), annotation("2020-06-02", "other topic", "X-Y"), annotation("2020-07-04", "own topic", "A-B"), annotation("2020-12-01", "after")];
    const keyed = onMonths(all, MONTHS, new Set(["A-B"]));
    expect(keyed.map(({ number, annotation: { text } }) => `${number} ${text}`)).toEqual(["1 one", "2 own topic"]);
    expect(marksOf(keyed, "C-D").map(({ number }) => number)).toEqual([1]);
    expect(marksOf(keyed, "A-B").map(({ number }) => number)).toEqual([1, 2]);
  });

  test("those of the last month stand at the axis' end", () => {
    const keyed = onMonths([annotation("2020-08-19", "now")], MONTHS, new Set());
    expect(marksOf(keyed, "A-B")).toEqual([{ number: 1, x: 3 }]);
  });

  test("an axis without months has none", () => {
    expect(onMonths([annotation("2020-05-20", "one")], [], new Set())).toEqual([]);
  });
});
