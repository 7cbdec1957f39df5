import { expect, test } from "vitest";
import { homeOf } from "./access/home";
import type { Role } from "./gql/graphql";
import { asidePagesOf, pagesOf } from "./nav";

const holding = (...roles: Role[]) => ({ roles, positions: [] });
const shown = (viewer: Parameters<typeof pagesOf>[0]) => [...pagesOf(viewer), ...asidePagesOf(viewer)].map(({ to }) => to);

test("the public is shown what is open to all", () => {
  expect(shown(null)).toEqual(["/definitions"]);
});

test("everybody's navigation begins where they do", () => {
  const labels = (role: Role) => pagesOf(holding(role)).map(({ label }) => label);
  expect(labels("FUNDER")).toEqual(["Impact", "Needs", "Trends", "Gaps", "Definitions"]);
  expect(labels("STEWARD")).toEqual(labels("FUNDER"));
  expect(labels("STAFF")).toEqual(["Needs", "Trends", "Gaps", "Impact", "Definitions"]);
  expect(labels("PROVIDER")).toEqual(["Our work", "Needs", "Trends", "Gaps", "Impact", "Definitions"]);
  expect(labels("COACH")).toEqual(labels("PROVIDER"));
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
