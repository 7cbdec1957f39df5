import type { Availability, WeeklyWindow } from "./ask";

/** From and to, in minutes since 1970 UTC; the end is not in it. */
export type Interval = readonly [from: number, to: number];

/** One week in every time zone. */
export interface LocalWeek {
  /** What lies within the week of somebody's own calendar: merged, in order. */
  readonly within: (availability: Availability) => readonly Interval[];
  /** The same with the days before and after, in which it is still that week elsewhere. */
  readonly around: (availability: Availability) => readonly Interval[];
}

const DAY = 1440;
/** Days that can be that week somewhere: time zones are up to 26 hours apart. */
const MARGIN_DAYS = 2;

/**
 * Local windows as intervals of universal time in one week, by the clocks of that week: summer time begins and ends on different
 * days in different countries, and in some of them never.
 *
 * A time that the clocks skip is the moment of the skip; one that comes twice is the first.
 *
 * @param week its Monday, `2026-11-23`.
 * @returns functions that throw RangeError for a window that is none, and for a time zone that is not known.
 * @throws RangeError if `week` is not a Monday.
 */
export function localWeek(week: string): LocalWeek {
  const monday = Date.parse(`${week}T00:00:00Z`) / 60_000;
  if (!/^\d{4}-\d\d-\d\d$/.test(week) || !Number.isFinite(monday) || new Date(monday * 60_000).getUTCDay() !== 1) {
    throw new RangeError(`a week is given by its Monday, such as 2026-11-23, got ${week}`);
  }
  const clocks = new Map<string, (local: number) => number>();
  const clockOf = (zone: string) => {
    const clock = clocks.get(zone) ?? universalTime(zone, monday);
    clocks.set(zone, clock);
    return clock;
  };
  const between = ({ timeZone, windows }: Availability, first: number, last: number) => {
    const universal = clockOf(timeZone);
    const found: Interval[] = [];
    for (const window of windows) {
      assertWindow(window);
      for (let day = window.day - 1 - 7; day <= last; day += 7) {
        if (day < first) continue;
        const start = monday + day * DAY;
        found.push([universal(start + window.from), universal(start + window.to)]);
      }
    }
    return merged(found);
  };
  return { within: onceEach((availability) => between(availability, 0, 6)), around: onceEach((availability) => between(availability, -MARGIN_DAYS, 6 + MARGIN_DAYS)) };
}

/** The same answer for the same object, worked out once. */
function onceEach<K extends object, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? answer(key);
    known.set(key, value);
    return value;
  };
}

function assertWindow({ day, from, to }: WeeklyWindow): void {
  if (!(Number.isInteger(day) && day >= 1 && day <= 7)) throw new RangeError(`a day is 1 to 7, got ${day}`);
  if (!(from >= 0 && from < to && to <= DAY)) throw new RangeError(`a window lies within a day and ends after it begins, got ${from} to ${to}`);
}

/** From local to universal minutes, for the days around a week. No zone changes its clocks twice in so short a time. */
function universalTime(zone: string, monday: number): (local: number) => number {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const offsetAt = (minute: number) => {
    const parts = new Map(clock.formatToParts(minute * 60_000).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) / 60_000 - minute;
  };
  let [before, after] = [monday - 4 * DAY, monday + 11 * DAY];
  const [earlier, later] = [offsetAt(before), offsetAt(after)];
  if (earlier === later) return (local) => local - earlier;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === earlier) before = middle;
    else after = middle;
  }
  return (local) => (local - earlier < after ? local - earlier : Math.max(after, local - later));
}

function merged(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(([from, to]) => from < to).sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
