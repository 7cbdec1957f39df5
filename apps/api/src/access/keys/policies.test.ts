import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDemoDatabase } from "../../testing.demo";
import { hashOf, makeSecret } from "./secret";

/** What the database itself gives and refuses of keys, with no resolver in between. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
const ids = { staff: "", provider: "", funder: "", coach: "" };
type Who = keyof typeof ids;

beforeAll(async () => {
  database = await createDemoDatabase();
  for (const who of Object.keys(ids) as Who[]) ids[who] = (await database.sql<{ id: string }[]>`select id from auth.users where email = ${`${who}@demo.example`}`)[0]?.id ?? "";
  for (const who of ["staff", "provider", "funder"] as const) {
    await database.sql`
      insert into api_keys (id, user_id, name, prefix, hash, scopes, created_at, expires_at)
      values (${who}, ${ids[who]}, 'kept', 'arl_x', ${hashOf(makeSecret())}, array['shared:read'], now(), now() + interval '1 day')`;
  }
});
afterAll(() => database.drop());

/** Runs a statement the way an operation does, and takes it back. @returns its rows, or the database's code of refusal. */
async function as(who: Who, statement: string): Promise<readonly postgres.Row[] | string> {
  const undone = new Error("undone");
  let rows: readonly postgres.Row[] = [];
  try {
    await database.sql.begin(async (tx) => {
      await tx`select set_config('role', ${`network_${who}`}, true), set_config('viewer.account_id', ${ids[who]}, true), set_config('viewer.provider_id', ${who === "provider" ? "org-02" : ""}, true)`;
      rows = await tx.unsafe(statement);
      throw undone;
    });
  } catch (error) {
    if (error !== undone) return (error as { code?: string }).code ?? String(error);
  }
  return rows;
}

const adding = (more: Partial<Record<"user_id" | "scopes" | "provider_id" | "revoked_at", string>>, who: Who) => {
  const values = { user_id: `'${ids[who]}'`, scopes: "'{shared:read}'", provider_id: "null", revoked_at: "null", ...more };
  return `insert into api_keys (name, prefix, hash, created_at, expires_at, ${Object.keys(values).join(", ")})
    values ('x', 'arl_x', '${hashOf(makeSecret())}', now(), now() + interval '1 day', ${Object.values(values).join(", ")})`;
};

const DENIED = "42501";
const ENDED = "NW002";
const FORM = "23514";
const WHO = Object.keys(ids) as Who[];

test.each(WHO)("%s reads no hash", async (who) => {
  expect(await as(who, "select hash from api_keys")).toBe(DENIED);
  expect(await as(who, "select * from api_keys")).toBe(DENIED);
  expect(await as(who, "select id from api_keys order by hash")).toBe(DENIED);
  expect(await as(who, `select id from api_keys where hash = '${"0".repeat(64)}'`)).toBe(DENIED);
});

test("everybody reads their own keys, staff all", async () => {
  const seen = async (who: Who) => ((await as(who, "select id from api_keys order by id")) as postgres.Row[]).map(({ id }) => String(id));
  expect(await seen("staff")).toEqual(["funder", "provider", "staff"]);
  expect(await seen("provider")).toEqual(["provider"]);
  expect(await seen("funder")).toEqual(["funder"]);
  expect(await seen("coach")).toEqual([]);
});

test("nobody adds a key in the name of another, or one for rows that are not theirs", async () => {
  for (const who of WHO) {
    expect([who, await as(who, adding({}, who))]).toEqual([who, []]);
    expect(await as(who, adding({ user_id: `'${ids[who === "funder" ? "provider" : "funder"]}'` }, who))).toBe(DENIED);
    expect(await as(who, adding({ revoked_at: "now()" }, who))).toBe(DENIED);
  }
  const OWN = "'{shared:read,own:read}'";
  expect(await as("provider", adding({ scopes: OWN, provider_id: "'org-02'" }, "provider"))).toEqual([]);
  expect(await as("provider", adding({ scopes: OWN, provider_id: "'org-03'" }, "provider"))).toBe(DENIED);
  expect(await as("funder", adding({ scopes: OWN, provider_id: "'org-02'" }, "funder"))).toBe(DENIED);
  expect([DENIED, FORM]).toContain(await as("provider", adding({ scopes: OWN }, "provider")));
  expect(await as("provider", adding({ scopes: "'{own:read}'", provider_id: "'org-02'" }, "provider"))).toBe(FORM);
});

test("a key is ended by its owner and by admins; others reach none", async () => {
  const revoke = (who: Who, id: string) => as(who, `update api_keys set revoked_at = now() where id = '${id}' returning id`);
  expect(await revoke("provider", "provider")).toHaveLength(1);
  expect(await revoke("provider", "funder")).toEqual([]);
  expect(await revoke("coach", "provider")).toEqual([]);
  expect(await revoke("staff", "provider")).toHaveLength(1);
  await database.sql`update memberships set positions = '{analyst}' where user_id = ${ids.staff}`;
  expect(await revoke("staff", "provider")).toEqual([]);
  expect(await revoke("staff", "staff")).toHaveLength(1);
  await database.sql`update memberships set positions = '{admin,analyst,concierge}' where user_id = ${ids.staff}`;
});

test("a key that ended stays so, and none is given more time, other scopes or another owner", async () => {
  await database.sql`update api_keys set revoked_at = now(), rotated_to = 'provider' where id = 'funder'`;
  expect(await as("funder", "update api_keys set revoked_at = null")).toBe(ENDED);
  expect(await as("funder", "update api_keys set rotated_to = null")).toBe(ENDED);
  expect(await as("provider", "update api_keys set expires_at = expires_at + interval '1 second'")).toBe(ENDED);
  for (const change of ["scopes = scopes", "user_id = user_id", "hash = hash", "last_used_at = now()", "provider_id = 'org-02'", "created_at = now()", "name = 'y'"]) {
    expect([change, await as("provider", `update api_keys set ${change}`)]).toEqual([change, DENIED]);
  }
  expect(await as("provider", "delete from api_keys")).toBe(DENIED);
});

test("what is made and ended is written down by itself, that a key is used is not", async () => {
  const events = async () => database.sql<{ action: string; subject_id: string; detail: Record<string, unknown> }[]>`
    select action, subject_id, detail from audit_events where subject_type = 'key' and subject_id like 'audited%' order by id`;
  await database.sql`
    insert into api_keys (id, user_id, name, prefix, hash, scopes, created_at, expires_at)
    select name, ${ids.funder}, name, 'arl_x', md5(name) || md5(name), array['shared:read'], now(), now() + interval '1 day' from unnest(array['audited-1', 'audited-2']) name`;
  await database.sql`update api_keys set rotated_to = 'audited-2', expires_at = now() where id = 'audited-1'`;
  await database.sql`update api_keys set last_used_at = now() where id in ('audited-1', 'audited-2')`;
  await database.sql`update api_keys set revoked_at = now() where id = 'audited-2'`;
  expect((await events()).map(({ action, subject_id }) => `${action} ${subject_id}`)).toEqual(["key.made audited-1", "key.made audited-2", "key.rotated audited-1", "key.revoked audited-2"]);
  expect(JSON.stringify(await database.sql`select detail from audit_events where subject_type = 'key'`)).not.toMatch(/[0-9a-f]{64}/);
});

test.each(WHO)("%s comes nowhere near the allowances", async (who) => {
  for (const statement of ["select * from limits.used", "delete from limits.used", "insert into limits.used values ('x', 0, 0)"]) expect(await as(who, statement)).toBe(DENIED);
});
