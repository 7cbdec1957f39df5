const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Turns times as a clock on the wall shows them into instants, in one time zone. An hour that the clock skips is
 * moved forward by what it skips; of an hour that it shows twice, the first is meant.
 *
 * @param timeZone an IANA name
 * @returns from milliseconds since 1970-01-01T00:00 on the wall to milliseconds since 1970-01-01T00:00Z
 */
export function wallClock(timeZone: string): (wallMs: number) => number {
  const offsetAt = utcOffset(timeZone);
  const offsetsByDay = new Map<number, { before: number; after: number }>();

  return (wallMs) => {
    const day = Math.floor(wallMs / DAY_MS);
    let offsets = offsetsByDay.get(day);
    if (!offsets) {
      // No zone is further than a day from UTC, so a change of offset on this day lies between these two.
      offsets = { before: offsetAt((day - 1) * DAY_MS), after: offsetAt((day + 2) * DAY_MS) };
      offsetsByDay.set(day, offsets);
    }
    const { before, after } = offsets;
    if (before === after || offsetAt(wallMs - before) === before) return wallMs - before;
    return offsetAt(wallMs - after) === after ? wallMs - after : wallMs - before;
  };
}

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
function utcOffset(timeZone: string): (instantMs: number) => number {
  const clock = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (instantMs) => {
    const parts = new Map(clock.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const wallMs = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return wallMs - Math.floor(instantMs / 1000) * 1000;
  };
}
