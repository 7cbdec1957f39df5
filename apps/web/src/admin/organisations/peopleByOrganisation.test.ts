import { expect, test } from "vitest";
import { peopleByOrganisation } from "./peopleByOrganisation";

const member = (...ids: (string | null)[]) => ({ memberships: ids.map((id) => ({ provider: id === null ? null : { id } })) });

test("who holds two roles in an organisation counts once, and who belongs to none nowhere", () => {
  const counts = peopleByOrganisation([member("a", "a"), member("a", "b"), member(null), member()]);
  expect([...counts]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});
