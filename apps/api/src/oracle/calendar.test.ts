import { describe, expect, test } from "vitest";
import { dayOf, instantsAt, intervalKey, intervalsFrom, startOfDay, startOfInterval } from "./calendar";

describe("the network's days", () => {
  test("begin at midnight in New York, in summer and in winter time", () => {
    expect(startOfDay("2020-06-01").toISOString()).toBe("2020-06-01T04:00:00.000Z");
    expect(startOfDay("2021-01-01").toISOString()).toBe("2021-01-01T05:00:00.000Z");
    expect(startOfDay("2020-11-01").toISOString()).toBe("2020-11-01T04:00:00.000Z");
    expect(dayOf(new Date("2020-06-01T03:59:59Z"))).toBe("2020-05-31");
  });

  test("show an hour twice in autumn and skip one in spring", () => {
    expect(instantsAt("2020-11-01T01:30:00")).toHaveLength(2);
    expect(instantsAt("2021-03-14T02:30:00")).toHaveLength(0);
  });
});

describe("intervalKey", () => {
  test.each([
    ["2020-12-27", "2020-W52"],
    ["2020-12-28", "2020-W53"],
    ["2021-01-03", "2020-W53"],
    ["2021-01-04", "2021-W01"],
    ["2020-05-04", "2020-W19"],
  ])("puts %s in ISO week %s", (day, week) => {
    expect(intervalKey(startOfInterval(day, "WEEK"), "WEEK")).toBe(week);
  });

  test("names months and quarters", () => {
    expect(intervalKey(startOfInterval("2020-06-30", "MONTH"), "MONTH")).toBe("2020-06");
    expect(intervalKey(startOfInterval("2020-06-30", "QUARTER"), "QUARTER")).toBe("2020-Q2");
  });
});

describe("intervalsFrom", () => {
  test("leaves none out", () => {
    expect(intervalsFrom(["2021-01-31", "2020-10-01"], "MONTH")).toEqual(["2020-10-01", "2020-11-01", "2020-12-01", "2021-01-01"]);
    expect(intervalsFrom(["2021-01-31", "2020-10-01"], "QUARTER")).toEqual(["2020-10-01", "2021-01-01"]);
  });
});
