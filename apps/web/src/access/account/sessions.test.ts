import { expect, test } from "vitest";
import { readSessions } from "./sessions";

const session = (token: string, updatedAt: string) => ({ token, updatedAt, userAgent: "curl/8", ipAddress: null });

test("this session comes first, then the latest used", () => {
  const list = [session("old", "2021-01-01T00:00:00Z"), session("here", "2021-01-02T00:00:00Z"), session("new", "2021-01-03T00:00:00Z")];
  expect(readSessions(list, "here").map(({ token, here }) => [token, here])).toEqual([
    ["here", true],
    ["new", false],
    ["old", false],
  ]);
});

test.each([null, {}, "x", [null, {}, { token: 1 }]])("%j holds no session", (list) => {
  expect(readSessions(list, "here")).toEqual([]);
});
