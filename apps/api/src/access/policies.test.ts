import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemoDatabase } from "../testing.demo";

/** What the database itself gives and refuses, with no resolver in between. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const ROLES = ["network_public", "network_funder", "network_coach", "network_provider", "network_staff"] as const;
type Role = (typeof ROLES)[number];

const COACH = "coach-06";
const PROVIDER = "org-02";

/** Which roles read all of a table, which only what their engagements touch; all others read nothing. */
const READERS = {
  open: { all: ROLES, some: [] },
  colleagues: { all: ["network_coach", "network_provider", "network_staff"], some: [] },
  work: { all: ["network_staff"], some: ["network_coach", "network_provider"] },
  notes: { all: [], some: ["network_coach"] },
  nobody: { all: [], some: [] },
} as const satisfies Record<string, { all: readonly Role[]; some: readonly Role[] }>;

/** A new table belongs in one of these lists. */
const TABLES: Readonly<Record<keyof typeof READERS, readonly string[]>> = {
  open: ["districts", "framework_crosswalk", "framework_version_topics", "framework_versions", "network_settings", "providers", "resource_topics", "resources", "states", "topics", "universe_counts"],
  colleagues: ["coach_states", "coach_topics", "coaches"],
  work: ["engagement_coaches", "engagements", "leaders", "ratings", "referrals", "request_topics", "requests", "session_coaches", "session_topics", "sessions", "systems", "tag_events"],
  notes: ["session_notes"],
  nobody: ["app_secrets", "memberships", "auth.accounts", "auth.sessions", "auth.users", "auth.verifications"],
};

/** Runs a statement the way an operation does. @returns its rows, or the database's code of refusal. */
async function as(role: Role, statement: string, coach = "", provider = ""): Promise<readonly postgres.Row[] | string> {
  const undone = new Error("undone");
  let rows: readonly postgres.Row[] = [];
  try {
    await database.sql.begin(async (tx) => {
      await tx`select set_config('role', ${role}, true), set_config('viewer.coach_id', ${coach}, true), set_config('viewer.provider_id', ${provider}, true)`;
      rows = await tx.unsafe(statement);
      throw undone;
    });
  } catch (error) {
    if (error !== undone) return (error as { code?: string }).code ?? String(error);
  }
  return rows;
}

const countAs = async (role: Role, table: string, coach = "", provider = ""): Promise<number | string> => {
  const rows = await as(role, `select count(*)::int as count from ${table}`, coach, provider);
  return typeof rows === "string" ? rows : (rows[0]?.["count"] as number);
};

const all = async (table: string): Promise<number> => (await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${table}`))[0]?.count ?? -1;

const DENIED = "42501";

test("every table is in one of the lists, and is guarded row by row", async () => {
  const tables = await database.sql<{ name: string; guarded: boolean }[]>`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, c.relrowsecurity or n.nspname = 'auth' as guarded
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('public', 'auth')`;
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.values(TABLES).flat().sort());
  expect(tables.filter(({ guarded }) => !guarded)).toEqual([]);
});

test("no viewer's role signs in, rules over others, or passes by the policies", async () => {
  const roles = await database.sql`
    select rolname from pg_roles where rolname like 'network\\_%' and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
  expect(roles).toEqual([]);
});

describe.each(ROLES)("%s", (role) => {
  const reads = (right: keyof typeof READERS, how: "all" | "some") => (READERS[right][how] as readonly Role[]).includes(role);

  test.each(Object.entries(TABLES) as [keyof typeof READERS, readonly string[]][])("reads of the tables that are %s what it should", async (right, tables) => {
    for (const table of tables) {
      const [whole, seen, unnamed] = [await all(table), await countAs(role, table, COACH, PROVIDER), await countAs(role, table)];
      const part = typeof seen === "number" && seen < whole ? seen : "a part";
      // Somebody whose coach or organisation is not known is on no engagement.
      const [expected, expectedUnnamed] = reads(right, "all") ? [whole, whole] : reads(right, "some") ? [part, 0] : [DENIED, DENIED];
      expect([table, seen, unnamed]).toEqual([table, expected, expectedUnnamed]);
    }
  });

  test("writes nothing", async () => {
    for (const table of Object.values(TABLES).flat()) {
      for (const statement of [`delete from ${table}`, `insert into ${table} default values`, `truncate ${table} cascade`]) {
        expect([statement, await as(role, statement, COACH, PROVIDER)]).toEqual([statement, DENIED]);
      }
      const [column] = await database.sql<{ name: string }[]>`
        select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and attidentity = '' order by attnum limit 1`;
      const statement = `update ${table} set ${column?.name} = ${column?.name}`;
      expect([statement, await as(role, statement, COACH, PROVIDER)]).toEqual([statement, DENIED]);
    }
  });

  test("makes nothing", async () => {
    for (const statement of ["create table public.mine (a int)", "create schema mine", "create function public.mine() returns int language sql as 'select 1'", "alter table requests disable row level security", "drop policy staff_read on requests"]) {
      expect([statement, await as(role, statement)]).toEqual([statement, DENIED]);
    }
  });
});

const ids = async (rows: Promise<readonly postgres.Row[] | string>): Promise<string[]> => {
  const found = await rows;
  if (typeof found === "string") throw new Error(found);
  return found.map((row) => row["id"] as string).sort();
};

const owned = (where: string) => ids(database.sql.unsafe(`select distinct e.id from engagements e where ${where}`));

test("a coach sees the engagements they are on, or were a guest of, and no other", async () => {
  const expected = await owned(`exists (select from engagement_coaches ec where ec.engagement_id = e.id and ec.coach_id = '${COACH}')
    or exists (select from sessions x join session_coaches sc on sc.session_id = x.id where x.engagement_id = e.id and sc.coach_id = '${COACH}')`);
  expect(expected.length).toBeGreaterThan(3);
  expect(await ids(as("network_coach", "select id from engagements", COACH))).toEqual(expected);
});

test("a provider sees the engagements of its coaches, and no other", async () => {
  const expected = await owned(`exists (select from engagement_coaches ec join coaches c on c.id = ec.coach_id where ec.engagement_id = e.id and c.provider_id = '${PROVIDER}')`);
  expect(expected.length).toBeGreaterThan(3);
  expect(await ids(as("network_provider", "select id from engagements", "", PROVIDER))).toEqual(expected);
});

test("a name that is no coach's, or holds a quote, sees nothing and breaks nothing", async () => {
  for (const name of ["nobody", "' or true --", "%", "coach-06,coach-07"]) expect(await ids(as("network_coach", "select id from requests", name, name))).toEqual([]);
});

test("a leader is seen by those who coach them, not by a coach of the same system", async () => {
  await database.sql.unsafe(`
    insert into systems (id, name, state_code) values ('s-1', 'Shared', 'CA');
    insert into leaders (id, system_id, name) values ('l-1', 's-1', 'Mine'), ('l-2', 's-1', 'Another''s');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r-1', 's-1', 'l-1', '2020-06-01', 'Shared'), ('r-2', 's-1', 'l-2', '2020-06-01', 'Shared');
    insert into engagements (id, request_id, matched_at) values ('e-1', 'r-1', '2020-06-02'), ('e-2', 'r-2', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e-1', '${COACH}', 0), ('e-2', 'coach-01', 0);`);
  const leaders = "select id from leaders where system_id = 's-1'";
  expect(await ids(as("network_coach", leaders, COACH))).toEqual(["l-1"]);
  expect(await ids(as("network_coach", leaders, "coach-01"))).toEqual(["l-2"]);
  expect(await ids(as("network_coach", leaders, "coach-02"))).toEqual([]);
  expect(await ids(as("network_staff", leaders))).toEqual(["l-1", "l-2"]);
  expect(await ids(as("network_coach", "select id from requests where system_id = 's-1'", COACH))).toEqual(["r-1"]);
});
