import { expect, test } from "vitest";
import { roleFaults, roleInput } from "./roleFields";

const choice = { role: "STAFF", positions: ["ADMIN"], providerId: "org-1", coachId: "c-1" } as const;

test("only what the role has a use for is sent", () => {
  expect(roleInput(choice)).toEqual({ role: "STAFF", positions: ["ADMIN"], providerId: null, coachId: null });
  expect(roleInput({ ...choice, role: "PROVIDER" })).toEqual({ role: "PROVIDER", positions: [], providerId: "org-1", coachId: null });
  expect(roleInput({ ...choice, role: "COACH" })).toEqual({ role: "COACH", positions: [], providerId: "org-1", coachId: "c-1" });
});

test("a lead and a coach belong to an organisation; staff do something", () => {
  const none = { ...choice, positions: [], providerId: null, coachId: null };
  expect(roleFaults({ ...none, role: "PROVIDER" })["providerId"]).not.toBeNull();
  expect(roleFaults({ ...none, role: "COACH" })["providerId"]).not.toBeNull();
  expect(roleFaults({ ...none, role: "STAFF" })["positions"]).not.toBeNull();
  expect(Object.values(roleFaults({ ...none, role: "FUNDER" }))).toEqual([null, null]);
});
