import { NETWORK_TIME_ZONE } from "@arl/schema/network";

/** A day of the network's calendar, written `2020-05-31`. */
export type Day = string;
export type Interval = "WEEK" | "MONTH" | "QUARTER";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat("en-US", {
  timeZone: NETWORK_TIME_ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

const readings = new Map<number, string>();

/** What clock and calendar on the wall show at an instant: `2020-05-31T23:59:00`. */
export function wallTime(instant: Date): string {
  const known = readings.get(instant.getTime());
  if (known !== undefined) return known;
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const reading = `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}`;
  readings.set(instant.getTime(), reading);
  return reading;
}

export function dayOf(instant: Date): Day {
  return wallTime(instant).slice(0, 10);
}

/** The instants (none, one or two) at which the wall shows `2020-05-31T23:59:00`. */
export function instantsAt(wall: string): Date[] {
  const asIfUtc = new Date(`${wall}Z`).getTime();
  return [4, 5].map((hours) => new Date(asIfUtc + hours * HOUR)).filter((instant) => wallTime(instant) === wall);
}

/** The instant at which a day begins in the network's time zone. */
export function startOfDay(day: Day): Date {
  const [instant] = instantsAt(`${day}T00:00:00`);
  if (!instant) throw new RangeError(`${day} is no day`);
  return instant;
}

/** Calendar arithmetic on days is done as if they were days in UTC, which all have 24 hours. */
function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function fromUtc(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return fromUtc(new Date(utc(day).getTime() + days * DAY));
}

function addMonths(firstOfMonth: Day, months: number): Day {
  const date = utc(firstOfMonth);
  date.setUTCMonth(date.getUTCMonth() + months);
  return fromUtc(date);
}

/** First day of the week (Monday), month or quarter that a day lies in. */
export function startOfInterval(day: Day, interval: Interval): Day {
  const date = utc(day);
  if (interval === "WEEK") return addDays(day, -((date.getUTCDay() + 6) % 7));
  const month = date.getUTCMonth();
  const first = interval === "MONTH" ? month : month - (month % 3);
  return fromUtc(new Date(Date.UTC(date.getUTCFullYear(), first, 1)));
}

function startOfNext(start: Day, interval: Interval): Day {
  if (interval === "WEEK") return addDays(start, 7);
  return addMonths(start, interval === "MONTH" ? 1 : 3);
}

/** The starts of all intervals from the first to the last of the days given, empty ones included. */
export function intervalsFrom(days: readonly Day[], interval: Interval): Day[] {
  const sorted = [...days].sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const starts: Day[] = [];
  if (first === undefined || last === undefined) return starts;
  for (let start = startOfInterval(first, interval); start <= last; start = startOfNext(start, interval)) {
    starts.push(start);
  }
  return starts;
}

/** `2020-05`, `2020-Q2` or the ISO week `2020-W19` (a week belongs to the year of its Thursday). */
export function intervalKey(start: Day, interval: Interval): string {
  const year = start.slice(0, 4);
  if (interval === "MONTH") return start.slice(0, 7);
  if (interval === "QUARTER") return `${year}-Q${(Number(start.slice(5, 7)) + 2) / 3}`;
  const thursday = addDays(start, 3);
  const yearOfWeek = thursday.slice(0, 4);
  const dayOfYear = (utc(thursday).getTime() - utc(`${yearOfWeek}-01-01`).getTime()) / DAY;
  return `${yearOfWeek}-W${String(1 + Math.floor(dayOfYear / 7)).padStart(2, "0")}`;
}

/** Months from one first-of-month to another. */
export function monthsBetween(from: Day, to: Day): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
