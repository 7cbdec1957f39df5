import { expect, test } from "vitest";
import type { KeyState } from "../gql/graphql";
import { keyStateWords, keyWorks, mayHoldKeys, roleWords } from "./words";

const NOW = new Date("2021-02-01T12:00:00Z");
const day = (instant: string) => instant.slice(0, 10);
const key = (state: KeyState, expiresAt: string, revokedAt: string | null = null) => keyStateWords({ state, expiresAt, revokedAt }, NOW, day);

test.each([
  [key("ACTIVE", "2021-05-01T00:00:00Z"), "Works until 2021-05-01"],
  [key("ACTIVE", "2021-02-09T00:00:00Z"), "Works for 8 more days"],
  [key("ACTIVE", "2021-02-02T00:00:00Z"), "Works for 1 more day"],
  [key("ROTATED", "2021-02-02T12:00:00Z"), "Replaced; works until 2021-02-02"],
  [key("EXPIRED", "2021-01-02T00:00:00Z"), "Ran out on 2021-01-02"],
  [key("REVOKED", "2021-05-01T00:00:00Z", "2021-01-20T00:00:00Z"), "Revoked on 2021-01-20"],
  [key("REVOKED", "2021-05-01T00:00:00Z"), "Revoked"],
])("%s", (said, expected) => expect(said).toBe(expected));

test("a key that was replaced still works until its overlap ends", () => {
  expect((["ACTIVE", "ROTATED", "EXPIRED", "REVOKED"] as const).map(keyWorks)).toEqual([true, true, false, false]);
});

test("coaches make no keys, unless they are something else besides", () => {
  expect([mayHoldKeys(["COACH"]), mayHoldKeys(["COACH", "PROVIDER"]), mayHoldKeys(["FUNDER"]), mayHoldKeys([])]).toEqual([false, true, true, false]);
});

test("a role is told with what goes with it", () => {
  expect(roleWords({ role: "STAFF", positions: ["ADMIN", "ANALYST"], provider: null })).toBe("Network staff (administrator, analyst)");
  expect(roleWords({ role: "PROVIDER", positions: [], provider: { name: "Blue Ridge" } })).toBe("Provider lead, Blue Ridge");
  expect(roleWords({ role: "FUNDER", positions: [], provider: null })).toBe("Funder");
});
