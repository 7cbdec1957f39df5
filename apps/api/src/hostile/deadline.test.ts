import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Context } from "../context";
import { connect } from "../db/client";
import { openOperation, type OperationOptions } from "../db/operation";
import { createDatabase } from "../db/testing";
import { createGraphql } from "../graphql";
import { createSchema } from "../schema";
import { STAFF } from "../testing";
import { createDemoDatabase } from "../testing.demo";
import { serve } from "../testing.http";

/** A minute for each row of the directory of providers, for whoever is not the owner of the table. */
const SLOW_PROVIDERS = `alter table providers enable row level security;
  create policy slow on providers as restrictive using (pg_sleep(60) is not null)`;
const SLOW_QUERY = "{ providers { id } }";

/** A cancelled statement is over at once; a machine that is busy with other tests takes its time to say so. */
const SOON_MS = 3_000;

let slow: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  slow = await createDemoDatabase();
  await slow.sql.unsafe(SLOW_PROVIDERS);
});
afterAll(() => slow.drop());

/** What runs in the database, the watching apart. */
async function running(): Promise<number> {
  const [row] = await slow.sql<{ count: number }[]>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or state like 'idle in transaction%')`;
  return row?.count ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

/** @returns after how many milliseconds the database was at rest. */
async function timeToRest(): Promise<number> {
  const began = performance.now();
  await until(async () => (await running()) === 0);
  return performance.now() - began;
}

describe("an operation that outlives its time", () => {
  test("is told as too complex, and its statement is cancelled in the database", async () => {
    const pool = connect(slow.url, { max: 2 });
    const server = createGraphql(createSchema(), { connection: pool, log: pino({ level: "silent" }), operationMs: 300 });
    await server.start();
    onTestFinished(async () => {
      await server.stop();
      await pool.end();
    });
    const contextValue = { viewer: STAFF, requestId: "test", log: pino({ level: "silent" }), hungUp: null, allowance: null } as unknown as Context;
    const { body } = await server.executeOperation({ query: SLOW_QUERY }, { contextValue });
    expect(await timeToRest()).toBeLessThan(SOON_MS);
    expect(body.kind === "single" && body.singleResult.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["QUERY_TOO_COMPLEX"]);
  });
});

describe("a caller who hangs up", () => {
  async function hangUp(count: number) {
    const pool = connect(slow.url, { max: 4 });
    const server = await serve(pool);
    onTestFinished(async () => {
      await server.app.close();
      await pool.end();
    });
    const calls = Array.from({ length: count }, () => {
      const controller = new AbortController();
      const init = { method: "POST", body: JSON.stringify({ query: SLOW_QUERY }), headers: { "content-type": "application/json" }, signal: controller.signal };
      return { controller, answer: fetch(`${server.url}/graphql`, init).then(() => "answered", () => "hung up") };
    });
    await until(async () => (await running()) >= Math.min(count, 4));
    for (const { controller } of calls) controller.abort();
    return { server, answers: await Promise.all(calls.map(({ answer }) => answer)) };
  }

  test("leaves no statement running behind", async () => {
    const { answers } = await hangUp(1);
    expect(answers).toEqual(["hung up"]);
    expect(await timeToRest()).toBeLessThan(SOON_MS);
  });

  test("makes room for the others: a pool that sixty of them filled answers at once", async () => {
    const { server } = await hangUp(60);
    const began = performance.now();
    const answer = await server.graphql({ query: "{ network { demo } }" });
    expect(await answer.json()).toEqual({ data: { network: { demo: true } } });
    expect(performance.now() - began).toBeLessThan(SOON_MS);
    expect(await timeToRest()).toBeLessThan(SOON_MS);
  });
});

describe("what is interrupted", () => {
  const OWNER: Omit<OperationOptions, "interruption"> = { role: "network", accountId: null, requestId: "test", coachId: null, providerId: null, readOnly: false };

  async function interruptible(max: number) {
    const database = await createDatabase();
    const pool = connect(database.url, { max });
    onTestFinished(async () => {
      await pool.end();
      await database.drop();
    });
    const open = () => {
      const controller = new AbortController();
      return { controller, operation: openOperation(pool.db, { ...OWNER, interruption: { signal: controller.signal, cancel: pool.cancel } }) };
    };
    return { database, open };
  }

  test("has saved nothing, even when nothing had failed yet", async () => {
    const { database, open } = await interruptible(1);
    const { controller, operation } = open();
    const { db, end } = await operation;
    await db.execute(sql`insert into providers (id, name) values ('late', 'Late')`);
    controller.abort();
    await expect(end("commit")).rejects.toThrow("interrupted");
    expect(await database.sql`select from providers where id = 'late'`).toHaveLength(0);
  });

  test("sends no further statement", async () => {
    const { open } = await interruptible(1);
    const { controller, operation } = open();
    const { db, end } = await operation;
    controller.abort();
    await expect(db.execute(sql`select 1`)).rejects.toThrow("interrupted");
    await end("rollback");
  });

  test("while it waits for a connection gives up its place", async () => {
    const { open } = await interruptible(1);
    const first = await open().operation;
    const second = open();
    second.controller.abort();
    await expect(second.operation).rejects.toThrow("interrupted");
    await first.end("commit");
    await (await open().operation).end("commit");
  });

  test("never takes another's statement with it", async () => {
    const { open } = await interruptible(1);
    for (let turn = 0; turn < 25; turn += 1) {
      const { controller, operation } = open();
      const { db, end } = await operation;
      const asked = [0, 1, 2].map(() => db.execute(sql`select pg_sleep(30)`).catch(() => "cancelled"));
      controller.abort();
      const next = open().operation;
      expect(await Promise.all(asked)).toEqual(["cancelled", "cancelled", "cancelled"]);
      await end("rollback");
      const other = await next;
      expect(await other.db.execute(sql`select pg_sleep(0.02), 1 as one`)).toMatchObject([{ one: 1 }]);
      await other.end("commit");
    }
  });
});

test("an operation waits two seconds for another's lock, then says that somebody was in the way", async () => {
  const pool = connect(slow.url, { max: 1 });
  const server = await serve(pool);
  const holder = await slow.sql.reserve();
  onTestFinished(async () => {
    await holder`rollback`;
    holder.release();
    await server.app.close();
    await pool.end();
  });
  await holder`begin`;
  await holder`lock table topics in access exclusive mode`;
  const began = performance.now();
  const answer = (await (await server.graphql({ query: "{ topics(first: 1) { totalCount } }" })).json()) as { errors: { extensions: unknown }[] };
  expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code: "CONFLICT" }]);
  expect(performance.now() - began).toBeGreaterThan(1_900);
});
