import { describe, expect, test } from "vitest";
import { filtersSet, isPublished, publishedOn, publishedPeriods, showingFor, showsRecords, type Looker } from "./showing";

const viewer = (...roles: string[]): Looker => ({ roles, provider: roles.includes("PROVIDER") || roles.includes("COACH") ? { id: "org-03" } : null });
const own = { providers: ["org-03"] };

describe("figures are exact", () => {
  test("for staff, whatever the scope", () => {
    expect([showingFor(viewer("STAFF"), {}), showingFor(viewer("FUNDER", "STAFF"), { states: ["VT"] })]).toEqual(["exact", "exact"]);
  });

  test("for a provider's lead whose scope is the own organisation alone", () => {
    expect(showingFor(viewer("PROVIDER"), { ...own, states: ["CA"] })).toBe("exact");
  });
});

test.each<[string, Looker, object]>([
  ["a funder", viewer("FUNDER"), {}],
  ["a steward", viewer("STEWARD"), {}],
  ["a lead looking at the whole network", viewer("PROVIDER"), {}],
  ["a lead looking at somebody beside the own organisation", viewer("PROVIDER"), { providers: ["org-03", "org-04"] }],
  ["a lead looking at another organisation", viewer("PROVIDER"), { providers: ["org-04"] }],
  ["a coach, even of the own organisation", viewer("COACH"), own],
])("they are protected for %s, and open no records", (_who, who, scope) => {
  expect(showingFor(who, scope)).toBe("protected");
  expect(showsRecords(who, scope)).toBe(false);
});

test("protected figures are those of the first of the month", () => {
  expect([publishedOn("2021-02-01"), publishedOn("2021-02-28")]).toEqual(["2021-02-01", "2021-02-01"]);
});

test("a period does not count as a filter, and neither does the organisation", () => {
  expect(filtersSet({ from: "2020-07-01", to: "2020-10-01", providers: ["p"], topics: ["X"] })).toBe(0);
  expect(filtersSet({ states: ["CA"], titleI: false })).toBe(2);
});

test("the published set has one value a filter, two filters, and one place at most", () => {
  expect([{}, { states: ["CA"], titleI: true }, { regions: ["SOUTH" as const], topics: ["A", "B"] }].map(isPublished)).toEqual([true, true, true]);
  const outside = [{ states: ["CA", "TX"] }, { states: ["CA"], regions: ["WEST" as const] }, { providers: ["org-03"] }, { states: ["CA"], titleI: true, locales: ["CITY" as const] }];
  expect(outside.map(isPublished)).toEqual([false, false, false, false]);
});

test("periods on offer are whole calendar years, quarters and months that have begun before today", () => {
  const groups = publishedPeriods("2021-02-01");
  expect(groups.map(({ group, items }) => [group, items[0], items.at(-1)])).toEqual([
    ["Years", { label: "2021", from: "2021-01-01", to: "2022-01-01" }, { label: "2020", from: "2020-01-01", to: "2021-01-01" }],
    ["Quarters", { label: "Oct–Dec 2020", from: "2020-10-01", to: "2021-01-01" }, { label: "Oct–Dec 2019", from: "2019-10-01", to: "2020-01-01" }],
    ["Months", { label: "January 2021", from: "2021-01-01", to: "2021-02-01" }, { label: "August 2020", from: "2020-08-01", to: "2020-09-01" }],
  ]);
});
