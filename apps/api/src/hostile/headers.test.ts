import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createDatabase } from "../db/testing";
import { serve, type TestServer } from "../testing.http";

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  database = await createDatabase();
  folder = mkdtempSync(join(tmpdir(), "network-headers-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<!doctype html><meta nonce="__NONCE__"><style nonce="__NONCE__"></style>');
  writeFileSync(join(folder, "assets/a-1234.js"), "1");
  server = await serve(database, { webBuild: folder });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const ANSWERS: readonly [string, () => Promise<Response>][] = [
  ["a page", () => fetch(server.url, { headers: { accept: "text/html" } })],
  ["a page of its own routing", () => fetch(`${server.url}/invitation/abc`, { headers: { accept: "text/html" } })],
  ["a file", () => fetch(`${server.url}/assets/a-1234.js`)],
  ["an operation", () => server.graphql({ query: "{ __typename }" })],
  ["a wrong operation", () => server.graphql({ query: "{" })],
  ["what cannot be read", () => fetch(`${server.url}/graphql`, { method: "POST", body: "{", headers: { "content-type": "application/json" } })],
  ["what is not there", () => fetch(`${server.url}/nothing`)],
  ["signing in", () => fetch(`${server.url}/api/auth/sign-in/email`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } })],
  ["the session", () => fetch(`${server.url}/api/auth/get-session`)],
  ["the schema", () => fetch(`${server.url}/schema.graphql`)],
  ["health", () => fetch(`${server.url}/healthz`)],
];

test.each(ANSWERS)("%s tells the browser to be careful with it", async (_what, ask) => {
  const { headers } = await ask();
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
  expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|http:/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("server")).toBeNull();
});

test.each(ANSWERS.filter(([what]) => what !== "a file"))("%s is kept by nobody", async (_what, ask) => {
  expect((await ask()).headers.get("cache-control")).toBe("no-store");
});

test("a file of a build is kept for ever", async () => {
  expect((await fetch(`${server.url}/assets/a-1234.js`)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("the page has the nonce of its policy in each place, another one each time", async () => {
  const nonces = [];
  for (const path of ["/", "/index.html", "/needs"]) {
    const answer = await fetch(server.url + path, { headers: { accept: "text/html" } });
    const [, nonce = ""] = /'nonce-([^']{24})'/.exec(answer.headers.get("content-security-policy") ?? "") ?? [];
    expect((await answer.text()).split(`nonce="${nonce}"`)).toHaveLength(3);
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test.each([
  ["https://network.example", "max-age=63072000; includeSubDomains"],
  ["http://127.0.0.1", null],
])("served at %s, browsers are told to come by TLS only where they do", async (publicUrl, expected) => {
  const other = await serve(database, { publicUrl });
  onTestFinished(() => other.app.close());
  expect((await fetch(`${other.url}/healthz`)).headers.get("strict-transport-security")).toBe(expected);
});
