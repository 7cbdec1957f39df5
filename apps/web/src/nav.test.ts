import { expect, test } from "vitest";
import { homeOf } from "./access/home";
import type { Role } from "./gql/graphql";
import { asidePagesOf, groupsOf, pagesOf, phonePagesOf } from "./nav";

const holding = (...roles: Role[]) => ({ roles, positions: [] });
const shown = (viewer: Parameters<typeof pagesOf>[0]) => [...pagesOf(viewer), ...asidePagesOf(viewer)].map(({ to }) => to);

test("the public is shown what is open to all", () => {
  expect(shown(null)).toEqual(["/definitions"]);
});

test("everybody's navigation begins where they do", () => {
  const labels = (role: Role) => pagesOf(holding(role)).map(({ label }) => label);
  expect(labels("FUNDER")).toEqual(["Impact", "Reach", "Needs", "Trends", "Topics", "Gaps", "Opportunities", "Definitions"]);
  expect(labels("STEWARD")).toEqual(labels("FUNDER"));
  expect(labels("STAFF").slice(0, 3)).toEqual(["This week", "Desk", "Learning calls"]);
  expect(labels("PROVIDER").slice(0, 3)).toEqual(["Our work", "Caseload", "Learning calls"]);
  // Coaching days are for who answers for an organisation's.
  expect(labels("COACH")).toEqual(["Caseload", "Our work", ...labels("PROVIDER").slice(2).filter((label) => label !== "Capacity")]);
});

test("an account without a role is shown its own page besides", () => {
  expect(shown(holding())).toEqual(["/definitions", "/account"]);
});

test("staff alone are shown the administration", () => {
  expect(shown(holding("STAFF"))).toContain("/admin/people");
  for (const role of ["PROVIDER", "COACH", "FUNDER", "STEWARD"] as const) expect(shown(holding(role))).not.toContain("/admin/people");
});

test("everybody's home is among the pages that they are shown", () => {
  for (const role of ["STAFF", "PROVIDER", "COACH", "FUNDER", "STEWARD"] as const) expect(shown(holding(role))).toContain(homeOf(holding(role)));
});

test("pages stand in groups that answer one kind of question, the group of one's home first, and none is empty", () => {
  const names = (role: Role) => groupsOf(holding(role)).map(({ name }) => name);
  expect(names("STAFF")).toEqual(["Now", "What is asked", "What falls short", "What comes of it", "What words mean"]);
  expect(names("FUNDER")).toEqual(["What comes of it", "What is asked", "What falls short", "What words mean"]);
  for (const role of ["STAFF", "COACH", "FUNDER"] as const) expect(groupsOf(holding(role)).every(({ items }) => items.length > 0)).toBe(true);
});

test("a phone's bar has four pages, the home among them, where there are more than fit; else all", () => {
  const bar = (viewer: Parameters<typeof phonePagesOf>[0]) => phonePagesOf(viewer).map(({ label }) => label);
  expect(bar(holding("STAFF"))).toEqual(["This week", "Desk", "Needs", "Trends"]);
  expect(bar(holding("FUNDER"))).toEqual(["Impact", "Needs", "Trends", "Gaps"]);
  expect(bar(holding("COACH"))).toEqual(["Caseload", "Our work", "Needs", "Trends"]);
  expect(bar(null)).toEqual(["Definitions"]);
});

test("comparing exactly is the staff's", () => {
  expect(shown(holding("STAFF"))).toContain("/compare");
  for (const role of ["PROVIDER", "COACH", "FUNDER", "STEWARD"] as const) expect(shown(holding(role))).not.toContain("/compare");
});
