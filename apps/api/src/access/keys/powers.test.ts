import { expect, test } from "vitest";
import type { KeyScope } from "@arl/schema/enums";
import { databaseRole, type Account } from "../viewer";
import { narrowed, scopesOpenTo } from "./powers";

const owner = (roles: Account["roles"], providerId: string | null = null): Account => ({
  id: "u", name: "Ada", email: "ada@network.example", roles, positions: roles.includes("staff") ? ["admin"] : [], providerId, coachId: "coach-1", key: null,
});
const key = (scopes: readonly KeyScope[], providerId: string | null = null) => ({ id: "k", scopes, providerId });
const BOTH = ["shared:read", "own:read"] as const;

test.each<[string, Account, readonly KeyScope[]]>([
  ["a provider's lead", owner(["provider"], "org-1"), BOTH],
  ["a lead of no organisation", owner(["provider"]), ["shared:read"]],
  ["a funder", owner(["funder"]), ["shared:read"]],
  ["a steward", owner(["steward"]), ["shared:read"]],
  ["staff", owner(["staff"]), ["shared:read"]],
  ["a coach", owner(["coach"], "org-1"), []],
  ["a coach who funds as well", owner(["coach", "funder"], "org-1"), ["shared:read"]],
  ["an account without a role", owner([]), []],
])("%s may give a key %s", (_who, account, scopes) => {
  expect(scopesOpenTo(account)).toEqual(scopes);
});

test.each([["staff", owner(["staff"])], ["a lead", owner(["provider"], "org-1")], ["a lead who coaches", owner(["coach", "provider"], "org-1")]])(
  "by SHARED_READ a key of %s reads as a funder, of the same organisation and with no position",
  (_who, account) => {
    const viewer = narrowed(account, key(["shared:read"], account.providerId));
    expect(viewer).toEqual({ ...account, roles: ["funder"], positions: [], coachId: null, key: { id: "k", scopes: ["shared:read"] } });
    expect(databaseRole(viewer)).toBe("network_funder");
  },
);

test("OWN_READ adds the organisation's own rows, and not a coach's", () => {
  const viewer = narrowed(owner(["coach", "provider"], "org-1"), key(BOTH, "org-1"));
  expect(viewer).toMatchObject({ roles: ["provider", "funder"], providerId: "org-1", coachId: null });
  expect(databaseRole(viewer)).toBe("network_provider");
});

test.each([
  ["leads another organisation now", owner(["provider"], "org-2")],
  ["leads none any more and funds", owner(["funder"])],
])("a key with OWN_READ whose owner %s is left with SHARED_READ", (_what, account) => {
  expect(narrowed(account, key(BOTH, "org-1"))).toMatchObject({ roles: ["funder"], key: { scopes: ["shared:read"] } });
});

test.each([["coaches only", owner(["coach"], "org-1")], ["holds no role", owner([])]])("a key whose owner %s is worth nothing", (_what, account) => {
  expect(narrowed(account, key(BOTH, "org-1"))).toBeNull();
});
