import { expect, test } from "vitest";
import { requestStatus } from "./request.status";

const now = new Date("2020-06-10T12:00:00Z");
const before = new Date("2020-06-09T12:00:00Z");
const after = new Date("2020-06-11T12:00:00Z");
const nothing = { withdrawnAt: null, matchedAt: [], referredAt: [] };

test("a request to which nothing has happened yet is open", () => {
  expect(requestStatus(nothing, now)).toBe("open");
  expect(requestStatus({ withdrawnAt: after, matchedAt: [after], referredAt: [after] }, now)).toBe("open");
});

test("a match outlasts a referral, and a referral a withdrawal", () => {
  expect(requestStatus({ withdrawnAt: before, matchedAt: [before], referredAt: [before] }, now)).toBe("matched");
  expect(requestStatus({ ...nothing, withdrawnAt: before, referredAt: [before] }, now)).toBe("referred");
  expect(requestStatus({ ...nothing, withdrawnAt: before }, now)).toBe("withdrawn");
});
