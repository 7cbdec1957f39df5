import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../demo/load";
import { createLog } from "../log";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";
import { networkSecrets } from "./askers";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let server: TestServer;
let logged = "";
beforeAll(async () => {
  database = await createDemoDatabase();
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged += chunk.toString();
      done();
    },
  });
  server = await serve(database, { log: createLog("trace", destination) });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const auth = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/auth/${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });

const WRONG = "wrong-password-1234";
const FORGED = `arl_${"Zz9".repeat(15)}`;
const LINK = "tOkEn-of-a-link-0123456789abcdef";

test("nothing secret is in the log of its most talkative level, whatever one does with secrets", async () => {
  const cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
  await auth("sign-in/email", { email: "staff@demo.example", password: WRONG });
  await auth("request-password-reset", { email: "coach@demo.example", redirectTo: "/reset" });
  await auth("reset-password", { token: LINK, newPassword: WRONG });
  await auth("sign-in/magic-link", { email: "coach@demo.example" });
  for (const path of [`/api/auth/magic-link/verify?token=${LINK}`, `/api/auth/reset-password/${LINK}?callbackURL=/x`, `/invitation/${LINK}`, `/reset?token=${LINK}`, `/graphql?query=${encodeURIComponent(`{ x(a: "${LINK}") }`)}`]) {
    await fetch(server.url + path, { redirect: "manual", headers: { accept: "text/html", "apollo-require-preflight": "1", referer: `${server.url}/invitation/${LINK}` } });
  }
  const made = await server.graphql(
    { query: 'mutation { makeApiKey(input: { name: "A key", scopes: [SHARED_READ] }) { secret } }' },
    { cookie },
  );
  const { data } = (await made.json()) as { data?: { makeApiKey?: { secret: string } } };
  const key = data?.makeApiKey?.secret ?? "";
  expect(key).not.toBe("");
  for (const credential of [key, FORGED]) await server.graphql({ query: "{ network { name } }" }, { authorization: `Bearer ${credential}` });
  await server.graphql({ query: "query ($t: String!) { invitation(token: $t) { email } }", variables: { t: LINK } }, { cookie });
  await auth("change-password", { currentPassword: DEMO_PASSWORD, newPassword: "a-new-password-1234", revokeOtherSessions: false }, { cookie });

  const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? "");
  const secrets = [DEMO_PASSWORD, WRONG, "a-new-password-1234", FORGED, LINK, key, token, token.split(".")[0] ?? "", ...(await networkSecrets(database))];
  expect(token.length).toBeGreaterThan(20);
  expect(logged.split("\n").length).toBeGreaterThan(20);
  expect(secrets.filter((secret) => secret !== "" && logged.includes(secret))).toEqual([]);
  expect(logged).not.toMatch(/session_token|Bearer /);
});
