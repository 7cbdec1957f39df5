import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInstant } from "./instant";
import { NOW } from "./testing";
import { Unreadable } from "./unreadable";

function read(cell: string): string {
  const value = readInstant(cell, NOW);
  return value instanceof Unreadable ? value.reason : value.toISOString();
}

const FORMS = "write it as 2020-05-31, 2020-05-31T14:30 or 5/31/2020 2:30 PM.";

describe("readInstant", () => {
  test.each([
    ["2020-05-01", "2020-05-01T04:00:00.000Z"],
    ["2020-12-01", "2020-12-01T05:00:00.000Z"],
    ["2020-05-01T09:30", "2020-05-01T13:30:00.000Z"],
    ["2020-05-01 09:30:15", "2020-05-01T13:30:15.000Z"],
    ["2020-05-01t09:30:15.1239z", "2020-05-01T09:30:15.123Z"],
    ["2020-05-01T09:30:15,5+05:30", "2020-05-01T04:00:15.500Z"],
    ["2020-05-01T09:30-0700", "2020-05-01T16:30:00.000Z"],
    ["2020-05-01T09:30-07", "2020-05-01T16:30:00.000Z"],
    [" 5/1/2020 ", "2020-05-01T04:00:00.000Z"],
    ["05/01/2020 09:30 am", "2020-05-01T13:30:00.000Z"],
    ["5/1/2020 9:30PM", "2020-05-02T01:30:00.000Z"],
    ["5/1/2020 12:00 AM", "2020-05-01T04:00:00.000Z"],
    ["5/1/2020 12:15 pm", "2020-05-01T16:15:00.000Z"],
    ["2020-02-29", "2020-02-29T05:00:00.000Z"],
  ])("%s is a moment", (cell, instant) => {
    expect(read(cell)).toBe(instant);
  });

  test("an hour that the clock skips is moved forward", () => {
    expect(read("2020-03-08T01:59")).toBe("2020-03-08T06:59:00.000Z");
    expect(read("2020-03-08T02:30")).toBe("2020-03-08T07:30:00.000Z");
    expect(read("3/8/2020 3:30 AM")).toBe("2020-03-08T07:30:00.000Z");
  });

  test("of an hour that the clock shows twice, the first is meant", () => {
    expect(read("2020-11-01T00:59")).toBe("2020-11-01T04:59:00.000Z");
    expect(read("2020-11-01T01:30")).toBe("2020-11-01T05:30:00.000Z");
    expect(read("2020-11-01T02:00")).toBe("2020-11-01T07:00:00.000Z");
  });

  test("a moment up to a day ahead is taken, a later one is not", () => {
    expect(read("2021-02-02T14:00:00Z")).toBe("2021-02-02T14:00:00.000Z");
    expect(read("2021-02-02T14:00:00.001Z")).toBe("More than a day in the future.");
  });

  test.each([
    ["5/1/20", `The year needs four digits: ${FORMS}`],
    ["05-01-20 9:00 AM", `The year needs four digits: ${FORMS}`],
    ["5/1/2020 9:30", `The time needs AM or PM: ${FORMS}`],
    ["yesterday", `Not a time: ${FORMS}`],
    ["2020-5-1", `Not a time: ${FORMS}`],
    ["44000", `Not a time: ${FORMS}`],
    ["2020-05-01T", `Not a time: ${FORMS}`],
    ["2/30/2020", "The calendar has no such day."],
    ["2019-02-29", "The calendar has no such day."],
    ["2020-13-01", "The calendar has no such day."],
    ["2020-05-00", "The calendar has no such day."],
    ["2020-05-01T24:00", "No clock shows this time of day."],
    ["5/1/2020 13:00 PM", "No clock shows this time of day."],
    ["5/1/2020 0:30 AM", "No clock shows this time of day."],
    ["2020-05-01T10:60", "No clock shows this time of day."],
    ["2020-05-01T10:00+25:00", "No place has this offset from UTC."],
    ["0020-05-01", "The year is before 1900."],
  ])("%s is none", (cell, reason) => {
    expect(read(cell)).toBe(reason);
  });

  test("reads back what the clock on the wall in New York shows", () => {
    const wall = new Intl.DateTimeFormat("en-US", {
      timeZone: "America/New_York",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
    });
    fc.assert(
      fc.property(fc.date({ min: new Date("1970-01-01Z"), max: NOW, noInvalidDate: true }), (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const shown = wall.format(minute).replaceAll(/[\u202F,]/g, (mark) => (mark === "," ? "" : " "));
        // The second of two hours that look the same cannot be told from the first.
        const hourBefore = new Date(minute.getTime() - 3_600_000);
        const meant = wall.format(hourBefore) === wall.format(minute) ? hourBefore : minute;
        expect(read(shown)).toBe(meant.toISOString());
      }),
      { numRuns: 2000 },
    );
  });
});
