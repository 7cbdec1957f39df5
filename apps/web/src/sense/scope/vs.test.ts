import { describe, expect, test } from "vitest";
import type { Scope } from "./scope";
import { comparedScopes, defaultVs, previousPeriod, readVs, writeVs, type Vs } from "./vs";

const TODAY = "2021-02-01";

test.each<Vs>([
  { kind: "previous" },
  { kind: "rest" },
  { kind: "scope", scope: {} },
  { kind: "scope", scope: { locales: ["RURAL", "TOWN"], from: "2020-07-01", titleI: true, topics: ["PER-DIF"] } },
])("the address reads back as it was written: %j", (vs) => {
  expect(readVs({ vs: writeVs(vs) })).toEqual({ vs, dropped: [] });
});

test("a scope is readable in the address", () => {
  expect(writeVs({ kind: "scope", scope: { states: ["CA", "TX"], from: "2020-07-01" } })).toBe("from:2020-07-01;states:CA,TX");
});

test("what means nothing is dropped and reported, and no address breaks the page", () => {
  expect(readVs({ vs: "locales:MOON;flavour:sweet;states:CA" })).toEqual({
    vs: { kind: "scope", scope: { states: ["CA"] } },
    dropped: [
      { param: "locales", value: "MOON" },
      { param: "vs", value: "flavour:sweet" },
    ],
  });
  expect(readVs({}).vs).toBeNull();
  expect(readVs({ vs: ";;:" }).vs).toEqual({ kind: "scope", scope: {} });
});

describe("the period before", () => {
  test.each<[string, Scope, { from: string; to: string } | null]>([
    ["of whole months is as many months", { from: "2020-08-01", to: "2020-11-01" }, { from: "2020-05-01", to: "2020-08-01" }],
    ["of a year's turn too", { from: "2021-01-01", to: "2021-02-01" }, { from: "2020-12-01", to: "2021-01-01" }],
    ["of days is as many days", { from: "2020-11-10", to: "2020-11-24" }, { from: "2020-10-27", to: "2020-11-10" }],
    ["of a period that has not ended ends with today", { from: "2021-01-23" }, { from: "2021-01-13", to: "2021-01-23" }],
    ["is none where nothing came first", { to: "2020-11-01" }, null],
    ["is none where the period has not begun", { from: "2021-03-01" }, null],
  ])("%s", (_what, scope, expected) => {
    expect(previousPeriod(scope, TODAY)).toEqual(expected);
  });
});

describe("the two sides", () => {
  test("of the period before keep every other filter", () => {
    expect(comparedScopes({ from: "2020-08-01", to: "2020-11-01", locales: ["CITY"] }, { kind: "previous" }, TODAY)).toEqual({ to: { locales: ["CITY"], from: "2020-05-01", to: "2020-08-01" }, leaveOut: false });
  });

  test("of the rest keep the period; a scope that is a period alone is set against all other dates", () => {
    expect(comparedScopes({ from: "2020-08-01", locales: ["CITY"] }, { kind: "rest" }, TODAY)).toEqual({ to: { from: "2020-08-01" }, leaveOut: true });
    expect(comparedScopes({ from: "2020-08-01" }, { kind: "rest" }, TODAY)).toEqual({ to: {}, leaveOut: true });
    expect(comparedScopes({}, { kind: "rest" }, TODAY)).toBeNull();
  });

  test("are the period before where there is one, else the rest", () => {
    expect([defaultVs({ from: "2020-08-01" }, TODAY), defaultVs({ locales: ["CITY"] }, TODAY)].map(({ kind }) => kind)).toEqual(["previous", "rest"]);
  });
});
