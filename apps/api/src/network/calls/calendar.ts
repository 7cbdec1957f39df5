import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { PlannedCallRow } from "./call.table";

/** Somebody with an address that a calendar can show. */
export interface Named {
  readonly name: string;
  readonly address: string;
}

export interface CalendarCall extends Pick<PlannedCallRow, "id" | "startsAt" | "minutes" | "mode" | "place" | "sequence" | "cancelledAt" | "madeAt"> {
  /** What stands in the calendar, such as "Coaching call: North Creek with Ada". */
  readonly summary: string;
  readonly organizer: Named | null;
  readonly attendees: readonly Named[];
}

/** The UID by which a calendar knows a call again when it is moved or called off. */
const uidOf = (id: string): string => `${id}@calls.coaching-network`;

const MODES: Readonly<Record<PlannedCallRow["mode"], string>> = { video: "By video", phone: "By telephone", in_person: "In person", email: "By e-mail" };

/** One call for one calendar (RFC 5546): it enters it, moves it or takes it out. Times are in UTC, which every calendar shows in its own zone. */
export function invitationOf(call: CalendarCall): { method: "REQUEST" | "CANCEL"; ics: string } {
  const method = call.cancelledAt === null ? "REQUEST" : "CANCEL";
  return { method, ics: calendarOf("Coaching call", [call], ICalCalendarMethod[method]) };
}

/** All of somebody's calls, for a calendar that subscribes to them. */
export const feedOf = (name: string, calls: readonly CalendarCall[]): string => calendarOf(name, calls, ICalCalendarMethod.PUBLISH);

function calendarOf(name: string, calls: readonly CalendarCall[], method: ICalCalendarMethod): string {
  const calendar = ical({ name, method, prodId: { company: "coaching-network", product: "calls", language: "EN" } });
  for (const { id, startsAt, minutes, mode, place, sequence, cancelledAt, madeAt, summary, organizer, attendees } of calls) {
    calendar.createEvent({
      id: uidOf(id),
      start: startsAt,
      end: new Date(startsAt.getTime() + minutes * 60_000),
      // When this state of it was said; a calendar takes the later of two with the same sequence.
      stamp: cancelledAt ?? madeAt,
      sequence,
      summary,
      location: place ?? MODES[mode],
      status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      ...(organizer && { organizer: { name: organizer.name, email: organizer.address } }),
      attendees: attendees.map(({ name: attendee, address }) => ({ name: attendee, email: address, rsvp: true, status: ICalAttendeeStatus.NEEDSACTION })),
    });
  }
  return calendar.toString();
}
