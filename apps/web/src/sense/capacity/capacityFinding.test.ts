import { expect, test } from "vitest";
import { capacitySentence, lastMonth, modelsSentence, partsTitle, restsOn, told, unreported, type Missing, type Model } from "./capacityFinding";

const figure = (value: number | null, n = 1) => ({ value, low: null, high: null, n, withheld: value === null ? ("NO_DATA" as const) : null });
const model = (of: Model["model"], offered: number, used: number): Model => ({ model: of, offered: figure(offered, 12), used: figure(used, 5), perTeacher: figure(null) });
const NONE: Missing = new Set();
const MODELS = [model("ORGANISATION", 120.4, 60), model("PLUS_TEAM", 261.6, 180), model("PEER", 30, 20)];

test("the page opens with what was offered and used in the last whole month, over all models", () => {
  expect(lastMonth("2021-02-01")).toEqual({ from: "2021-01-01", to: "2021-02-01" });
  expect(capacitySentence(MODELS, "2021-01-01", false, null)).toBe("Of 412 coaching days offered in Jan 2021, 260 were used.");
});

test("what nobody has reported yet is no day that was not used", () => {
  expect(capacitySentence(MODELS, "2021-01-01", true, null)).toBe("Of 412 coaching days offered in Jan 2021, 260 were used, as far as they are reported.");
});

test("where reports are missing, a part is the least that it can be; where all are, there is none", () => {
  const silent = { ...model("PEER", 30, 0), used: figure(0, 0) };
  expect(partsTitle([...MODELS.slice(0, 2), silent], "2021-01-01", new Set(["PLUS_TEAM", "PEER"]))).toBe("Plus teams used at least 69% of their days in Jan 2021, organisations' coaches 50%");
});

test("a month is missing of what was offered in it and not reported", () => {
  const offer = (activeFrom: string, activeTo: string | null, ...months: string[]) => ({ activeFrom, activeTo, uses: months.map((month) => ({ month })) });
  const month = lastMonth("2021-02-01");
  const offers = [offer("2020-09-01", null, "2020-12-01"), offer("2020-09-01", null, "2021-01-01"), offer("2020-09-01", "2021-01-01"), offer("2021-02-01", null), offer("2021-01-31", null)];
  expect(unreported(offers, month)).toEqual([offers[0], offers[4]]);
});

test("a lead reads of the own organisation", () => {
  expect(capacitySentence([model("ORGANISATION", 9.44, 0.9)], "2021-01-01", false, "North")).toBe("Of 9.4 coaching days that North offered in Jan 2021, 0.9 were used.");
  expect(partsTitle(MODELS.slice(0, 1), "2021-01-01", NONE, "North")).toBe("North used 50% of its days in Jan 2021");
});

test("a month in which nothing was there is said to have had nothing", () => {
  expect(capacitySentence([], "2021-01-01", false, null)).toBe("No coaching days were offered or used in Jan 2021.");
  expect(partsTitle([], "2021-01-01", NONE)).toBe("What was used in Jan 2021 is not known");
});

test("models are told apart where there are several", () => {
  expect(modelsSentence(MODELS)).toBe("Organisations' coaches 60 of 120, Plus teams 180 of 262 and peers 20 of 30.");
  expect(modelsSentence(MODELS.slice(0, 1))).toBe("");
  expect(partsTitle(MODELS, "2021-01-01", NONE)).toBe("Plus teams used 69% of their days in Jan 2021, peers 67% and organisations' coaches 50%");
});

test("some days are never told as none, and none never as some", () => {
  expect([told(0), told(0.04), told(9.94), told(10.4)]).toEqual(["0", "0", "9.9", "10"]);
  expect(restsOn("PEER", MODELS[2] ?? model("PEER", 0, 0))).toBe("12 people who coach, 5 reports");
});
