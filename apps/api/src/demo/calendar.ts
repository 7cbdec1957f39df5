/**
 * The pilot's calendar. Days are counted from 1 May 2020 (day 0) and minutes from midnight, both in New York; the
 * pilot runs over nine months and the demo's today is 1 February 2021, 09:00 Eastern.
 */
const MILLISECONDS_PER_DAY = 86_400_000;
const DAY_ZERO = Date.UTC(2020, 4, 1);

/** The day number of a calendar date such as `2020-12-05`. */
export function dayOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / MILLISECONDS_PER_DAY);
}

const STANDARD_TIME_FROM = dayOf("2020-11-01");

/** The instant at which a day's minute begins in New York (daylight time until 31 October 2020). */
export function instant(day: number, minute: number): Date {
  const offsetHours = day < STANDARD_TIME_FROM ? 4 : 5;
  return new Date(DAY_ZERO + day * MILLISECONDS_PER_DAY + (offsetHours * 60 + minute) * 60_000);
}

/** Elapsed days, in fractions. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MILLISECONDS_PER_DAY;
}

/** The first day after the pilot: figures up to here are the pilot's. */
export const PILOT_END_DAY = dayOf("2021-02-01");
export const PILOT_END = instant(PILOT_END_DAY, 0);

/** First days of the nine months, and the day after the last. */
export const MONTH_STARTS = [
  "2020-05-01", "2020-06-01", "2020-07-01", "2020-08-01", "2020-09-01",
  "2020-10-01", "2020-11-01", "2020-12-01", "2021-01-01", "2021-02-01",
].map(dayOf);

/** 0 = May 2020 to 8 = January 2021. */
export function monthOf(day: number): number {
  return MONTH_STARTS.findLastIndex((start) => start <= day);
}

const HOLIDAYS = new Set(
  [
    "2020-05-25", "2020-07-03", "2020-09-07", "2020-11-26", "2020-11-27", "2020-12-24", "2020-12-25",
    "2020-12-28", "2020-12-29", "2020-12-30", "2020-12-31", "2021-01-01", "2021-01-18",
  ].map(dayOf),
);

export function isWorkday(day: number): boolean {
  const weekday = (day + 5) % 7; // 1 May 2020 was a Friday; 0 = Sunday
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day);
}

export function workdayOnOrAfter(day: number): number {
  return isWorkday(day) ? day : workdayOnOrAfter(day + 1);
}

export function workdayOnOrBefore(day: number): number {
  return isWorkday(day) ? day : workdayOnOrBefore(day - 1);
}
