import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { Unreadable } from "./unreadable";
import { wallClock } from "./zone";

const DAY_MS = 86_400_000;
const EARLIEST_YEAR = 1900;

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<zone>Z|[+-]\d{2}(?::?\d{2})?))?)?$/i;
const US =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?:[ ,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))? ?(?<half>[AP]M))?$/i;
const TWO_DIGIT_YEAR = /^\d{1,2}[/-]\d{1,2}[/-]\d{2}(?!\d)/;
const NO_HALF_OF_DAY = /^\d{1,2}\/\d{1,2}\/\d{4}[ ,]+\d{1,2}:\d{2}(?::\d{2})?$/;

const FORMS = "write it as 2020-05-31, 2020-05-31T14:30 or 5/31/2020 2:30 PM.";

const inNetworkZone = wallClock(NETWORK_TIME_ZONE);

/**
 * A moment written as ISO 8601 (a date, or date and time, with or without offset) or the US way
 * (m/d/yyyy, with or without h:mm AM). Without an offset it is in the network's time zone; a date alone is its midnight.
 *
 * @param now moments more than a day later are refused
 */
export function readInstant(cell: string, now: Date): Date | Unreadable {
  const text = cell.trim();
  const groups = (ISO.exec(text) ?? US.exec(text))?.groups;
  if (!groups) return new Unreadable(whyNoTime(text));

  const { year, month, day, hour = "0", minute = "0", second = "0", fraction = "", half, zone } = groups;
  const hours = hourOfDay(Number(hour), half);
  if (hours === null || hours > 23 || Number(minute) > 59 || Number(second) > 59) {
    return new Unreadable("No clock shows this time of day.");
  }
  if (Number(year) < EARLIEST_YEAR) return new Unreadable(`The year is before ${EARLIEST_YEAR}.`);
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) {
    return new Unreadable("The calendar has no such day.");
  }

  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const wallMs = midnight.getTime() + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  const offset = zone === undefined ? null : offsetOf(zone);
  if (offset !== null && Math.abs(offset) >= DAY_MS) return new Unreadable("No place has this offset from UTC.");
  const instant = offset === null ? inNetworkZone(wallMs) : wallMs - offset;
  if (instant > now.getTime() + DAY_MS) return new Unreadable("More than a day in the future.");
  return new Date(instant);
}

function whyNoTime(text: string): string {
  if (TWO_DIGIT_YEAR.test(text)) return `The year needs four digits: ${FORMS}`;
  if (NO_HALF_OF_DAY.test(text)) return `The time needs AM or PM: ${FORMS}`;
  return `Not a time: ${FORMS}`;
}

/** Null where a clock with two halves has no such hour. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}

/** Milliseconds ahead of UTC; a day where it is none. */
function offsetOf(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.replace(":", "");
  const minutes = Number(digits.slice(3, 5) || "0");
  const ms = (Number(digits.slice(1, 3)) * 60 + minutes) * 60_000;
  if (minutes > 59) return DAY_MS;
  return digits.startsWith("-") ? -ms : ms;
}
