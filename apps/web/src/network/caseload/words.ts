import type { LeaderAskKind, SessionMode } from "../../gql/graphql";

/** The four levels of challenge, in a word or three each. */
export const LEVELS = ["Stabilise", "Define", "Plan and do", "Redesign"] as const;

export const MODES: Readonly<Record<SessionMode, string>> = { VIDEO: "By video", PHONE: "By telephone", IN_PERSON: "In person", EMAIL: "By e-mail" };

export const MODE_CHOICES = (Object.entries(MODES) as [SessionMode, string][]).map(([value, label]) => ({ value, label }));

export const ASKED: Readonly<Partial<Record<LeaderAskKind, string>>> = {
  MORE: "would like more help",
  ANOTHER_CALL: "would like another call",
  STOP: "would like to stop",
  MESSAGE: "writes",
};

/** "Tue, Feb 2, 10:00 AM EST": in the reader's own time zone, with its name. */
export const timeOf = (instant: string, timeZone?: string): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short", ...(timeZone !== undefined && { timeZone }) }).format(new Date(instant));

/** "Feb 2, 2021", in the reader's own time zone. */
export const dayOf = (instant: string, timeZone?: string): string => new Intl.DateTimeFormat("en-US", { dateStyle: "medium", ...(timeZone !== undefined && { timeZone }) }).format(new Date(instant));

/** "Feb 2": of a day without a time, which is the same day everywhere. */
export const dateOf = (day: string): string => new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** How others use a resource: never of how few. */
export function sharedWords(elsewhere: number | null, lastUsedAt: string | null): string {
  const others = elsewhere === null ? "few relationships elsewhere so far" : `${elsewhere} or more relationships elsewhere`;
  return lastUsedAt === null ? `Shared in ${others}.` : `You shared it last on ${dayOf(lastUsedAt)}. Shared in ${others}.`;
}

/** What a field of type datetime-local takes: an instant in the reader's own time zone. */
export function localInput(instant: Date): string {
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${instant.getFullYear()}-${digits(instant.getMonth() + 1)}-${digits(instant.getDate())}T${digits(instant.getHours())}:${digits(instant.getMinutes())}`;
}

/** A list as people write it. */
export const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);

const HALF_HOUR_MS = 30 * 60_000;
const DAY_MS = 86_400_000;
const USUAL_PAUSE_DAYS = 14;

/** When a next call is proposed: two weeks after the last at the same time of day, but tomorrow at the earliest; on the half hour. */
export function proposedStart(lastHeldAt: string | null, now: string): Date {
  const earliest = Date.parse(now) + DAY_MS;
  let start = lastHeldAt === null ? earliest : Date.parse(lastHeldAt) + USUAL_PAUSE_DAYS * DAY_MS;
  if (start < earliest) start += Math.ceil((earliest - start) / DAY_MS) * DAY_MS;
  return new Date(Math.ceil(start / HALF_HOUR_MS) * HALF_HOUR_MS);
}
