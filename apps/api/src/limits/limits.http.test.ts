import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { makeSecret } from "../access/keys/secret";
import { bearer, makeKey, tell, type Credential } from "../access/keys/testing.keys";
import { DEMO_PASSWORD } from "../demo/load";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
/** Two processes, as far as anybody can tell. */
let one: TestServer;
let two: TestServer;
let free: TestServer;
let staff = "";
let funder = "";

const LIMITS = { requestsAMinute: 6, pointsAnHour: { key: 100, person: 100, address: 30 } };

beforeAll(async () => {
  database = await createDemoDatabase();
  free = await serve(database);
  one = await serve(database, { rateLimit: LIMITS });
  two = await serve(database, { rateLimit: LIMITS });
  staff = await free.signIn("staff@demo.example", DEMO_PASSWORD);
  funder = await free.signIn("funder@demo.example", DEMO_PASSWORD);
});
afterAll(async () => {
  await Promise.all([one, two, free].map(({ app }) => app.close()));
  await database.drop();
});
beforeEach(async () => {
  await database.sql`truncate limits.used`;
});

const NAME = "{ network { name } }";
const ask = (server: TestServer, query: string, credential: Credential = {}) => tell<Record<string, unknown>>(server, query, {}, credential);
/** Servers that have not yet refused anybody. */
async function fresh(rateLimit = LIMITS): Promise<TestServer> {
  const server = await serve(database, { rateLimit });
  onTestFinished(() => server.app.close());
  return server;
}

/** What an answer says besides its data. */
async function extensionsOf(server: TestServer, query: string, credential: Credential): Promise<unknown> {
  return ((await (await server.graphql({ query }, { ...credential })).json()) as { extensions?: unknown }).extensions;
}

describe("what a caller is told", () => {
  test("whoever is signed in finds the operation's cost and what is left in the answer", async () => {
    expect(await extensionsOf(one, NAME, { cookie: staff })).toEqual({ cost: { requested: 2, limit: 100, remaining: 98, resetAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown } });
    const { secret } = await makeKey(free, funder);
    expect(await extensionsOf(two, NAME, bearer(secret))).toMatchObject({ cost: { requested: 2, limit: 100, remaining: 98 } });
    expect(await extensionsOf(one, NAME, {})).toBeUndefined();
  });

  test("the same stands in the header of every answer, for the public too", async () => {
    const { headers } = await ask(one, NAME);
    expect(headers.get("ratelimit-policy")).toBe('"requests";q=6;w=60, "points";q=30;w=3600');
    expect(headers.get("ratelimit")).toMatch(/^"requests";r=5;t=60, "points";r=28;t=3600$/);
    const refused = await ask(one, "{ nothing }");
    expect(refused.status).toBe(400);
    expect(refused.headers.get("ratelimit")).toBe('"requests";r=4;t=60');
  });

  test("and a field asks for it", async () => {
    const query = "{ rateLimit { limit cost remaining resetAt } network { name } }";
    expect((await ask(one, query, { cookie: staff })).data?.["rateLimit"]).toMatchObject({ limit: 100, cost: 3, remaining: 97 });
    expect((await ask(one, query)).data?.["rateLimit"]).toMatchObject({ limit: 30, cost: 3, remaining: 27 });
  });
});

describe("who has used it up", () => {
  test("is answered with 429, the seconds to wait, and a code", async () => {
    const server = await fresh();
    for (let turn = 0; turn < 6; turn += 1) expect((await ask(server, NAME, { cookie: staff })).status).toBe(200);
    const { status, headers, errors, data } = await ask(server, NAME, { cookie: staff });
    expect([status, data]).toEqual([429, undefined]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(50);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(headers.get("ratelimit")).toMatch(/^"requests";r=0;t=\d+$/);
    expect(headers.get("content-type")).toMatch(/json/);
    expect(errors).toEqual([{ message: expect.stringMatching(/^The allowance of 6 requests a minute is used up/) as unknown, extensions: { code: "RATE_LIMITED", retryAfter: expect.any(Number) as unknown, resetAt: expect.any(String) as unknown } }]);
  });

  test("is refused before the operation runs", async () => {
    const server = await fresh();
    expect((await ask(server, "{ a: gaps { topic { code } } b: gaps { topic { code } } c: gaps { topic { code } } d: gaps { topic { code } } }", { cookie: staff })).codes).toEqual([]);
    const { status, codes, headers } = await ask(server, "{ gaps { topic { code } } network { name } }", { cookie: staff });
    expect([status, codes]).toEqual([429, ["RATE_LIMITED"]]);
    expect(headers.get("ratelimit")).toMatch(/"points";r=0;t=3\d{3}/);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(3_500);
  });

  test("has done so for every process on the database", async () => {
    const [first, second] = [await fresh(), await fresh()];
    const codes: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) for (const server of [first, second]) codes.push((await ask(server, NAME, { cookie: funder })).codes[0] ?? "data");
    expect(codes).toEqual([...Array.from({ length: 6 }, () => "data"), "RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("does not keep the others from asking, nor the owner of a key that did", async () => {
    const server = await fresh();
    const { secret } = await makeKey(free, funder);
    for (let turn = 0; turn < 7; turn += 1) await ask(server, NAME, bearer(secret));
    expect((await ask(server, NAME, bearer(secret))).status).toBe(429);
    expect((await ask(server, NAME, { cookie: funder })).status).toBe(200);
    expect((await ask(server, NAME, { cookie: staff })).status).toBe(200);
    expect((await ask(server, NAME)).status).toBe(200);
  });
});

test("wrong keys count against the address that they come from", async () => {
  const server = await fresh();
  const statuses = [];
  for (let turn = 0; turn < 8; turn += 1) statuses.push((await ask(server, NAME, bearer(makeSecret()))).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  expect((await ask(server, NAME, { cookie: staff })).status).toBe(200);
});

test("an operation that is too dear is refused for that, with its cost and the limit, and is not charged", async () => {
  const figures = Array.from({ length: 11 }, (_, index) => `a${index}: impact { requests { value } }`).join(" ");
  for (const server of [one, free]) {
    const { status, errors } = await ask(server, `{ ${figures} }`, { cookie: staff });
    expect([status, errors[0]?.extensions]).toEqual([400, { code: "QUERY_TOO_COMPLEX", cost: 550, limit: 500 }]);
  }
  expect(await extensionsOf(one, NAME, { cookie: staff })).toMatchObject({ cost: { remaining: 98 } });
});

test("a document that was found dear once is found dear again, and cheap with other variables", async () => {
  const query = "query ($n: Int!) { requests(first: $n) { nodes { topics { code } engagements { sessions { topics { code } } } } } }";
  const costs = [];
  for (const n of [100, 1, 100]) {
    const { extensions } = (await (await one.graphql({ query, variables: { n } }, { cookie: staff })).json()) as { extensions: { cost: { requested: number } } };
    costs.push(extensions.cost.requested);
  }
  expect(costs[0]).toBe(costs[2]);
  expect(costs[0]).toBeGreaterThan((costs[1] ?? 0) + 10);
});

describe("without limits", () => {
  test("thousands of operations go through, and nothing is said or counted", async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => {
      const own: number[] = [];
      for (let turn = 0; turn < 25; turn += 1) own.push((await free.graphql({ query: NAME }, { cookie: staff })).status);
      return own;
    }));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    const { headers, data } = await ask(free, "{ rateLimit { limit } }", { cookie: staff });
    expect([headers.get("ratelimit"), headers.get("ratelimit-policy"), data]).toEqual([null, null, { rateLimit: null }]);
    expect(await extensionsOf(free, NAME, { cookie: staff })).toBeUndefined();
    expect(await database.sql`select from limits.used`).toHaveLength(0);
  });
});
