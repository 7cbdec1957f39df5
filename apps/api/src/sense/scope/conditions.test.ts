import { expect, test } from "vitest";
import { conditionAt, conditionsOf } from "./conditions";
import { NO_CONDITION } from "./publishedScope";

const isDomain = (code: string) => code === "VHR";

test("a scope's conditions are its filters, its topic where it selects rows, and its period", () => {
  const scope = { ...NO_CONDITION, states: ["CA"], titleI: false, topics: ["VHR-PED", "VHR-NRM"], from: "2020-07-01", to: "2020-10-01" };
  expect(conditionsOf(scope, ["VHR"], "select", isDomain)).toEqual(["STATE=CA", "TITLE_I=false", "DOMAIN=VHR", "QUARTER=2020-Q3"]);
  expect(conditionsOf(scope, ["VHR-PED"], "show", isDomain)).toEqual(["STATE=CA", "TITLE_I=false", "QUARTER=2020-Q3"]);
  expect(conditionsOf(NO_CONDITION, [], "select", isDomain)).toEqual([]);
});

test("a heading stands for the same condition as the scope that says the same", () => {
  const may = { ...NO_CONDITION, from: "2020-05-01", to: "2020-06-01" };
  const year = { ...NO_CONDITION, from: "2020-01-01", to: "2021-01-01" };
  expect([conditionAt("MONTH", "2020-05-01 00:00:00")]).toEqual(conditionsOf(may, [], "select", isDomain));
  expect(conditionAt("QUARTER", "2020-07-01 00:00:00")).toBe("QUARTER=2020-Q3");
  expect(conditionsOf(year, [], "select", isDomain)).toEqual(["YEAR=2020"]);
  expect(conditionAt("LOCALE", "UNKNOWN")).toBe("LOCALE=UNKNOWN");
});
