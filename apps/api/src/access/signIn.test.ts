import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { DEMO_PASSWORD } from "../demo/load";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let server: TestServer;

beforeAll(async () => {
  database = await createDemoDatabase();
  server = await serve(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}, { url } = server) =>
  fetch(`${url}/api/auth/${path}`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

const VIEWER = "{ viewer { email roles provider { id } } }";

async function viewerWith(headers: Record<string, string>): Promise<unknown> {
  const { data } = (await (await server.graphql({ query: VIEWER }, headers)).json()) as { data: { viewer: unknown } };
  return data.viewer;
}

test.each([
  ["staff@demo.example", ["STAFF"], null],
  ["coach@demo.example", ["COACH"], { id: expect.stringMatching(/^org-/) as unknown }],
  ["funder@demo.example", ["FUNDER"], null],
])("%s signs in and is then known by the cookie", async (email, roles, provider) => {
  const cookie = await server.signIn(email, DEMO_PASSWORD);
  expect(await viewerWith({ cookie })).toEqual({ email, roles, provider });
});

test("the address is read without case", async () => {
  const cookie = await server.signIn("Staff@Demo.EXAMPLE", DEMO_PASSWORD);
  expect(await viewerWith({ cookie })).toMatchObject({ email: "staff@demo.example" });
});

test("the cookie is out of reach for scripts and other sites", async () => {
  const answer = await post("sign-in/email", { email: "staff@demo.example", password: DEMO_PASSWORD });
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax/i);
  }
});

test("a wrong password and an unknown address are refused alike, without a cookie", async () => {
  const wrong = await post("sign-in/email", { email: "staff@demo.example", password: "never-ready" });
  const unknown = await post("sign-in/email", { email: "nobody@demo.example", password: "never-ready" });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
  expect(await wrong.json()).toEqual(await unknown.json());
});

test("nobody signs up by themselves", async () => {
  const answer = await post("sign-up/email", { email: "new@demo.example", password: "long-enough-1", name: "New" });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await server.signIn("new@demo.example", "long-enough-1")).toBe("");
  expect(await database.sql`select from auth.users where email = 'new@demo.example'`).toHaveLength(0);
});

test("after signing out the cookie that was in use is worth nothing", async () => {
  const cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
  const answer = await post("sign-out", {}, { cookie, origin: server.url });
  expect(answer.status).toBe(200);
  expect(await viewerWith({ cookie })).toBeNull();
});

test("an account that was removed is nobody's at once", async () => {
  const cookie = await server.signIn("funder@demo.example", DEMO_PASSWORD);
  await database.sql`delete from memberships where user_id = (select id from auth.users where email = 'funder@demo.example')`;
  expect(await viewerWith({ cookie })).toMatchObject({ roles: [] });
  await database.sql`delete from auth.users where email = 'funder@demo.example'`;
  expect(await viewerWith({ cookie })).toBeNull();
});

test.each([
  ["a made-up cookie", { cookie: "network.session_token=abc.def" }],
  ["a cookie of another kind", { cookie: "network.session_token=" }],
  ["a cookie that cannot be read", { cookie: "network.session_token=%E0%A4%A; x=\u00ff" }],
])("%s makes somebody the public, not an error", async (_what, headers) => {
  expect(await viewerWith(headers)).toBeNull();
});

test("a cookie whose signature was changed is worth nothing", async () => {
  const cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
  expect(await viewerWith({ cookie })).not.toBeNull();
  const end = cookie.indexOf(".", cookie.indexOf("=")) + 3;
  const other = cookie[end] === "A" ? "B" : "A";
  expect(await viewerWith({ cookie: cookie.slice(0, end) + other + cookie.slice(end + 1) })).toBeNull();
});

test("another site's page cannot sign anybody out", async () => {
  const cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
  expect((await post("sign-out", {}, { cookie, origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await viewerWith({ cookie })).not.toBeNull();
});

test("too many attempts to sign in have to wait, whatever address they claim to come from", async () => {
  const limited = await serve(database, { rateLimit: 5 });
  onTestFinished(() => limited.app.close());
  const statuses = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const answer = await post("sign-in/email", { email: "staff@demo.example", password: "never-ready" }, { "x-forwarded-for": `10.0.0.${attempt}`, "x-client-address": `10.0.0.${attempt}` }, limited);
    statuses.push(answer.status);
  }
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
});
