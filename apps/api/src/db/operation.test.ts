import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createGraphql } from "../graphql";
import type { Context } from "../context";
import { createSchema } from "../schema";
import { graphqlOver, STAFF } from "../testing";
import { connect, type Connection, type Database } from "./client";
import { openOperation, type Operation, type OperationOptions } from "./operation";
import { createDatabase } from "./testing";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** The owner of the tables, whom no right but the transaction's own holds back. */
const OWNER: OperationOptions = { role: "network", accountId: null, requestId: "test", coachId: null, providerId: null, readOnly: true };
const WRITING: OperationOptions = { ...OWNER, readOnly: false };

let made = 0;
const provider = () => `made-${(made += 1)}`;
const put = (db: Database, id: string) => db.execute(sql`insert into providers (id, name) values (${id}, ${id})`);
const isThere = async (db: Database, id: string) => (await db.execute(sql`select from providers where id = ${id}`)).length > 0;

const codeOf = (error: unknown): string | undefined => ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code;
const refusal = (work: Promise<unknown>): Promise<string | undefined> => work.then(() => "no refusal", codeOf);

function smallPool(max: number): Connection {
  const pool = connect(database.url, { max });
  onTestFinished(() => pool.sql.end({ timeout: 0 }));
  return pool;
}

describe("one snapshot", () => {
  test("what others commit between two reads of an operation changes nothing in it", async () => {
    const id = provider();
    const operation = await openOperation(database.db, OWNER);
    expect(await isThere(operation.db, id)).toBe(false);
    await put(database.db, id);
    expect(await isThere(operation.db, id)).toBe(false);
    await operation.end("commit");
    expect(await isThere(database.db, id)).toBe(true);
  });

  test("what others commit before an operation's first read is not in it either", async () => {
    const id = provider();
    const operation = await openOperation(database.db, OWNER);
    await put(database.db, id);
    expect(await isThere(operation.db, id)).toBe(false);
    await operation.end("commit");
  });

  test("through GraphQL too, a write that lands while the operation runs is seen by none of its fields", async () => {
    const id = provider();
    let landed = 0;
    const landing = { requestDidStart: () => Promise.resolve({ responseForOperation: async () => ((landed += 1), await put(database.db, id), null) }) };
    const server = createGraphql(createSchema(), { connection: database, log: pino({ level: "silent" }), plugins: [landing] });
    await server.start();
    onTestFinished(() => server.stop());
    const contextValue = { viewer: STAFF, requestId: "test", log: pino({ level: "silent" }) } as Context;
    const { body } = await server.executeOperation<Record<string, { id: string }[]>>({ query: "{ a: providers { id } b: providers { id } }" }, { contextValue });
    const data = body.kind === "single" ? body.singleResult.data : null;
    expect(landed).toBe(1);
    expect(data?.["a"]?.map((row) => row.id)).not.toContain(id);
    expect(data?.["b"]).toEqual(data?.["a"]);
    expect(await isThere(database.db, id)).toBe(true);
  });
});

describe("reading and writing", () => {
  test("a query cannot write, whatever its role may", async () => {
    const operation = await openOperation(database.db, OWNER);
    expect(await refusal(put(operation.db, provider()))).toBe("25006");
    await operation.end("rollback");
  });

  test("what a mutation wrote is there once it ended well", async () => {
    const id = provider();
    const operation = await openOperation(database.db, WRITING);
    await put(operation.db, id);
    expect(await isThere(database.db, id)).toBe(false);
    await operation.end("commit");
    expect(await isThere(database.db, id)).toBe(true);
  });

  test("a mutation that fails leaves nothing behind", async () => {
    const id = provider();
    const operation = await openOperation(database.db, WRITING);
    await put(operation.db, id);
    await operation.end("rollback");
    expect(await isThere(database.db, id)).toBe(false);
  });

  test("a mutation one of whose statements failed cannot end as if it had gone well", async () => {
    const id = provider();
    const operation = await openOperation(database.db, WRITING);
    await put(operation.db, id);
    expect(await refusal(put(operation.db, id))).toBe("23505");
    await expect(operation.end("commit")).rejects.toThrow("providers_pkey");
    expect(await isThere(database.db, id)).toBe(false);
  });

  test("of two mutations of one row, the second waits for the first and sees what it did", async () => {
    const id = provider();
    await put(database.db, id);
    const rename = (db: Database, name: string) => db.execute(sql`update providers set name = ${name} || ' after ' || name where id = ${id}`);
    const [first, second] = [await openOperation(database.db, WRITING), await openOperation(database.db, WRITING)];
    await rename(first.db, "first");
    const late = rename(second.db, "second");
    await first.end("commit");
    await late;
    await second.end("commit");
    expect([...(await database.sql`select name from providers where id = ${id}`)]).toEqual([{ name: `second after first after ${id}` }]);
  });

  test("ending twice is ending once", async () => {
    const operation = await openOperation(database.db, OWNER);
    await operation.end("commit");
    await expect(Promise.all([operation.end("rollback"), operation.end("commit")])).resolves.toEqual([undefined, undefined]);
  });
});

describe("the pool", () => {
  test("a connection goes back without role or viewer, however the operation ended", async () => {
    const pool = smallPool(1);
    for (const outcome of ["commit", "rollback"] as const) {
      const operation = await openOperation(pool.db, { role: "network_coach", accountId: "a-1", requestId: "test", coachId: "c-1", providerId: "p-1", readOnly: true });
      const [inside] = await operation.db.execute(sql`select current_user as role, current_setting('viewer.coach_id') as coach, current_setting('transaction_read_only') as "readOnly"`);
      expect(inside).toEqual({ role: "network_coach", coach: "c-1", readOnly: "on" });
      await operation.end(outcome);
      const [after] = await pool.sql`select current_user as role, coalesce(current_setting('viewer.coach_id', true), '') as coach,
        coalesce(current_setting('viewer.provider_id', true), '') as provider, current_setting('transaction_read_only') as "readOnly"`;
      expect(after).toEqual({ role: "network", coach: "", provider: "", readOnly: "off" });
    }
  });

  test("a role that does not exist opens nothing and keeps no connection", async () => {
    const pool = smallPool(1);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(openOperation(pool.db, { ...OWNER, role: "nobody" })).rejects.toThrow("set_config");
    }
    expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test("many more operations than connections all come to their end", async () => {
    const ask = await graphqlOver(smallPool(2));
    const query = "{ a: topics(first: 3) { totalCount nodes { domain { code } } } network { name } systems { totalCount } impact { requests { value } } }";
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(query, {}, index % 3 === 0 ? null : STAFF)));
    expect(answers.filter(({ data }) => data).length).toBe(26);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(["UNAUTHENTICATED"]));
  });

  /** Ends the operation's connection from outside, as a database that is restarted does. */
  async function cut(operation: Operation): Promise<void> {
    const [backend] = await operation.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.sql`select pg_terminate_backend(${backend?.pid ?? 0}, 5000)`;
  }

  test("an operation whose connection is cut fails alone: the process and the pool live on", async () => {
    const pool = smallPool(1);
    const operation = await openOperation(pool.db, OWNER);
    await cut(operation);
    // Told by the server that it ends, or by the closed connection: whichever comes first.
    await expect(operation.db.execute(sql`select 1`)).rejects.toThrow(/CONNECTION_CLOSED|terminating connection|Failed query/);
    await operation.end("rollback").catch(() => undefined);
    await expect.poll(() => pool.sql`select 1 as one`.then(([row]) => row?.["one"] as unknown, () => null)).toBe(1);
  });

  test("an operation that asks nothing more after its connection was cut takes nothing else with it", async () => {
    const pool = smallPool(1);
    const operation = await openOperation(pool.db, OWNER);
    await cut(operation);
    // The pool connects anew, so it has noticed; a rejection that nobody awaits would have ended the process.
    expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await operation.end("commit");
    await operation.end("rollback");
  });

  test("queries that were under way or in line when the connection was cut are all answered", async () => {
    const pool = smallPool(1);
    const operation = await openOperation(pool.db, OWNER);
    const [backend] = await operation.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const asked = Array.from({ length: 20 }, (_, index) => operation.db.execute(sql`select pg_sleep(30), ${index}::int`).catch(() => "failed"));
    await database.sql`select pg_terminate_backend(${backend?.pid ?? 0}, 5000)`;
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["failed"]));
    await operation.end("rollback");
  });

  test("a mutation whose connection is cut cannot end as if it had gone well", async () => {
    const pool = smallPool(1);
    const operation = await openOperation(pool.db, WRITING);
    await put(operation.db, provider());
    await cut(operation);
    expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await expect(operation.end("commit")).rejects.toThrow("CONNECTION_CLOSED");
  });
});
