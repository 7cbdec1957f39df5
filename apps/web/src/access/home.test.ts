import { expect, test } from "vitest";
import type { Role } from "../gql/graphql";
import { hasOwnWork, homeOf, isAdmin, isStaff, seesAnalysis } from "./home";

const holding = (...roles: Role[]) => ({ roles, positions: [] });

test.each([
  ["STAFF", "/"],
  ["FUNDER", "/impact"],
  ["STEWARD", "/impact"],
  ["PROVIDER", "/our-work"],
  ["COACH", "/caseload"],
] as const)("%s begins on %s", (role, home) => {
  expect(homeOf(holding(role))).toBe(home);
  expect(seesAnalysis(holding(role))).toBe(true);
});

test("who holds several roles begins where the widest of them does", () => {
  expect(homeOf(holding("COACH", "PROVIDER"))).toBe("/our-work");
  expect(homeOf(holding("FUNDER", "COACH", "STAFF"))).toBe("/");
});

test("an account without a role begins with itself, and the public with signing in", () => {
  expect([homeOf(holding()), homeOf(null)]).toEqual(["/account", "/sign-in"]);
  expect([seesAnalysis(holding()), seesAnalysis(null)]).toEqual([false, false]);
});

test("those who coach have work of their own, and those who pay for it or look after the network have not", () => {
  expect((["PROVIDER", "COACH", "STAFF", "FUNDER", "STEWARD"] as const).map((role) => hasOwnWork(holding(role)))).toEqual([true, true, false, false, false]);
  expect([hasOwnWork(null), hasOwnWork(holding())]).toEqual([false, false]);
});

test("staff read the administration; only administrators change it", () => {
  expect([isStaff(holding("STAFF")), isAdmin(holding("STAFF"))]).toEqual([true, false]);
  expect(isAdmin({ roles: ["STAFF"], positions: ["ADMIN"] })).toBe(true);
});

test("a position without the role of staff opens nothing", () => {
  const former = { roles: ["COACH"], positions: ["ADMIN"] } as const;
  expect([isStaff(former), isAdmin(former), isAdmin(null)]).toEqual([false, false, false]);
});
