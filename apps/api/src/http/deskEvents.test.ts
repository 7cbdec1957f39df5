import { randomUUID } from "node:crypto";
import fastify from "fastify";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createAccounts, putAccount } from "../access/accounts";
import type { Viewer } from "../access/viewer";
import type { Channel } from "../db/channel";
import { createDatabase } from "../db/testing";
import { STAFF } from "../testing";
import { serve, type TestServer } from "../testing.http";
import { mountDeskEvents } from "./deskEvents";

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
const PASSWORD = "a-password-for-a-test";

beforeAll(async () => {
  database = await createDatabase();
  const accounts = createAccounts(database.db, { secret: "a-secret-for-tests-that-is-long-enough", publicUrl: "http://127.0.0.1", trustedOrigins: [], rateLimit: "off" });
  for (const role of ["staff", "funder"]) {
    const id = await putAccount(accounts, `${role}@desk.example`, role, PASSWORD);
    await database.sql`insert into memberships (user_id, role, positions) values (${id}, ${role}, ${role === "staff" ? ["concierge"] : []})`;
  }
  await database.sql`insert into systems (id, name, state_code) values ('s', 'System', 'OH')`;
  server = await serve(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const as = async (role: string): Promise<string> => server.signIn(`${role}@desk.example`, PASSWORD);

/** An open stream, read until what it said satisfies. */
async function open(cookie: string, url = server.url) {
  const aborted = new AbortController();
  onTestFinished(() => aborted.abort());
  const answer = await fetch(`${url}/api/desk/events`, { headers: { cookie }, signal: aborted.signal });
  let said = "";
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (wanted: RegExp): Promise<string> => {
    while (!wanted.test(said)) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) throw new Error(`The stream ended with: ${said}`);
      said += value;
    }
    return said;
  };
  return { answer, until, ended: async () => { for (;;) if ((await reader?.read())?.done ?? true) return; } };
}

const ask = async () => {
  const id = randomUUID();
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name) values (${id}, 's', now(), 'System')`;
  return id;
};

test("staff hear of a new request at once, and of nothing but its id", async () => {
  const { answer, until } = await open(await as("staff"));
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  await until(/event: open/);
  // The channel says so when it listens.
  await until(/"\*"/);
  const began = performance.now();
  const id = await ask();
  expect(await until(new RegExp(id))).toContain(`event: changed\ndata: {"requestId":"${id}"}\n\n`);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("nobody else hears anything", async () => {
  const status = async (headers: Record<string, string>) => (await fetch(`${server.url}/api/desk/events`, { headers })).status;
  expect(await status({})).toBe(401);
  expect(await status({ cookie: await as("funder") })).toBe(403);
});

test("many requests at once are one event", async () => {
  const { until } = await open(await as("staff"));
  await until(/event: open/);
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name) select 'many-' || n, 's', now(), 'System' from generate_series(1, 400) n`;
  expect(await until(/"\*"/)).not.toContain("many-");
});

test("a database that went away is listened to again, and what was missed is said", async () => {
  const { until } = await open(await as("staff"));
  await until(/event: open/);
  const before = await ask();
  await until(new RegExp(before));
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen desk'`;
  await until(new RegExp(`${before}[^]*"\\*"`));
  const after = await ask();
  expect(await until(new RegExp(after))).toContain(after);
});

test("a stream ends with the session of whoever reads it, and with the server", async () => {
  const other = await serve(database);
  const cookie = await other.signIn("staff@desk.example", PASSWORD);
  const { until, ended } = await open(cookie, other.url);
  await until(/event: open/);
  const closed = other.app.close();
  await expect(ended()).resolves.toBeUndefined();
  await closed;
});

test("who is no longer staff hears no more at the next heartbeat", async () => {
  const app = fastify();
  let viewer: Viewer = STAFF;
  const channel: Channel = { listen: () => () => undefined, end: () => Promise.resolve() };
  mountDeskEvents(app, { channel, admit: () => Promise.resolve(STAFF), identify: () => Promise.resolve(viewer), heartbeatMs: 20 });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  const { until, ended } = await open("", url);
  await until(/: still here/);
  viewer = null;
  await expect(ended()).resolves.toBeUndefined();
});

test("one person holds a few streams, and no more", async () => {
  const cookie = await as("staff");
  const statuses = [];
  for (let count = 0; count < 12; count += 1) statuses.push((await open(cookie)).answer.status);
  expect(statuses.at(-1)).toBe(429);
});
