/** The reader's own time zone, as the browser has it. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Tuesday, February 2, 10:00 AM EST": an instant in the reader's time zone, with its name. */
export const atLength = (instant: string | Date, timeZone = readerZone()): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone }).format(new Date(instant));

/** "Tuesday, February 2": the day of an instant in the reader's time zone. */
export const dayOf = (instant: string | Date, timeZone = readerZone()): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone }).format(new Date(instant));
