import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase, type TestDatabase } from "../db/testing";
import { PROJECT_ROOT } from "../paths";
import { enqueueMail } from "./mail.queries";
import { smtpSink, type Sink } from "./testing.smtp";
import { smtpTransport } from "./transport";
import { startWorker } from "./worker";

const TO = "ada@north.example";
const LINK = { link: "/sign-in/link?token=secret-token", minutes: 15 };

async function start({ url }: TestDatabase, sink: Sink, lostJobsEveryMs = 60_000) {
  const transport = smtpTransport(sink.url, { name: "Test network", address: "network@test.example" });
  return startWorker({ databaseUrl: url, transport, publicUrl: "https://network.example", log: pino({ level: "silent" }), lostJobsEveryMs });
}

/** A worker in a process of its own. @returns what kills it and waits until it is gone. */
function spawnWorker({ url }: TestDatabase, sink: Sink): () => Promise<void> {
  const child = spawn(process.execPath, ["--import", "@oxc-node/core/register", join(import.meta.dirname, "testing.child.ts"), url, sink.url], { cwd: PROJECT_ROOT, stdio: "ignore" });
  const gone = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(kill);
  return kill;
}

/** Waits until `holds` without a fixed time: the test's own limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

const stateOf = async ({ sql }: TestDatabase, id: string) => (await sql`select state from mails where id = ${id}`)[0]?.["state"] as unknown;
const messageIds = ({ received }: Sink) => received.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);

test("a worker that is killed between handing a mail over and saying so loses none; the repeat bears the same Message-ID", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const kill = spawnWorker(database, sink);
  const handedOver = Promise.withResolvers<void>();
  sink.onMessage = async () => {
    handedOver.resolve();
    await kill();
  };
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await handedOver.promise;
  await kill();
  expect(await stateOf(database, id)).toBe("waiting");
  expect(await database.sql`select from graphile_worker.jobs where locked_by is not null`).toHaveLength(1);

  sink.onMessage = () => undefined;
  await until(async () => (await database.sql`select from pg_stat_activity where datname = ${database.name} and application_name like '%jobs%'`).length === 0);
  const worker = await start(database, sink);
  onTestFinished(() => worker.stop());
  await until(async () => (await stateOf(database, id)) === "sent");
  expect(messageIds(sink)).toEqual([`<${id}@mail.coaching-network>`, `<${id}@mail.coaching-network>`]);
});

test("what a living worker is at is not taken from it when another one starts", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const first = await start(database, sink);
  onTestFinished(() => first.stop());
  const handedOver = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  sink.onMessage = () => {
    handedOver.resolve();
    return goOn.promise;
  };
  await until(async () => (await database.sql`select from pg_stat_activity where application_name like ${"%jobs pool-%"}`).length > 0);
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await handedOver.promise;
  const second = await start(database, sink);
  onTestFinished(() => second.stop());
  expect(await database.sql`select from graphile_worker.jobs where locked_by is not null`).toHaveLength(1);
  goOn.resolve();
  await until(async () => (await stateOf(database, id)) === "sent");
  expect(sink.received).toHaveLength(1);
});

/** The id of the one worker there is. */
async function workerOf({ sql, name }: TestDatabase): Promise<string> {
  for (;;) {
    const [listening] = await sql<{ id: string | null }[]>`select substring(application_name from 'jobs (pool-.*)') as id from pg_stat_activity where datname = ${name} and application_name like '%jobs pool-%'`;
    if (listening?.id) return listening.id;
  }
}

test("a job that a living worker was done with, and could not say so, is done again; one that it is at is not", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const worker = await start(database, sink, 20);
  onTestFinished(() => worker.stop());
  const handedOver = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  sink.onMessage = () => {
    handedOver.resolve();
    return goOn.promise;
  };
  const id = await workerOf(database);
  const long = await enqueueMail(database.db, "magic_link", TO, LINK);
  await handedOver.promise;
  sink.onMessage = () => undefined;
  const forgotten = await database.db.transaction(async (db) => {
    const mail = await enqueueMail(db, "magic_link", TO, LINK);
    await db.execute(sql`update graphile_worker._private_jobs set locked_by = ${id}, locked_at = now()`);
    return mail;
  });
  expect([await stateOf(database, long), await stateOf(database, forgotten)]).toEqual(["waiting", "waiting"]);
  await database.sql`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes'`;
  await until(async () => (await stateOf(database, forgotten)) === "sent");
  goOn.resolve();
  await until(async () => (await stateOf(database, long)) === "sent");
  expect(sink.received).toHaveLength(2);
});

test("mail that waits without a job that could still be tried gets one when a worker starts", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await database.sql`update graphile_worker._private_jobs set attempts = max_attempts`;
  const worker = await start(database, sink);
  onTestFinished(() => worker.stop());
  await until(async () => (await stateOf(database, id)) === "sent");
  expect(messageIds(sink)).toEqual([`<${id}@mail.coaching-network>`]);
});

test("a worker that is stopped finishes the mail it is at", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const worker = await start(database, sink);
  const handedOver = Promise.withResolvers<void>();
  sink.onMessage = () => handedOver.resolve();
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await handedOver.promise;
  await worker.stop();
  expect(await stateOf(database, id)).toBe("sent");
  expect(sink.received).toHaveLength(1);
});
