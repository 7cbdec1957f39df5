import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { serve, type TestServer } from "../../testing.http";
import { Browser } from "./testing.browser";
import { PASSWORD, person } from "./testing.people";

const ADA = "ada@north.example";

let database: Awaited<ReturnType<typeof createDatabase>>;
let servers: TestServer[];
beforeAll(async () => {
  database = await createDatabase();
  servers = await Promise.all([1, 2].map(() => serve(database, { rateLimit: 600 })));
  await person(database, ADA);
});
beforeEach(() => database.sql`truncate auth.attempts, auth.rate_limits`);
afterAll(async () => {
  for (const server of servers) await server.app.close();
  await database.drop();
});

/** The server that the nth request reaches, where several share the work. */
const nth = (n: number): TestServer => {
  const server = servers[n % servers.length];
  if (!server) throw new Error("There is no server.");
  return server;
};

/** The statuses of so many attempts, spread over the servers. */
async function statuses(attempts: number, path: string, body: (attempt: number) => unknown): Promise<number[]> {
  const found = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) found.push((await new Browser(nth(attempt)).post(path, body(attempt))).status);
  return found;
}

const wrong = (email: string) => ({ email, password: "not-the-password" });

test.each([ADA, "nobody@north.example"])("ten wrong passwords for %s, at whichever server, and the next has to wait", async (email) => {
  expect(await statuses(11, "sign-in/email", () => wrong(email))).toEqual([...Array<number>(10).fill(401), 429]);
  const answer = await new Browser(nth(0)).post("sign-in/email", wrong(email));
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(600);
  expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(900);
  expect(await answer.json()).toEqual({ message: "Too many attempts. Wait a little, then try again.", code: "RATE_LIMITED" });
});

test("the right password forgets the wrong ones", async () => {
  await statuses(9, "sign-in/email", () => wrong(ADA));
  expect((await new Browser(nth(0)).signIn(ADA, PASSWORD)).status).toBe(200);
  expect(await statuses(10, "sign-in/email", () => wrong(ADA))).toEqual(Array(10).fill(401));
});

test("when the time is over counting begins anew", async () => {
  await statuses(10, "sign-in/email", () => wrong(ADA));
  await database.sql`update auth.attempts set ends_at = now()`;
  expect(await statuses(1, "sign-in/email", () => wrong(ADA))).toEqual([401]);
});

test.each(["sign-in/magic-link", "request-password-reset"])("%s writes to nobody more than five times an hour, and to nobody else it says the same", async (path) => {
  for (const email of [ADA, "nobody@north.example"]) expect(await statuses(6, path, () => ({ email }))).toEqual([...Array<number>(5).fill(200), 429]);
});

test("one address tries thirty accounts a minute, whichever they are", async () => {
  const found = await statuses(31, "sign-in/email", (attempt) => wrong(`person-${attempt}@north.example`));
  expect(found).toEqual([...Array<number>(30).fill(401), 429]);
});

test("what is counted names no address", async () => {
  await statuses(1, "sign-in/email", () => wrong(ADA));
  const [row] = await database.sql<{ key: string }[]>`select key from auth.attempts`;
  expect(row?.key).toMatch(/^[0-9a-f]{64}$/);
});
