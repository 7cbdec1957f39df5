import { describe, expect, test } from "vitest";
import { bare, basisText, counted, intervalText, listed, lower, percent, spoken, valueText, type FigureFields } from "./format";

const figure = (fields: Partial<FigureFields>): FigureFields => ({
  value: null,
  low: null,
  high: null,
  n: null,
  withheld: null,
  ...fields,
});

describe("a value", () => {
  test.each([
    [1515, "count", "1,515"],
    [0.512, "share", "51%"],
    [0.043, "share", "4.3%"],
    [0.996, "share", "99.6%"],
    [1, "share", "100%"],
    [0, "share", "0%"],
    [4.75, "rating", "4.75"],
    [4.3, "months", "4.3 months"],
    [1.9, "days", "1.9 days"],
    [12.5, "hours", "12.5 h"],
    [0.85, "ratio", "0.85×"],
  ] as const)("%d as a %s is %s", (value, unit, text) => {
    expect(valueText(figure({ value }), unit)).toBe(text);
  });

  test("that is withheld says why, and is never a zero", () => {
    expect(valueText(figure({ withheld: "TOO_FEW" }), "count")).toBe("too few to show");
    expect(valueText(figure({ withheld: "NO_DATA" }), "share")).toBe("no data");
    expect(valueText(figure({ withheld: "NOT_REACHED" }), "months")).toBe("not reached yet");
  });

  test("known only by its bounds shows them", () => {
    expect(valueText(figure({ low: 2.9, high: 4.9 }), "rating")).toBe("2.90 to 4.90");
  });
});

describe("what a value rests on", () => {
  test("is its interval and its n", () => {
    const rating = figure({ value: 4.75, low: 4.7, high: 4.8, n: 412 });
    expect(intervalText(rating, "rating")).toBe("4.70–4.80");
    expect(basisText(rating, "rating")).toBe("95% interval 4.70–4.80 · n\u00a0412");
  });

  test("may be open above, where a curve never comes down", () => {
    expect(intervalText(figure({ value: 4.3, low: 3.8 }), "months")).toBe("from 3.8");
  });

  test("is n alone for an exact count, and nothing where the count is its own n", () => {
    expect(basisText(figure({ value: 812, n: 149 }), "count")).toBe("n\u00a0149");
    expect(basisText(figure({ value: 149, n: 149 }), "count")).toBe("");
  });
});

test("a percentage never rounds up to all or down to none", () => {
  expect(percent(0.9996)).toBe("> 99.9%");
  expect(percent(0.0004)).toBe("< 0.1%");
  expect(percent(0.9949)).toBe("99%");
});

test("prose has three significant figures at most", () => {
  expect(spoken(939988)).toBe("940,000");
  expect(spoken(4.7512)).toBe("4.75");
});

test("a ratio has three figures, however large", () => {
  expect([0.084, 8.53, 21.214, 80.42, 120.4].map((value) => bare(value, "ratio"))).toEqual(["0.08", "8.53", "21.2", "80.4", "120"]);
});

test("a label within a sentence is small, but for the capitals of an abbreviation", () => {
  expect([lower("Staffing models"), lower("EdTech selection"), lower("PLC practice")]).toEqual(["staffing models", "EdTech selection", "PLC practice"]);
});

test("phrases with commas of their own are set apart by semicolons", () => {
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(listed(["a, b", "c"])).toBe("a, b; and c");
  expect(listed(["a"])).toBe("a");
  expect(listed([])).toBe("");
});

test("one is singular", () => {
  expect(counted(1, "topic")).toBe("1 topic");
  expect(counted(1200, "topic")).toBe("1,200 topics");
});

test("a count that is sure to some hundred thousand is not written to the last student, one that is sure to some ten is", () => {
  const students = { value: 1_197_330, low: 902_418, high: 1_492_242, n: null, withheld: null };
  expect([valueText(students, "count"), intervalText(students, "count")]).toEqual(["1,200,000", "900,000–1,490,000"]);
  const requests = { value: 1_262, low: 1_240, high: 1_284, n: null, withheld: null };
  expect([valueText(requests, "count"), intervalText(requests, "count")]).toEqual(["1,262", "1,240–1,284"]);
});
