import { describe, expect, test } from "vitest";
import { csvText, fileName } from "./csv";

describe("an export", () => {
  test("says what it is before its rows", () => {
    const text = csvText(["Leaders ask most for x", "Filters: none"], ["Topic", "Count"], [["a", 3]]);
    expect(text).toBe("# Leaders ask most for x\r\n# Filters: none\r\nTopic,Count\r\na,3\r\n");
  });

  test("quotes commas, quotes and line breaks", () => {
    expect(csvText([], ["a"], [['x, "y"\nz']])).toBe('a\r\n"x, ""y""\nz"\r\n');
    expect(csvText(["a, b"], ["c"], [])).toBe('"# a, b"\r\nc\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("keeps a spreadsheet from running %j", (text) => {
    expect(csvText([], ["a"], [[text]])).toBe(`a\r\n'${text}\r\n`);
  });

  test("leaves numbers alone, negative ones too", () => {
    expect(csvText([], ["a", "b"], [[-0.25, 1e-7]])).toBe("a,b\r\n-0.25,1e-7\r\n");
  });

  test("leaves a withheld value empty, never zero", () => {
    expect(csvText([], ["a", "b"], [[null, Number.NaN]])).toBe("a,b\r\n,\r\n");
  });
});

test("a title makes a file's name", () => {
  expect(fileName("45 of 51 intervals leave room, for “no change”!")).toBe("45-of-51-intervals-leave-room-for-no-change");
  expect(fileName("—")).toBe("figure");
});
