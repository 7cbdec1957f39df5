import { describe, expect, test } from "vitest";
import { addDays, isCalendarDate, monthStart, periodName, periodOfKey, presets } from "./period";

describe("dates", () => {
  test.each(["2020-02-29", "1999-12-31"])("%s is one", (text) => expect(isCalendarDate(text)).toBe(true));
  test.each(["2021-02-29", "2020-13-01", "2020-1-1", "20-01-01", "2020-05-01T00:00", ""])("%s is none", (text) =>
    expect(isCalendarDate(text)).toBe(false),
  );

  test("move over months and years", () => {
    expect(addDays("2020-12-31", 1)).toBe("2021-01-01");
    expect(addDays("2020-03-01", -1)).toBe("2020-02-29");
    expect(monthStart("2020-12-17", 1)).toBe("2021-01-01");
    expect(monthStart("2021-01-17", -1)).toBe("2020-12-01");
  });
});

describe("the period of a column", () => {
  test("is its month, its quarter or its ISO week", () => {
    expect(periodOfKey("2020-05")).toEqual({ from: "2020-05-01", to: "2020-06-01" });
    expect(periodOfKey("2020-Q4")).toEqual({ from: "2020-10-01", to: "2021-01-01" });
    // 2020 has 53 ISO weeks; the last runs into 2021 (ISO 8601).
    expect(periodOfKey("2020-W53")).toEqual({ from: "2020-12-28", to: "2021-01-04" });
    expect(periodOfKey("2020-W01")).toEqual({ from: "2019-12-30", to: "2020-01-06" });
  });

  test.each(["UNKNOWN", "2020", "2020-13", "CA"])("%s has none", (key) => expect(periodOfKey(key)).toBeNull());
});

describe("a period in words", () => {
  test("names whole months, its last day included", () => {
    expect(periodName({ from: "2020-08-01", to: "2021-01-01" })).toBe("Aug 2020 – Dec 2020");
    expect(periodName({ from: "2020-05-01", to: "2020-06-01" })).toBe("May 2020");
  });

  test("names days where it must, and open ends", () => {
    expect(periodName({ from: "2020-08-14", to: "2020-08-15" })).toBe("Aug 14, 2020");
    expect(periodName({ from: "2020-08-14" })).toBe("since Aug 14, 2020");
    expect(periodName({ to: "2021-01-01" })).toBe("until Dec 2020");
    expect(periodName({})).toBeNull();
  });
});

const of = (today: string) => new Map(presets(today).map((preset) => [preset.label, preset]));

describe("presets", () => {
  test("follow the school year, which turns in July", () => {
    expect(of("2021-02-01").get("School year 2020–21")).toMatchObject({ from: "2020-07-01", to: "2021-07-01" });
    expect(of("2020-06-30").has("School year 2019–20")).toBe(true);
    expect(of("2020-07-01").has("School year 2020–21")).toBe(true);
  });

  test("include today and never begin after it", () => {
    expect(of("2021-02-01").get("Last 4 weeks")).toMatchObject({ from: "2021-01-05", to: "2021-02-02" });
    expect(presets("2020-08-15").every(({ from }) => from <= "2020-08-15")).toBe(true);
  });
});
