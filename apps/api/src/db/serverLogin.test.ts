import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { inject } from "vitest";
import { connect, type Connection } from "./client";
import { migrate } from "./migrate";
import { openServerConnection } from "./serverLogin";
import { testDatabase } from "./testing";
import { graphqlOver } from "../testing";
import { putPerson, putProvider } from "../access/people/testing.people";

async function served(owner: Connection): Promise<Connection> {
  const connection = await openServerConnection(owner);
  onTestFinished(() => connection.end());
  return connection;
}

const refusal = (work: PromiseLike<unknown>): Promise<string> => Promise.resolve(work).then(() => "done", (error: { code?: string }) => error.code ?? String(error));

describe("the login that requests are answered with", () => {
  test("rules over nothing, owns nothing and inherits nothing", async () => {
    const { sql } = await served(await testDatabase());
    const [role] = await sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit, current_user::text as "current" from pg_roles where rolname = session_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolinherit: false, current: "network_server" });
    const owned = await sql`select 1 from pg_shdepend d join pg_roles r on r.oid = d.refobjid where r.rolname = session_user and d.deptype = 'o'`;
    expect([...owned]).toEqual([]);
  });

  test("reads no row of the network's work between operations, and writes no audit event by hand", async () => {
    const { sql } = await served(await testDatabase());
    for (const statement of ["select 1 from requests", "select 1 from providers", "select 1 from session_notes", "select 1 from audit_events", "select 1 from mails",
      "insert into audit_pending (at, actor_name, action, subject_type, subject_id, detail) values (now(), 'x', 'a.b', 'c', 'd', '{}')", "select server_login()",
      "alter table requests disable row level security", "set role network", "set session authorization network", "create table mine (a int)", "delete from memberships"]) {
      expect([statement, await refusal(sql.unsafe(statement))]).toEqual([statement, "42501"]);
    }
    expect([...(await sql`select name from app_secrets`)].filter(({ name }) => name !== "statistics")).toEqual([]);
    expect(await refusal(sql`insert into app_secrets (name, value) values ('auth', 'mine')`)).toBe("42501");
  });

  test("without any role it reads nothing at all", async () => {
    const { sql } = await served(await testDatabase());
    for (const table of ["auth.users", "memberships", "api_keys", "providers", "limits.used"]) {
      const tried = sql.begin(async (tx) => {
        await tx`set local role none`;
        await tx.unsafe(`select 1 from ${table}`);
      });
      expect([table, await refusal(tried)]).toEqual([table, "42501"]);
    }
  });

  test("is the same for all who open a database at once, and comes in again after its password was lost", async () => {
    const database = await testDatabase();
    const all = await Promise.all(Array.from({ length: 8 }, () => served(database)));
    expect(new Set(await Promise.all(all.map(async ({ sql }) => (await sql`select session_user::text as who`)[0]?.["who"] as string))).size).toBe(1);
    await database.sql`delete from app_secrets where name = 'database_login'`;
    const { sql } = await served(database);
    expect(await refusal(sql`select 1`)).toBe("done");
  });

  test("belongs to one database: that of another has another name", async () => {
    const [one, other] = [await served(await testDatabase()), await served(await testDatabase())];
    const name = async ({ sql }: Connection) => (await sql`select session_user::text as who`)[0]?.["who"] as string;
    expect(await name(one)).not.toBe(await name(other));
  });
});

/** A database whose owner may make roles and databases and nothing else, as on a server that somebody else runs. */
async function plainlyOwned(): Promise<Connection> {
  const name = `plain_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const admin = postgres(url.href, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create role ${name} login password 'secret' createrole`);
  // Roles belong to the whole server, which other tests share: this owner is let in on those that are there.
  const roles = await admin<{ name: string }[]>`select rolname as name from pg_roles where rolname like 'network\\_%' and not rolcanlogin`;
  for (const role of roles) await admin.unsafe(`grant ${role.name} to ${name} with admin option`);
  await admin.unsafe(`create database ${name} owner ${name}`);
  url.pathname = `/${name}`;
  url.username = name;
  url.password = "secret";
  const connection = connect(url.href, { max: 4 });
  onTestFinished(async () => {
    await connection.end();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return connection;
}

test("an owner who is no superuser migrates, writes and serves, with row security forced on themselves too", async () => {
  const owner = await plainlyOwned();
  await migrate(owner);
  const [role] = await owner.sql`select rolsuper or rolbypassrls as passes, (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relforcerowsecurity)::int as unforced from pg_roles where rolname = current_user`;
  expect(role).toEqual({ passes: false, unforced: 0 });
  const { coachId, providerId } = await putProvider(owner, "org-1");
  await owner.sql.unsafe(`
    insert into systems (id, name, state_code) values ('s-1', 'A system', 'CA');
    insert into leaders (id, system_id, name) values ('l-1', 's-1', 'A leader');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r-1', 's-1', 'l-1', '2020-06-01', 'A system'), ('r-2', 's-1', null, '2020-06-01', 'A system');
    insert into tag_events (request_id, topic_code, action, stage, author, at) values ('r-1', 'NONE', 'added', 'tagged', 'Ada', now());
    insert into engagements (id, request_id, matched_at) values ('e-1', 'r-1', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e-1', '${coachId}', 0);
    insert into sessions (id, engagement_id, held_at) values ('x-1', 'e-1', '2020-06-03');
    insert into session_notes (session_id, note) values ('x-1', 'Said in confidence');`);
  const coach = await putPerson(owner, { role: "coach", providerId, coachId });
  const staff = await putPerson(owner, { role: "staff", positions: ["admin"] });
  const ask = await graphqlOver(owner);
  const query = "{ requests { nodes { id leader { name } topics { code } engagements { sessions { note } } } } }";
  expect(await ask(query, {}, coach)).toEqual({
    data: { requests: { nodes: [{ id: "r-1", leader: { name: "A leader" }, topics: [{ code: "NONE" }], engagements: [{ sessions: [{ note: "Said in confidence" }] }] }] } },
    errors: [],
  });
  expect((await ask<{ requests: { nodes: unknown[] } }>(query, {}, staff)).data?.requests.nodes).toHaveLength(2);
  expect((await ask('mutation { addOrganisation(input: { name: "New", kind: PROVIDER }) { provider { id } } }', {}, staff)).errors).toEqual([]);
  expect((await ask('mutation { openSessionNotes(input: { sessionId: "x-1", reason: "A complaint to follow up" }) { note } }', {}, staff)).data).toEqual({ openSessionNotes: { note: "Said in confidence" } });
  expect((await ask<{ auditIntegrity: unknown }>("{ auditIntegrity { intact } }", {}, staff)).data).toEqual({ auditIntegrity: { intact: true } });
});
