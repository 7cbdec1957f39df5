import { DAY, HOUR, startOfDay, addDays } from "./calendar";
import type { Rng } from "./random";

const MINUTE = 60_000;

/** The first and the last instant of anything in a random network. */
export const EARLIEST = new Date("2020-05-01T04:00:00Z");
export const LATEST = new Date("2021-01-31T17:00:00Z");

/** Instants at which months, quarters, ISO years and the clock itself turn, in New York and in UTC. */
const TRAPS: readonly Date[] = [
  "2020-05-11T03:59:00Z", // Sunday's last minute in New York, Monday in UTC
  "2020-05-11T04:00:00Z",
  "2020-06-01T00:00:00Z", // May in New York
  "2020-06-01T03:59:59Z",
  "2020-06-01T04:00:00Z",
  "2020-07-01T03:30:00Z",
  "2020-07-01T04:00:00Z",
  "2020-10-01T03:59:00Z",
  "2020-10-01T04:00:00Z",
  "2020-11-01T03:59:00Z", // the last of October, summer time
  "2020-11-01T05:30:00Z", // 1:30, for the first time
  "2020-11-01T06:30:00Z", // 1:30, once more
  "2020-11-02T04:30:00Z", // Sunday still: winter time
  "2020-12-01T04:59:00Z",
  "2020-12-28T04:59:00Z", // ISO week 52
  "2020-12-28T05:00:00Z", // ISO week 53
  "2021-01-01T00:00:00Z",
  "2021-01-01T04:59:59Z",
  "2021-01-01T05:00:00Z", // a new year, in week 53 of the old one
  "2021-01-04T05:00:00Z", // ISO week 1
].map((instant) => new Date(instant));

function within(from: Date, instant: Date): boolean {
  return instant >= from && instant <= LATEST;
}

/** An instant from `from` to at most `days` later: mostly a whole minute, at times a second, a midnight or a trap. */
export function instantAfter(rng: Rng, from: Date, days: number): Date {
  const latest = Math.min(LATEST.getTime(), from.getTime() + days * DAY);
  const chance = rng.next();
  if (chance < 0.08) {
    const near = TRAPS.filter((trap) => within(from, trap) && trap.getTime() <= latest);
    if (near.length > 0) return rng.pick(near);
  }
  const plain = new Date(rng.int(from.getTime(), Math.max(from.getTime(), latest)));
  if (chance < 0.14) {
    const midnight = startOfDay(addDays(plain.toISOString().slice(0, 10), 0));
    if (within(from, midnight) && midnight.getTime() <= latest) return midnight;
  }
  const grain = chance < 0.3 ? 1_000 : MINUTE;
  const rounded = new Date(Math.ceil(plain.getTime() / grain) * grain);
  return within(from, rounded) ? rounded : from;
}

/** An instant somewhere in the pilot. */
export function anyInstant(rng: Rng): Date {
  return instantAfter(rng, new Date(EARLIEST.getTime() + rng.int(0, 24) * HOUR), 270);
}
