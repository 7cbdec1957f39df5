import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
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

/** The status of a sign-in that says of itself what `headers` say. */
function signInStatus(headers: Record<string, string>): Promise<number> {
  return new Promise((answered, failed) => {
    const asking = request(`${server.url}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json", ...headers } }, (answer) => {
      answer.resume();
      answered(answer.statusCode ?? 0);
    });
    asking.once("error", failed);
    asking.end(JSON.stringify({ email: "staff@demo.example", password: DEMO_PASSWORD }));
  });
}

test("a program signs in, whatever it says of how it fetches", async () => {
  expect(await signInStatus({})).toBe(200);
  expect(await signInStatus({ "sec-fetch-mode": "cors" })).toBe(200);
});

test("a page served under the address that it calls signs in, by whichever name the server is reached", async () => {
  const { host } = new URL(server.url);
  expect(await signInStatus({ origin: `http://${host}`, "sec-fetch-mode": "cors" })).toBe(200);
  expect(await signInStatus({ host: "network.local:4000", origin: "http://network.local:4000", "sec-fetch-mode": "cors" })).toBe(200);
});

test.each(["https://elsewhere.example", "null", "http://127.0.0.1.elsewhere.example"])("a page from %s does not", async (origin) => {
  expect(await signInStatus({ origin, "sec-fetch-mode": "cors", "sec-fetch-site": "cross-site" })).toBe(403);
});
