import { Writable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { DEMO_PASSWORD } from "../../demo/load";
import { createLog } from "../../log";
import { serve } from "../../testing.http";
import { makeSecret } from "./secret";
import { BEGIN, bearer, HOUR, KeyedServer, MAKE, makeKey, REVOKE, ROTATE, tell, VIEWER, type MadeKey } from "./testing.keys";

const world = new KeyedServer();
beforeAll(() => world.open());
afterAll(() => world.close());
beforeEach(() => world.reset());

const { cookies } = world;
const ask = world.ask.bind(world);
const later = world.later.bind(world);
const statusOf = world.statusOf.bind(world);

/** Shutting an account ends its sessions. */
async function whileShut(who: "provider", doing: () => Promise<void>): Promise<void> {
  const id = await world.userId(who);
  await world.database.sql`update auth.users set disabled_at = now() where id = ${id}`;
  await doing();
  await world.database.sql`update auth.users set disabled_at = null where id = ${id}`;
  await world.signIn(who);
}

describe("what a key is worth", () => {
  const ROWS = "{ requests(first: 1) { totalCount } }";

  test("with SHARED_READ it stands for a funder of the owner's organisation, and reads no rows", async () => {
    const { secret } = await makeKey(world.server, cookies.provider);
    const lead = await ask<{ viewer: { provider: unknown } }>(VIEWER, { cookie: cookies.provider });
    expect((await ask(VIEWER, bearer(secret))).data).toEqual({ viewer: { email: "provider@demo.example", roles: ["FUNDER"], positions: [], provider: lead.data?.viewer.provider } });
    expect((await ask(ROWS, bearer(secret))).codes).toEqual(["FORBIDDEN"]);
  });

  test("with OWN_READ it reads the rows that its owner reads, no fewer and no more", async () => {
    const { secret } = await makeKey(world.server, cookies.provider, ["SHARED_READ", "OWN_READ"]);
    const own = await ask<{ requests: { totalCount: number } }>(ROWS, { cookie: cookies.provider });
    const all = await ask<{ requests: { totalCount: number } }>(ROWS, { cookie: cookies.staff });
    expect((await ask(ROWS, bearer(secret))).data).toEqual(own.data);
    expect(own.data?.requests.totalCount).toBeGreaterThan(0);
    expect(own.data?.requests.totalCount).toBeLessThan(all.data?.requests.totalCount ?? 0);
  });

  test("a key of staff reads no rows and no names of people, keys or mail", async () => {
    const { secret } = await makeKey(world.server, cookies.staff);
    for (const query of [ROWS, "{ systems(first: 1) { totalCount } }", "{ apiKeys { totalCount } }", "{ people { totalCount } }", "{ coaches { totalCount } }"]) {
      expect([query, (await ask(query, bearer(secret))).codes]).toEqual([query, ["FORBIDDEN"]]);
    }
  });

  test("it changes nothing, makes no key, and does not see the others", async () => {
    const { secret, apiKey } = await makeKey(world.server, cookies.provider, ["SHARED_READ", "OWN_READ"]);
    const attempts: [string, Record<string, unknown>][] = [
      [MAKE, { name: "x", scopes: ["SHARED_READ"] }],
      [ROTATE, { id: apiKey.id }],
      [REVOKE, { id: apiKey.id }],
    ];
    for (const [mutation, input] of attempts) expect(await ask(mutation, bearer(secret), { input })).toMatchObject({ status: 403, codes: ["FORBIDDEN"] });
    expect((await ask("mutation { __typename }", bearer(secret))).codes).toEqual(["FORBIDDEN"]);
    expect((await ask("{ viewer { apiKeys { id } } }", bearer(secret))).codes).toEqual(["FORBIDDEN"]);
    expect(await world.database.sql`select from api_keys`).toHaveLength(1);
  });

  test("it lives and dies with its owner's role and account", async () => {
    const { secret } = await makeKey(world.server, cookies.provider, ["SHARED_READ", "OWN_READ"]);
    const owner = await world.userId("provider");
    await whileShut("provider", async () => {
      expect(await statusOf(secret)).toBe(401);
    });
    expect(await statusOf(secret)).toBe(200);
    const [membership] = await world.database.sql`delete from memberships where user_id = ${owner} returning *`;
    expect(await statusOf(secret)).toBe(401);
    await world.database.sql`insert into memberships ${world.database.sql({ ...membership, role: "funder", provider_id: null })}`;
    expect((await ask(ROWS, bearer(secret))).codes).toEqual(["FORBIDDEN"]);
    await world.database.sql`delete from memberships where user_id = ${owner}`;
    await world.database.sql`insert into memberships ${world.database.sql({ ...membership })}`;
    expect((await ask(ROWS, bearer(secret))).codes).toEqual([]);
  });
});

describe("a key that does not work", () => {
  test("is refused with 401 in one sentence, whether it is unknown, expired, revoked or its owner's rights are gone", async () => {
    const [expired, revoked, orphan] = [await makeKey(world.server, cookies.funder, ["SHARED_READ"], { expiresInDays: 1 }), await makeKey(world.server, cookies.funder), await makeKey(world.server, cookies.provider)];
    await ask(REVOKE, { cookie: cookies.funder }, { input: { id: revoked.apiKey.id } });
    later(25 * HOUR);
    const answers: Response[] = [];
    await whileShut("provider", async () => {
      for (const secret of [expired.secret, revoked.secret, orphan.secret, makeSecret()]) answers.push(await world.server.graphql({ query: VIEWER }, { ...bearer(secret) }));
    });
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toEqual({ errors: [{ message: expect.stringContaining("No key that works") as unknown, extensions: { code: "UNAUTHENTICATED" } }] });
    for (const { headers } of answers) {
      expect(headers.get("www-authenticate")).toMatch(/^Bearer realm=".+", error="invalid_token"$/);
      expect(headers.get("content-type")).toMatch(/json/);
    }
  });

  test.each(["Bearer arl_short", "Bearer", "Bearer  ", "Basic c3RhZmY6c3RhZmY=", "arl_x", "Bearer a b", ""])("is refused with 401 where it is not written as one: %j", async (authorization) => {
    const { status, codes, errors, headers } = await ask(VIEWER, { authorization });
    expect([status, codes]).toEqual([401, ["UNAUTHENTICATED"]]);
    expect(errors[0]?.message).toContain("not an API key");
    expect(headers.get("www-authenticate")).toContain("Bearer");
  });

  test("a mistyped key is told as such, and the database is not asked", async () => {
    const { secret } = await makeKey(world.server, cookies.funder);
    const mistyped = secret.slice(0, 20) + (secret[20] === "a" ? "b" : "a") + secret.slice(21);
    const holder = await world.database.sql.reserve();
    await holder`begin`;
    await holder`lock table api_keys in access exclusive mode`;
    const { status, errors } = await ask(VIEWER, bearer(mistyped));
    await holder`rollback`;
    holder.release();
    expect(status).toBe(401);
    expect(errors[0]?.message).toContain("not an API key");
  });

  test("what is open to all is refused with it too, and given without", async () => {
    expect((await ask("{ network { name } }", bearer(makeSecret()))).status).toBe(401);
    expect((await ask("{ network { name } }")).status).toBe(200);
  });

  test("the same is told where sessions send nothing but the dashboard's documents, and keys what they like", async () => {
    const strict = await serve(world.database, { documents: new Map() });
    onTestFinished(() => strict.app.close());
    const { secret } = await makeKey(world.server, cookies.funder);
    expect(await tell(strict, VIEWER, {}, bearer(makeSecret()))).toMatchObject({ status: 401, codes: ["UNAUTHENTICATED"] });
    expect(await tell(strict, VIEWER, {}, { ...bearer(secret), cookie: cookies.staff })).toMatchObject({ status: 401, codes: ["UNAUTHENTICATED"] });
    expect(await tell(strict, VIEWER, {}, { cookie: cookies.funder })).toMatchObject({ status: 403, codes: ["FORBIDDEN"] });
  });

  test("a key beside a session's cookie is refused, whatever either is worth; beside other cookies it works", async () => {
    const { secret } = await makeKey(world.server, cookies.funder);
    const both = [cookies.staff, "network.session_token=stale", "a=b; __Secure-network.session_token=x"];
    for (const cookie of both) {
      const { status, errors } = await ask(VIEWER, { cookie, ...bearer(secret) });
      expect([cookie, status, errors[0]?.message]).toEqual([cookie, 401, "Send either a session's cookie or an API key, not both."]);
    }
    expect((await ask(VIEWER, { cookie: "theme=dark", ...bearer(secret) })).status).toBe(200);
  });
});

test("that a key is used is noted, at most once a minute", async () => {
  const { secret } = await makeKey(world.server, cookies.funder);
  const lastUsed = async () => new Date((await world.database.sql<{ at: string }[]>`select last_used_at as at from api_keys`)[0]?.at ?? 0);
  await statusOf(secret);
  expect(await lastUsed()).toEqual(BEGIN);
  later(59_999);
  await statusOf(secret);
  expect(await lastUsed()).toEqual(BEGIN);
  later(60_000);
  await Promise.all([statusOf(secret), statusOf(secret), statusOf(secret)]);
  expect(await lastUsed()).toEqual(world.now);
});

test("neither a key, a cookie nor a password is written to the log, whatever happens", async () => {
  let log = "";
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  const watched = await serve(world.database, { realClock: () => world.now, log: createLog("trace", destination) });
  const cookie = await watched.signIn("funder@demo.example", DEMO_PASSWORD);
  const { secret } = await makeKey(watched, cookie);
  const rotated = await tell<{ rotateApiKey: MadeKey }>(watched, ROTATE, { input: { id: (await keyIds())[0] } }, { cookie });
  const other = rotated.data?.rotateApiKey.secret ?? "";
  await tell(watched, VIEWER, {}, bearer(secret));
  await tell(watched, VIEWER, {}, bearer(`${other}x`));
  await tell(watched, `{ nothing(key: "${other}") }`, {}, bearer(other));
  await fetch(`${watched.url}/nothing/${other}?key=${other}`, { headers: { ...bearer(secret) } });
  // A fault of ours, whose error is logged in full.
  const holder = await world.database.sql.reserve();
  await holder`alter table api_keys rename column prefix to beginning`;
  await tell(watched, MAKE, { input: { name: "x", scopes: ["SHARED_READ"] } }, { cookie });
  await tell(watched, VIEWER, {}, bearer(secret));
  await holder`alter table api_keys rename column beginning to prefix`;
  holder.release();
  await watched.app.close();
  expect(log).toContain('"level":50');
  for (const kept of [secret, other, secret.slice(4, 30), other.slice(4, 30), cookie.split("=")[1] ?? "", DEMO_PASSWORD]) expect(log).not.toContain(kept);
});

const keyIds = async (): Promise<string[]> => (await world.database.sql<{ id: string }[]>`select id from api_keys order by created_at`).map(({ id }) => id);
