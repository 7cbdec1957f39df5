import { expect, test } from "vitest";
import { missingMonths, monthsOf, numberOf, reportedText, statedFaults, type Stated } from "./offerWords";

const TODAY = "2021-02-01";
const offer = (activeFrom: string, activeTo: string | null, ...months: string[]) => ({ activeFrom, activeTo, uses: months.map((month) => ({ month, days: 3 })) });

test("days are reported for the months in which they were offered, up to this one", () => {
  expect(monthsOf(offer("2020-11-16", null), TODAY)).toEqual(["2021-02-01", "2021-01-01", "2020-12-01", "2020-11-01"]);
  expect(monthsOf(offer("2020-11-16", "2021-01-01"), TODAY)).toEqual(["2020-12-01", "2020-11-01"]);
});

test("a month is missing when it is over and nobody reported it", () => {
  expect(missingMonths(offer("2020-11-16", null, "2020-12-01"), TODAY)).toEqual(["2021-01-01", "2020-11-01"]);
  expect(missingMonths(offer("2021-02-01", null), TODAY)).toEqual([]);
});

test("what was reported last is told with what is missing", () => {
  expect(reportedText(offer("2020-12-01", null, "2020-12-01", "2021-01-01"), TODAY)).toEqual({ text: "3 days in Jan 2021", isMissing: false });
  expect(reportedText(offer("2020-12-01", null, "2020-12-01"), TODAY)).toEqual({ text: "3 days in Dec 2020; Jan 2021 missing", isMissing: true });
  expect(reportedText(offer("2021-02-01", null), TODAY)).toEqual({ text: "Has just begun", isMissing: false });
  expect(reportedText(offer("2020-12-01", null), TODAY)).toEqual({ text: "2 months not reported", isMissing: true });
});

const STATED: Stated = { systemId: "s", model: "PLUS_TEAM", schools: 2, people: 16, teachers: Number.NaN, daysPerMonth: 160, activeFrom: "2021-02-01", activeTo: "" };

test("what can be is kept", () => {
  expect(statedFaults(STATED)).toEqual({});
  expect(numberOf(" 1,200 ")).toBe(1200);
});

test.each([
  ["systemId", { systemId: null }],
  ["schools", { schools: 0 }],
  ["people", { people: 17 }],
  ["people", { people: 1.5 }],
  ["teachers", { teachers: 0 }],
  ["daysPerMonth", { daysPerMonth: 497 }],
  ["daysPerMonth", { daysPerMonth: Number.NaN }],
  ["activeTo", { activeTo: "2021-02-01" }],
] as const)("what cannot be is said at its field: %s", (field, wrong) => {
  expect(Object.keys(statedFaults({ ...STATED, ...wrong }))).toContain(field);
});
