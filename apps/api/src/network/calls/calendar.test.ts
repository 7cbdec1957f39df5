import fc from "fast-check";
import { expect, test } from "vitest";
import { feedOf, invitationOf, type CalendarCall } from "./calendar";

const CALL: CalendarCall = {
  id: "6f1c2a0e-8f2b-4f8e-9c33-0d2a0f0f7a11",
  startsAt: new Date("2020-11-01T14:30:00Z"),
  minutes: 45,
  mode: "video",
  place: "https://meet.example/abc",
  sequence: 0,
  cancelledAt: null,
  madeAt: new Date("2020-10-20T12:00:00Z"),
  summary: "Coaching call: North Creek with Ada",
  organizer: { name: "Ada", address: "ada@p.example" },
  attendees: [{ name: "Lee", address: "lee@north.example" }],
};

/** The lines of a calendar, folded ones put together again, as RFC 5545 3.1 has it. */
const linesOf = (ics: string): string[] => ics.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
const valueOf = (ics: string, name: string): string | undefined => linesOf(ics).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, "");
const unescaped = (text: string): string => text.replaceAll("\\n", "\n").replaceAll(/\\(.)/g, "$1");

test("a call enters the calendar at its instant, also in the week in which clocks change", () => {
  const { method, ics } = invitationOf(CALL);
  expect(method).toBe("REQUEST");
  expect([valueOf(ics, "DTSTART"), valueOf(ics, "DTEND")]).toEqual(["20201101T143000Z", "20201101T151500Z"]);
  expect(valueOf(ics, "METHOD")).toBe("REQUEST");
  expect(valueOf(ics, "ATTENDEE")).toBe("MAILTO:lee@north.example");
});

test("a call that is moved or called off keeps its UID, and counts its changes", () => {
  const moved = invitationOf({ ...CALL, sequence: 1, startsAt: new Date("2020-11-02T14:30:00Z") });
  const off = invitationOf({ ...CALL, sequence: 2, cancelledAt: new Date("2020-10-21T12:00:00Z") });
  expect(new Set([invitationOf(CALL), moved, off].map(({ ics }) => valueOf(ics, "UID"))).size).toBe(1);
  expect([valueOf(moved.ics, "SEQUENCE"), valueOf(off.ics, "SEQUENCE"), off.method, valueOf(off.ics, "STATUS")]).toEqual(["1", "2", "CANCEL", "CANCELLED"]);
});

test("whatever people call a call and its place, a calendar reads it back, and no line of theirs becomes one of ours", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map((given) => given.replaceAll(/\p{Cc}/gu, " ").trim() || "x");
  fc.assert(
    fc.property(text, text, fc.integer({ min: 5, max: 600 }), (summary, place, minutes) => {
      const { ics } = invitationOf({ ...CALL, summary, place, minutes });
      expect(unescaped(valueOf(ics, "SUMMARY") ?? "")).toBe(summary);
      expect(linesOf(ics).filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
      expect(ics.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a feed holds every call once", () => {
  const ics = feedOf("Ada's calls", [CALL, { ...CALL, id: "6f1c2a0e-8f2b-4f8e-9c33-0d2a0f0f7a12" }]);
  expect(linesOf(ics).filter((line) => line.startsWith("UID:"))).toHaveLength(2);
});
