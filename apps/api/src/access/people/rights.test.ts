import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver } from "../../testing";
import { databaseRole, type Account } from "../viewer";
import { asAccount, putAdmin, putPerson, putProvider } from "./testing.people";

/** Who may change people: what resolvers say, and what the database says with no resolver in between. */
let database: Awaited<ReturnType<typeof createDatabase>>;
let admin: Account;
let someone: Account;
const others: Record<string, Account> = {};
beforeAll(async () => {
  database = await createDatabase();
  const north = await putProvider(database, "north");
  admin = await putAdmin(database);
  someone = await putPerson(database, { role: "funder" });
  others["an analyst"] = await putPerson(database, { role: "staff", positions: ["analyst", "concierge"] });
  others["a coach"] = await putPerson(database, { role: "coach", ...north });
  others["a provider's lead"] = await putPerson(database, { role: "provider", providerId: "north" });
  others["a funder"] = await putPerson(database, { role: "funder" });
  others["an account without a role"] = await putPerson(database);
});
afterAll(() => database.drop());

const MUTATIONS = (): [string, string][] => [
  ["invitePerson", '(input: { email: "new@test.example", role: FUNDER }) { invitation { id } }'],
  ["resendInvitation", '(input: { id: "none" }) { invitation { id } }'],
  ["revokeInvitation", '(input: { id: "none" }) { invitation { id } }'],
  ["giveRole", `(input: { personId: "${someone.id}", role: STEWARD }) { person { id } }`],
  ["takeRole", `(input: { personId: "${someone.id}", role: FUNDER }) { person { id } }`],
  ["disablePerson", `(input: { id: "${someone.id}", disabled: true }) { person { id } }`],
  ["addOrganisation", '(input: { name: "East" }) { provider { id } }'],
  ["changeOrganisation", '(input: { id: "north", name: "Norther" }) { provider { id } }'],
];

const STATEMENTS = (): string[] => [
  `insert into invitations (email, role, token_hash, invited_by, invited_by_name, expires_at)
    values ('new@test.example', 'funder', repeat('a', 64), current_setting('viewer.account_id'), 'Me', now())`,
  "update invitations set revoked_at = now()",
  `insert into memberships (user_id, role) values ('${someone.id}', 'steward')`,
  `update memberships set positions = array['admin'] where role = 'staff'`,
  `delete from memberships where user_id = '${someone.id}'`,
  `select disable_person('${someone.id}', true)`,
  "insert into providers (id, name) values ('east', 'East')",
  "update providers set name = 'Norther' where id = 'north'",
];

describe("nobody but admins", () => {
  test.each(["an analyst", "a coach", "a provider's lead", "a funder", "an account without a role"])("%s is refused by the resolvers", async (who) => {
    const ask = await graphqlOver(database);
    for (const [name, rest] of MUTATIONS()) expect([name, (await ask(`mutation { ${name}${rest} }`, {}, others[who] ?? null)).errors[0]?.code]).toEqual([name, "FORBIDDEN"]);
  });

  test("the public is told to sign in, and an admin's API key is refused", async () => {
    const ask = await graphqlOver(database);
    for (const [name, rest] of MUTATIONS()) {
      expect([name, (await ask(`mutation { ${name}${rest} }`, {}, null)).errors[0]?.code]).toEqual([name, "UNAUTHENTICATED"]);
      expect([name, (await ask(`mutation { ${name}${rest} }`, {}, { ...admin, key: { id: "k", scopes: ["shared:read"] } })).errors[0]?.code]).toEqual([name, "FORBIDDEN"]);
    }
  });

  test("the database refuses them too, whatever role their statements run under", async () => {
    await database.sql`insert into invitations (email, role, token_hash, invited_by_name, expires_at) values ('old@test.example', 'funder', repeat('b', 64), 'Me', now())`;
    for (const [who, account] of Object.entries(others)) {
      for (const role of new Set([databaseRole(account), "network_staff", "network_public"])) {
        for (const statement of STATEMENTS()) expect([who, role, statement, await asAccount(database, role, account, statement)]).toEqual([who, role, statement, expect.stringMatching(/^(42501|no row)$/)]);
      }
    }
    for (const statement of STATEMENTS()) expect([statement, await asAccount(database, "network_staff", admin, statement)]).toEqual([statement, "done"]);
  });

  test("an admin whose account is shut, or who is one no longer, is refused by the database at their next statement", async () => {
    const former = await putAdmin(database);
    const shut = await putAdmin(database);
    await database.sql`update memberships set positions = array['analyst'] where user_id = ${former.id}`;
    await database.sql`update auth.users set disabled_at = now() where id = ${shut.id}`;
    for (const account of [former, shut]) for (const statement of STATEMENTS()) expect(await asAccount(database, "network_staff", account, statement)).toMatch(/^(42501|no row)$/);
  });
});

describe("staff read people, and no more of them than they may", () => {
  test.each(["password from auth.accounts", "token from auth.sessions", "email from auth.users", "token_hash from invitations", "value from auth.verifications", "payload from mails"])("not %s", async (what) => {
    expect(await asAccount(database, "network_staff", admin, `select ${what}`)).toBe("42501");
  });

  test("nor what only the public's acceptance may ask", async () => {
    expect(await asAccount(database, "network_staff", admin, `select invitation_password(repeat('b', 64))`)).toBe("42501");
  });

  test("others read neither people nor roles nor invitations", async () => {
    const ask = await graphqlOver(database);
    for (const [who, account] of Object.entries(others)) {
      if (account.roles.includes("staff")) continue;
      for (const statement of ["select * from people()", "select * from memberships", "select id from invitations"]) expect(await asAccount(database, databaseRole(account), account, statement)).toBe("42501");
      for (const query of ["{ people { totalCount } }", `{ person(id: "${someone.id}") { id } }`, "{ invitations { totalCount } }"]) expect([who, (await ask(query, {}, account)).errors[0]?.code]).toEqual([who, "FORBIDDEN"]);
    }
    expect((await ask("{ people { totalCount } }", {}, others["an analyst"])).errors).toEqual([]);
  });

  test("an invitation cannot be put in another's name", async () => {
    const statement = `insert into invitations (email, role, token_hash, invited_by, invited_by_name, expires_at) values ('x@test.example', 'funder', repeat('c', 64), '${someone.id}', 'Me', now())`;
    expect(await asAccount(database, "network_staff", admin, statement)).toBe("42501");
  });
});
