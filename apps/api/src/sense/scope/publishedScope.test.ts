import { describe, expect, test } from "vitest";
import { NO_CONDITION, publishedScope, type Publication, type TopicsUse } from "./publishedScope";
import type { CheckedScope } from "./scope";

const PUBLICATION: Publication = { firstDay: "2020-05-04", day: "2021-02-01", at: new Date("2021-02-01T05:00:00Z") };

const asked = (scope: Partial<CheckedScope>, topics: readonly string[] = [], use: TopicsUse = "select") =>
  publishedScope({ ...NO_CONDITION, ...scope }, topics, use, PUBLICATION);

const faultOf = (...question: Parameters<typeof asked>): string | null => {
  const answer = asked(...question);
  return "message" in answer ? answer.field : null;
};

describe("a period that is published", () => {
  test.each([
    ["a month", "2020-06-01", "2020-07-01"],
    ["December", "2020-12-01", "2021-01-01"],
    ["a quarter", "2020-07-01", "2020-10-01"],
    ["a year", "2020-01-01", "2021-01-01"],
    ["the running month, of which nothing is published yet", "2021-02-01", "2021-03-01"],
  ])("is %s", (_name, from, to) => expect(asked({ from, to })).toEqual({ ...NO_CONDITION, from, to, toldNow: true }));

  test.each([
    [null, null],
    ["2020-05-04", null],
    ["1999-01-01", "2021-02-01"],
    [null, "2031-12-24"],
  ])("is the network's whole time, %s to %s, however it is written", (from, to) => expect(asked({ from, to })).toEqual({ ...NO_CONDITION, toldNow: true }));

  test.each([
    ["days", "2020-06-02", "2020-06-09", "scope.from"],
    ["two months", "2020-06-01", "2020-08-01", "scope.from"],
    ["three months that are no quarter", "2020-06-01", "2020-09-01", "scope.from"],
    ["a school year", "2020-08-01", "2021-08-01", "scope.from"],
    ["all but the first days", "2020-05-06", null, "scope.from"],
    ["all up to some day", null, "2020-12-05", "scope.to"],
    ["no days", "2020-06-01", "2020-06-01", "scope.from"],
  ])("is not %s", (_name, from, to, field) => expect(faultOf({ from, to })).toBe(field));
});

describe("filters that are published", () => {
  test("are two with one value each, the period apart", () => {
    const scope = { ...NO_CONDITION, regions: ["WEST"], titleI: true, from: "2020-06-01", to: "2020-07-01" };
    expect(asked(scope)).toEqual({ ...scope, toldNow: true });
  });

  test.each<[string, Partial<CheckedScope>, readonly string[]]>([
    ["scope", { regions: ["WEST"], titleI: true, locales: ["CITY"] }, []],
    ["scope", { regions: ["WEST"], titleI: true, topics: ["T1"] }, ["T1"]],
    ["scope.states", { states: ["CA", "NY"] }, []],
    ["scope.locales", { locales: ["CITY", "TOWN"] }, []],
    ["scope.enrollmentBands", { enrollmentBands: ["UNDER_1K", "OVER_25K"] }, []],
    ["scope.regions", { regions: ["WEST"], states: ["CA"] }, []],
    ["scope.topics", { topics: ["T1", "T2"] }, ["T1", "T2"]],
    ["scope.providers", { providers: ["org-1"] }, []],
  ])("%s is refused in %j", (field, scope, topics) => expect(faultOf(scope, topics)).toBe(field));

  test("one domain counts as one, whatever topics it stands for", () => {
    expect(faultOf({ topics: ["T1", "T2"], locales: ["CITY"] }, ["D1"])).toBeNull();
  });

  test("topics that only choose what is shown are no filter", () => {
    expect(faultOf({ topics: ["T1", "T2"], locales: ["CITY"], titleI: false }, ["T1", "T2"], "show")).toBeNull();
  });
});
