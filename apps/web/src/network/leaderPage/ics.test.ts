import { expect, test } from "vitest";
import { callAsIcs } from "./ics";

const call = { id: "u1", startsAt: "2021-02-09T15:00:00.000Z", minutes: 45, mode: "VIDEO" as const, place: `https://meet.example/${"a".repeat(90)};b,c` };

test("a call is one event in UTC, escaped and folded to 75 bytes a line", () => {
  const ics = callAsIcs(call, "Ana, Bo", new Date("2021-02-02T15:00:00Z"));
  for (const line of ics.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const unfolded = ics.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTSTART:20210209T150000Z\r\nDTEND:20210209T154500Z\r\nSUMMARY:Coaching call with Ana\\, Bo\r\n");
  expect(unfolded).toContain(`LOCATION:https://meet.example/${"a".repeat(90)}\\;b\\,c\r\n`);
});

test("a call without a place has none", () => {
  expect(callAsIcs({ ...call, place: null }, "", new Date(0))).not.toContain("LOCATION");
});
