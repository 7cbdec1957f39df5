import { describe, expect, test } from "vitest";
import { dayBefore, firstDayOf, isCalendarPeriod, monthsFrom, periodKey, periodLabel, periodsBetween, startOfPeriod } from "./period";

describe("periodKey", () => {
  test.each([
    ["2020-05-04", "2020-W19"],
    ["2019-12-30", "2020-W01"],
    ["2020-12-28", "2020-W53"],
    ["2021-01-04", "2021-W01"],
  ])("the week of Monday %s is %s, by its Thursday", (monday, key) => {
    expect(periodKey("WEEK", monday)).toBe(key);
  });

  test("names months and quarters", () => {
    expect(periodKey("MONTH", "2020-05-01")).toBe("2020-05");
    expect(periodKey("QUARTER", "2020-10-01")).toBe("2020-Q4");
  });
});

describe("periodsBetween", () => {
  test("leaves no gap and keeps order", () => {
    expect(periodsBetween("MONTH", ["2021-02-01", "2020-11-01"])).toEqual(["2020-11-01", "2020-12-01", "2021-01-01", "2021-02-01"]);
    expect(periodsBetween("QUARTER", ["2020-07-01", "2021-01-01"])).toEqual(["2020-07-01", "2020-10-01", "2021-01-01"]);
    expect(periodsBetween("WEEK", ["2020-12-28", "2021-01-11"])).toEqual(["2020-12-28", "2021-01-04", "2021-01-11"]);
  });

  test("is empty without any", () => {
    expect(periodsBetween("WEEK", [])).toEqual([]);
  });
});

test("months are counted across years", () => {
  expect(monthsFrom("2020-11-01", "2021-02-01")).toBe(3);
});

test("labels read as people write them", () => {
  expect(periodLabel("MONTH", "2020-09-01")).toBe("Sep 2020");
  expect(periodLabel("WEEK", "2020-05-04")).toBe("Week of 4 May 2020");
  expect(periodLabel("QUARTER", "2020-07-01")).toBe("Q3 2020");
});

describe("firstDayOf", () => {
  test.each(["WEEK", "MONTH", "QUARTER"] as const)("finds the way back from every %s key", (period) => {
    for (const firstDay of periodsBetween(period, ["2018-01-01", "2027-01-04"])) {
      expect(firstDayOf(period, periodKey(period, firstDay))).toBe(firstDay);
    }
  });

  test.each(["2020-W54", "2020-13", "2020-Q5", "UNKNOWN", "2020-05-01"])("%s is no period", (key) => {
    expect(firstDayOf("WEEK", key)).toBeNull();
    expect(firstDayOf("MONTH", key)).toBeNull();
    expect(firstDayOf("QUARTER", key)).toBeNull();
  });
});

describe("a calendar period", () => {
  test.each([
    ["2020-12-01", "2021-01-01"],
    ["2020-10-01", "2021-01-01"],
    ["2020-01-01", "2021-01-01"],
  ])("is %s to %s", (from, to) => expect(isCalendarPeriod(from, to)).toBe(true));

  test.each([
    ["2020-12-02", "2021-01-01"],
    ["2020-12-01", "2020-12-31"],
    ["2020-11-01", "2021-02-01"],
    ["2020-07-01", "2021-07-01"],
    ["2020-07-01", "2021-01-01"],
    ["2020-07-01", "2020-07-01"],
  ])("is not %s to %s", (from, to) => expect(isCalendarPeriod(from, to)).toBe(false));
});

test("a day lies in the period that begins with its first day", () => {
  expect([startOfPeriod("WEEK", "2020-05-10"), startOfPeriod("MONTH", "2020-05-31"), startOfPeriod("QUARTER", "2020-12-31")]).toEqual(["2020-05-04", "2020-05-01", "2020-10-01"]);
});

test("the day before is never before the first", () => {
  expect([dayBefore("2020-03-01", "2019-01-01"), dayBefore("2020-03-01", "2020-03-01")]).toEqual(["2020-02-29", "2020-03-01"]);
});
