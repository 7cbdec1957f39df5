import { Kind } from "graphql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DateScalar, DateTimeScalar } from "./scalars";

describe("a Date", () => {
  test("is every day from 1900 to 2200, as its own text", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-12-31T00:00:00Z"), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(DateScalar.parseValue(day)).toBe(day);
        expect(DateScalar.parseLiteral({ kind: Kind.STRING, value: day }, {})).toBe(day);
      }),
    );
  });

  test.each(["2021-02-30", "2021-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "0000-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])(
    "%s is no day that the network knows",
    (text) => expect(() => DateScalar.parseValue(text)).toThrow("is not a day between 1900 and 2200"),
  );

  test.each([["2021-1-1"], ["2021-01-01T00:00:00Z"], [" 2021-01-01"], ["2021-01-01\n"], ["٢٠٢١-٠١-٠١"], [""], [20210101], [null], [true], [{}], [["2021-01-01"]]])(
    "%j is not how a day is written",
    (value) => expect(() => DateScalar.parseValue(value)).toThrow("written as year-month-day"),
  );

  test("is no number or enum in an operation's text", () => {
    expect(() => DateScalar.parseLiteral({ kind: Kind.INT, value: "20210101" }, {})).toThrow("written as year-month-day");
    expect(() => DateScalar.parseLiteral({ kind: Kind.ENUM, value: "TODAY" }, {})).toThrow("written as year-month-day");
  });
});

test("a DateTime is told in UTC", () => {
  expect(JSON.stringify(DateTimeScalar.serialize(new Date("2020-05-04T09:00:00-04:00")))).toBe('"2020-05-04T13:00:00.000Z"');
});
