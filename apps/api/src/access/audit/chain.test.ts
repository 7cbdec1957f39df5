import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { connect } from "../../db/client";
import { openOperation } from "../../db/operation";
import { openServerConnection } from "../../db/serverLogin";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { firstBrokenLink } from "./testing.chain";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});

const write = (subject: string, detail = "{}") => database.sql`select audit('records.exported', 'records', ${subject}, ${detail}::text::jsonb)`;

/** What the database finds, and what this program finds without it. */
async function broken(): Promise<[string | null, string | null]> {
  const [row] = await database.sql<{ id: string | null }[]>`select audit_first_broken()::text as id`;
  return [row?.id ?? null, await firstBrokenLink(database.sql)];
}

/** As somebody who owns the tables and means harm. */
const tamper = (statement: string) =>
  database.sql.unsafe(`alter table audit_events disable trigger all; ${statement}; alter table audit_events enable trigger all;`);

const subjects = async (): Promise<string[]> => (await database.sql<{ subject_id: string }[]>`select subject_id from audit_events order by id`).map((row) => row.subject_id);

test("an empty trail holds, and each event follows the one before", async () => {
  expect(await broken()).toEqual([null, null]);
  for (const subject of ["a", "Ünïcode ✓ \\ ' \" :", "c".repeat(5000)]) await write(subject, '{"b": [1, 2.50, null], "a": "ß"}');
  expect(await broken()).toEqual([null, null]);
  expect(await subjects()).toHaveLength(3);
});

test("what is taken back leaves no event, and no gap that breaks the chain", async () => {
  await write("kept");
  await expect(database.sql.begin(async (tx) => {
    await tx`select audit('records.exported', 'records', 'taken back')`;
    throw new Error("taken back");
  })).rejects.toThrow("taken back");
  await write("kept too");
  expect(await subjects()).toEqual(["kept", "kept too"]);
  expect(await broken()).toEqual([null, null]);
});

describe("tampering by the owner is found", () => {
  beforeEach(async () => {
    for (const subject of ["1", "2", "3", "4", "5"]) await write(subject);
  });

  test.each([
    ["a changed field", "update audit_events set reason = 'another' where id = 2", "2", "2"],
    ["a changed time", "update audit_events set at = at + interval '1 microsecond' where id = 3", "3", "3"],
    ["a changed actor", "update audit_events set actor_name = 'Somebody else' where id = 5", "5", "5"],
    ["a changed detail", `update audit_events set detail = '{"rows": 1}' where id = 1`, "1", "1"],
    ["a field moved into its neighbour", "update audit_events set subject_type = 'record', subject_id = 's' || subject_id where id = 4", "4", "4"],
    ["an event taken out of the middle", "delete from audit_events where id = 3", "4", "4"],
    ["the first event taken out", "delete from audit_events where id = 1", "2", "2"],
    ["the last event taken out", "delete from audit_events where id = 5", "5", "the end"],
    ["the tail cut off", "delete from audit_events where id > 2", "3", "the end"],
    ["everything taken out", "delete from audit_events", "1", "the end"],
    ["two events that changed places", "alter table audit_events alter column id drop identity; update audit_events set id = 99 where id = 2; update audit_events set id = 2 where id = 3; update audit_events set id = 3 where id = 99", "2", "2"],
    ["an event put in without a hash of its own", "insert into audit_events overriding system value select 6, at, account_id, actor_name, actor_email, key_id, key_name, action, subject_type, 'forged', reason, detail, request_id, hash, hash from audit_events where id = 5", "6", "6"],
    [
      "an event put in at the end with a right hash",
      `insert into audit_events overriding system value select 6, at, account_id, actor_name, actor_email, key_id, key_name, action, subject_type, 'forged', reason, detail, request_id, hash, hash from audit_events where id = 5;
       update audit_events e set hash = audit_hash(e) where id = 6`,
      "6",
      "the end",
    ],
  ])("%s", async (_what, statement, byDatabase, byProgram) => {
    expect(await broken()).toEqual([null, null]);
    await tamper(statement);
    expect(await broken()).toEqual([byDatabase, byProgram]);
  });
});

test("nobody changes, removes or empties it, the owner included", async () => {
  await write("a");
  for (const statement of ["update audit_events set reason = 'x'", "delete from audit_events", "truncate audit_events", "delete from audit_events where false"]) {
    await expect(database.sql.unsafe(statement), statement).rejects.toThrow("only ever added to");
  }
  for (const role of ["network_staff", "network_public", "network_server"]) {
    for (const statement of ["update audit_events set reason = 'x'", "delete from audit_events", "truncate audit_events", "update audit_head set events = 0", "delete from audit_pending",
      "insert into audit_pending (at, actor_name, action, subject_type, subject_id, detail) values (now(), 'x', 'a.b', 'c', 'd', '{}')"]) {
      const tried = database.sql.begin((tx) => tx.unsafe(`set local role ${role}; ${statement}`));
      await expect(tried, `${role}: ${statement}`).rejects.toThrow("permission denied");
    }
  }
});

test("fifty transactions at once leave one unbroken chain", async () => {
  const pool = connect(database.url, { max: 50 });
  onTestFinished(() => pool.end());
  await Promise.all(Array.from({ length: 50 }, (_, index) => pool.sql.begin(async (tx) => {
    await tx`select audit('records.exported', 'records', ${`first of ${index}`})`;
    await tx`select pg_sleep(0.02)`;
    await tx`select audit('records.exported', 'records', ${`second of ${index}`})`;
  })));
  expect(await broken()).toEqual([null, null]);
  const written = await subjects();
  expect(written).toHaveLength(100);
  // Those of one transaction stay together, in order.
  for (let index = 0; index < 100; index += 2) expect(written[index + 1]).toBe(written[index]?.replace("first", "second"));
});

test("who works long holds up nobody who writes an event", async () => {
  const slow = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const long = database.sql.begin(async (tx) => {
    await tx`select audit('import.loaded', 'import', 'long')`;
    started.resolve();
    await slow.promise;
  });
  await started.promise;
  await write("short");
  expect(await subjects()).toEqual(["short"]);
  slow.resolve();
  await long;
  expect(await subjects()).toEqual(["short", "long"]);
  expect(await broken()).toEqual([null, null]);
});

describe("who did it", () => {
  const actors = async () => {
    const rows = await database.sql`select account_id, actor_name, actor_email, key_id, request_id from audit_events order by id`;
    return rows.map((row) => ({ ...row }));
  };

  test("is told by the operation's settings, as they were called then", async () => {
    await database.sql`insert into auth.users (id, name, email) values ('u-1', 'Ada', 'ada@test.example')`;
    const server = await openServerConnection(database);
    onTestFinished(() => server.end());
    const options = { role: "network_staff", accountId: "u-1", requestId: "r-1", coachId: null, providerId: null, readOnly: false };
    const operation = await openOperation(server.db, options);
    await operation.db.execute(sql`select audit('records.exported', 'records', 'x')`);
    await operation.end("commit");
    await database.sql`update auth.users set name = 'Grace', email = 'grace@test.example'`;
    expect(await actors()).toEqual([{ account_id: "u-1", actor_name: "Ada", actor_email: "ada@test.example", key_id: null, request_id: "r-1" }]);
  });

  test("is the public, the system or the command line where nobody is signed in", async () => {
    const server = await openServerConnection(database);
    const commandLine = connect(database.url, { max: 1, by: "The command line" });
    onTestFinished(() => Promise.all([server.end(), commandLine.end()]).then(() => undefined));
    const options = { role: "network_public", accountId: null, requestId: "r-2", coachId: null, providerId: null, readOnly: false };
    const operation = await openOperation(server.db, options);
    await operation.db.execute(sql`select audit('records.exported', 'records', 'x')`);
    await operation.end("commit");
    await write("y");
    await commandLine.sql`select audit('records.exported', 'records', 'z')`;
    expect((await actors()).map((row) => row["actor_name"])).toEqual(["The public", "The system", "The command line"]);
  });
});
