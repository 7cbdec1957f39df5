import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { serve, type TestServer } from "../../testing.http";
import { Browser } from "./testing.browser";
import { lastToken, letters, person } from "./testing.people";

const ADA = "ada@north.example";

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
beforeAll(async () => {
  database = await createDatabase();
  server = await serve(database);
  await person(database, ADA);
});
beforeEach(() => database.sql`truncate mails`);
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function askedLink(email = ADA): Promise<string> {
  expect((await new Browser(server).post("sign-in/magic-link", { email })).status).toBe(200);
  return lastToken(database);
}

test("the link in the mail leads to a page, whose button signs in, once", async () => {
  const token = await askedLink("Ada@North.EXAMPLE");
  expect(await letters(database)).toEqual([{ kind: "magic_link", to: ADA, link: `/sign-in/link?token=${token}` }]);
  const browser = new Browser(server);
  const answer = await browser.post("magic-link/verify", { token });
  expect(answer.status).toBe(200);
  expect(await browser.email()).toBe(ADA);
  for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/httponly.*samesite=lax/i);

  const second = new Browser(server);
  const again = await second.post("magic-link/verify", { token });
  expect([again.status, await again.json()]).toEqual([401, { message: "This link does not work any more. Ask for a new one.", code: "INVALID_TOKEN" }]);
  expect(await second.email()).toBeNull();
});

test("opening an address does not use the link up, whoever opens it", async () => {
  const token = await askedLink();
  for (const path of [`magic-link/verify?token=${token}`, `magic-link/verify?token=${token}&callbackURL=/`]) {
    const scanner = new Browser(server);
    expect((await scanner.get(path)).status).toBe(405);
    expect(await scanner.email()).toBeNull();
  }
  const browser = new Browser(server);
  await browser.post("magic-link/verify", { token });
  expect(await browser.email()).toBe(ADA);
});

test("another site's page cannot sign anybody in", async () => {
  const token = await askedLink();
  const browser = new Browser(server);
  expect((await browser.post("magic-link/verify", { token }, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await browser.email()).toBeNull();
});

test.each([{}, { token: "" }, { token: "made-up" }, { token: ["made-up"] }])("%j opens nothing", async (body) => {
  expect((await new Browser(server).post("magic-link/verify", body)).status).toBe(401);
});

test("a link works for a quarter of an hour", async () => {
  const token = await askedLink();
  const [row] = await database.sql<{ minutes: number }[]>`select extract(epoch from max(expires_at) - now())::float / 60 as minutes from auth.verifications`;
  expect(row?.minutes).toBeGreaterThan(14);
  expect(row?.minutes).toBeLessThanOrEqual(15);
  await database.sql`update auth.verifications set expires_at = now() - interval '1 second'`;
  expect((await new Browser(server).post("magic-link/verify", { token })).status).toBe(401);
});

test("tokens are kept as hashes", async () => {
  const token = await askedLink();
  const rows = await database.sql`select identifier, value from auth.verifications`;
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test.each(["sign-in/magic-link", "request-password-reset"])("%s answers alike whether or not there is an account, and writes only to whom there is", async (path) => {
  const ask = async (email: string) => {
    const begun = performance.now();
    const answer = await new Browser(server).post(path, { email });
    return { status: answer.status, body: await answer.text(), cookies: answer.headers.getSetCookie(), ms: performance.now() - begun };
  };
  const { ms: knownMs, ...known } = await ask(ADA);
  expect(await letters(database)).toHaveLength(1);
  const { ms: unknownMs, ...unknown } = await ask("nobody@north.example");
  expect(unknown).toEqual(known);
  expect(await letters(database)).toHaveLength(1);
  expect(Math.min(knownMs, unknownMs)).toBeGreaterThan(240);
});
