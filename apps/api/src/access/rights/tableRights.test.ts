import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemoDatabase } from "../../testing.demo";
import { DATABASE_ROLES, type DatabaseRole, type Right, type TableRights, type Verb } from "./right";
import { FUNCTIONS, TABLES } from "./tableRights";
import { listFunctions, listRights, listTables } from "./testing.catalog";

/** What the database itself gives and refuses, with no resolver in between, against what tableRights.ts says. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const WHERE = "apps/api/src/access/rights/tableRights.ts";

const allowed = ({ columns }: TableRights, { may, only, without }: Right): string[] =>
  // Rows are added and removed whole, unless a right to add names columns.
  may === "delete" ? [...columns] : (only ?? columns).filter((column) => !without.includes(column));

/** One line for each role and verb that has a right, so that a difference reads as one. */
const line = (who: string, may: string, rows: string, columns: readonly string[]) => `${who} may ${may} ${rows} rows: ${[...columns].sort().join(" ")}`;

const decided = (name: string): TableRights => {
  const rights = TABLES[name];
  if (!rights) throw new Error(`Nobody has decided who may read and write ${name}: say so in ${WHERE}.`);
  return rights;
};

test("every table is decided, column by column, and guarded row by row", async () => {
  const tables = await listTables(database.sql);
  for (const { name, columns, guarded, forced } of tables) {
    expect([...decided(name).columns].sort(), `A column of ${name} is not decided, or is gone: say in ${WHERE} who may read it.`).toEqual(columns.toSorted());
    // Other schemas are the server's own: no viewer's role may enter them.
    expect((guarded && forced) || name.includes("."), `${name} has no row level security, or its owner passes it by.`).toBe(true);
  }
  expect(Object.keys(TABLES).sort(), `A table that ${WHERE} speaks of is gone.`).toEqual(tables.map(({ name }) => name).sort());
});

test("every function is decided, and called by those whom that says", async () => {
  const functions = await listFunctions(database.sql, DATABASE_ROLES);
  for (const { name, who } of functions) {
    expect(Object.keys(FUNCTIONS), `Nobody has decided who may call ${name}(): say so in ${WHERE}.`).toContain(name);
    expect([name, ...(who ?? []).toSorted()]).toEqual([name, ...(FUNCTIONS[name] ?? []).toSorted()]);
  }
  expect(Object.keys(FUNCTIONS).sort(), `A function that ${WHERE} speaks of is gone.`).toEqual(functions.map(({ name }) => name).sort());
});

test("every grant and policy is one that is decided", async () => {
  const held = Map.groupBy(await listRights(database.sql, DATABASE_ROLES), ({ table }) => table);
  for (const [name, rights] of Object.entries(TABLES)) {
    const said = rights.rights.flatMap((right) => right.who.map((who) => line(who, right.may, right.rows, allowed(rights, right))));
    const found = (held.get(name) ?? []).map(({ who, may, rows, columns }) => line(who, may, rows, columns));
    expect(found.sort(), `The database gives other rights on ${name} than ${WHERE} says.`).toEqual(said.sort());
  }
});

test("no role signs in, rules over others, passes by the policies, or takes another's place", async () => {
  const roles = await database.sql`
    select rolname from pg_roles where rolname = any(${[...DATABASE_ROLES]}::text[]) and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
  expect(roles).toEqual([]);
  const members = await database.sql`
    select member::regrole::text as member, roleid::regrole::text as of from pg_auth_members where member::regrole::text = any(${[...DATABASE_ROLES]}::text[])`;
  expect(members).toEqual([]);
});

const COACH = "coach-06";
const PROVIDER = "org-02";

/** Runs a statement the way an operation does. @returns its rows, or the database's code of refusal. */
async function as(role: DatabaseRole, statement: string, coach = "", provider = ""): Promise<readonly postgres.Row[] | string> {
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

const countIn = (rows: readonly postgres.Row[] | string): number | string => (typeof rows === "string" ? rows : (rows[0]?.["count"] as number));

const all = async (table: string): Promise<number> => (await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${table}`))[0]?.count ?? -1;

const DENIED = "42501";

describe.each(DATABASE_ROLES)("%s", (role) => {
  const rightTo = (name: string, verb: Verb) => decided(name).rights.find(({ who, may }) => may === verb && who.includes(role));

  test("reads of each table and column what it should", async () => {
    for (const [name, rights] of Object.entries(TABLES)) {
      const right = rightTo(name, "select");
      const open = right ? allowed(rights, right) : [];
      for (const column of rights.columns) {
        const read = await as(role, `select ${column} from ${name} limit 1`, COACH, PROVIDER);
        expect([name, column, typeof read === "string" ? read : "read"]).toEqual([name, column, open.includes(column) ? "read" : DENIED]);
      }
      if (!right) continue;
      const count = `select count(${open[0]})::int as count from (select ${open[0]} from ${name}) readable`;
      const [whole, seen, unnamed] = [await all(name), countIn(await as(role, count, COACH, PROVIDER)), countIn(await as(role, count))];
      // Of one's own there is a part; somebody whose account, coach or organisation is not known has nothing of their own.
      const part = typeof seen === "number" && (seen < whole || whole === 0) ? seen : "a part";
      expect([name, seen, unnamed]).toEqual(right.rows === "all" ? [name, whole, whole] : [name, part, 0]);
    }
  });

  test("writes nothing that is not decided", async () => {
    for (const [name, { columns }] of Object.entries(TABLES)) {
      const [column] = await database.sql<{ name: string }[]>`
        select attname as name from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and attgenerated = '' and attidentity = '' order by attnum limit 1`;
      const set = column?.name ?? columns[0];
      const tries = {
        delete: `delete from ${name}`,
        insert: `insert into ${name} default values`,
        update: `update ${name} set ${set} = ${set}`,
        truncate: `truncate ${name} cascade`,
      };
      for (const [verb, statement] of Object.entries(tries)) {
        if (verb !== "truncate" && rightTo(name, verb as Verb)) continue;
        expect([statement, await as(role, statement, COACH, PROVIDER)]).toEqual([statement, DENIED]);
      }
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
