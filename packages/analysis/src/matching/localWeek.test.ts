import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localWeek } from "./localWeek";
import { overlapValue, sharedMinutes } from "./overlap";

const nine = (timeZone: string, day = 1, from = 540, to = 600) => ({ timeZone, windows: [{ day, from, to }] });
const utc = (intervals: readonly (readonly [number, number])[]) => intervals.map((interval) => interval.map((minute) => new Date(minute * 60_000).toISOString().slice(0, 16)));

describe("localWeek", () => {
  test("reads windows by the clocks of that week, before and after summer time begins", () => {
    expect(utc(localWeek("2026-03-02").within(nine("America/New_York")))).toEqual([["2026-03-02T14:00", "2026-03-02T15:00"]]);
    expect(utc(localWeek("2026-03-09").within(nine("America/New_York")))).toEqual([["2026-03-09T13:00", "2026-03-09T14:00"]]);
    expect(utc(localWeek("2026-03-09").within(nine("America/Phoenix")))).toEqual([["2026-03-09T16:00", "2026-03-09T17:00"]]);
  });

  test("reads one week on both sides of a change within it", () => {
    const both = { timeZone: "America/Chicago", windows: [{ day: 6, from: 540, to: 600 }, { day: 7, from: 540, to: 600 }] };
    expect(utc(localWeek("2026-10-26").within(both))).toEqual([["2026-10-31T14:00", "2026-10-31T15:00"], ["2026-11-01T15:00", "2026-11-01T16:00"]]);
  });

  test("an hour that the clocks skip is none, and one that comes twice is counted from its first to its end", () => {
    expect(localWeek("2026-03-02").within(nine("America/Denver", 7, 120, 180))).toEqual([]);
    expect(utc(localWeek("2026-10-26").within(nine("America/Denver", 7, 60, 120)))).toEqual([["2026-11-01T07:00", "2026-11-01T09:00"]]);
  });

  test("windows that touch or overlap are one", () => {
    const windows = [{ day: 2, from: 600, to: 660 }, { day: 2, from: 540, to: 600 }, { day: 2, from: 550, to: 580 }];
    expect(utc(localWeek("2026-11-23").within({ timeZone: "UTC", windows }))).toEqual([["2026-11-24T09:00", "2026-11-24T11:00"]]);
  });

  test("what is no Monday, no window or no zone is an error", () => {
    expect(() => localWeek("2026-11-22")).toThrow("Monday");
    expect(() => localWeek("next week")).toThrow("Monday");
    expect(() => localWeek("2026-11-23").within(nine("UTC", 8))).toThrow("day");
    expect(() => localWeek("2026-11-23").within(nine("UTC", 1, 600, 600))).toThrow("window");
    expect(() => localWeek("2026-11-23").within(nine("Mars/Olympus"))).toThrow(RangeError);
  });
});

describe("sharedMinutes", () => {
  test("two zones share an hour that neither calls by the same name", () => {
    expect(sharedMinutes(nine("America/New_York", 1, 720, 840), nine("America/Los_Angeles", 1, 480, 600), localWeek("2026-11-23"))).toBe(120 - 60);
  });

  test("where only one of two zones has summer time, what they share depends on the week", () => {
    const [denver, phoenix] = [nine("America/Denver"), nine("America/Phoenix")];
    expect(sharedMinutes(denver, phoenix, localWeek("2026-11-23"))).toBe(60);
    expect(sharedMinutes(denver, phoenix, localWeek("2026-07-06"))).toBe(0);
  });

  test("a Monday in Guam meets a Sunday in Hawaii", () => {
    expect(sharedMinutes(nine("Pacific/Guam", 1, 480, 600), nine("Pacific/Honolulu", 7, 720, 840), localWeek("2026-11-23"))).toBe(120);
    expect(sharedMinutes(nine("Pacific/Honolulu", 7, 720, 840), nine("Pacific/Guam", 1, 480, 600), localWeek("2026-11-23"))).toBe(120);
  });

  test("stretches under half an hour do not count, and what is not known is not none", () => {
    const week = localWeek("2026-11-23");
    expect(sharedMinutes(nine("UTC", 1, 540, 600), nine("UTC", 1, 575, 700), week)).toBe(0);
    expect(sharedMinutes(nine("UTC"), null, week)).toBeNull();
    expect([null, 0, 60, 500].map(overlapValue)).toEqual([0.5, 0, 0.5, 1]);
  });

  test("is never over what the leader has, nor less where the coach has more time", () => {
    const window = fc.record({ day: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 1380 }), length: fc.integer({ min: 30, max: 300 }) }).map(({ day, from, length }) => ({ day, from, to: Math.min(1440, from + length) }));
    const zone = fc.constantFrom("America/New_York", "America/Los_Angeles", "Pacific/Guam", "UTC");
    fc.assert(
      fc.property(zone, zone, fc.array(window, { maxLength: 6 }), fc.array(window, { maxLength: 6 }), window, (mine, theirs, leader, coach, more) => {
        const week = localWeek("2026-11-23");
        const has = { timeZone: mine, windows: leader };
        const shared = sharedMinutes(has, { timeZone: theirs, windows: coach }, week) ?? 0;
        expect(shared).toBeLessThanOrEqual(week.within(has).reduce((sum, [from, to]) => sum + to - from, 0));
        expect(sharedMinutes(has, { timeZone: theirs, windows: [...coach, more] }, week) ?? 0).toBeGreaterThanOrEqual(shared);
      }),
    );
  });
});
