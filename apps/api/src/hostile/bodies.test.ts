import { gzipSync, brotliCompressSync, deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../db/testing";
import { serve, type TestServer } from "../testing.http";

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
beforeAll(async () => {
  database = await createDatabase();
  server = await serve(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

type Body = string | Uint8Array<ArrayBuffer>;

const send = (body: Body, headers: Record<string, string> = {}, path = "/graphql") =>
  fetch(server.url + path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

/** What is wrong with a refusal: it is to be of the caller's making, in JSON, with nothing of what went on inside. */
async function faultsOf(answer: Response, status?: number): Promise<string[]> {
  const text = await answer.text();
  const inside = /stack|node_modules|\.ts:|SyntaxError|Unexpected token|select /i.exec(text)?.[0];
  const faults: [boolean, string][] = [
    [status === undefined ? answer.status >= 400 && answer.status < 500 : answer.status === status, `status ${answer.status}`],
    [/json/.test(answer.headers.get("content-type") ?? "") && isJson(text), `no JSON: ${text.slice(0, 100)}`],
    [inside === undefined, `speaks of ${inside}`],
    [answer.headers.get("cache-control") === "no-store", "may be kept"],
  ];
  return faults.flatMap(([isFine, fault]) => (isFine ? [] : [fault]));
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

const Q = '{"query":"{ __typename }"';
const BROKEN: readonly string[] = [
  "", " ", "\n", "{", "}", "[", "]", "{}", "[]", '""', "null", "true", "0", "-", "NaN", "Infinity", "undefined", "'{}'", "{'query':'{ __typename }'}", "{query:\"{ __typename }\"}",
  `${Q},}`, `${Q}`, `${Q}}}`, `${Q}}{}`, `[${Q}}]`, `[${Q}},${Q}}]`, '{"query":}', '{"query":"{ __typename }}', '{"query":"\u0000"}', '{"query":"\\x41"}', '{"query":"\\ud8"}', '{"query":"a\nb"}', `//x\n${Q}}`, `/**/${Q}}`, `${Q},"query":1}`,
  '{"query":7}', '{"query":null}', '{"query":[]}', '{"query":{}}', `${Q},"variables":[]}`, `${Q},"variables":"x"}`, `${Q},"variables":7}`, `${Q},"operationName":7}`, `${Q},"operationName":{}}`, `${Q},"extensions":7}`, `${Q},"extensions":[]}`,
  '{"__proto__":{"query":"{ __typename }"}}', '{"constructor":{"prototype":{"query":"{ __typename }"}}}', '{"documentId":7}', '{"documentId":"x"}', `${Q},"documentId":"x"}`, '{"documentId":null}', '{"documentId":"__proto__"}',
];

describe("bodies that are no operation", () => {
  test.each(BROKEN.map((body) => [JSON.stringify(body).slice(0, 60), body]))("%s is refused", async (_shown, body) => {
    expect(await faultsOf(await send(body))).toEqual([]);
  });

  const OTHER_BYTES: readonly [string, Body][] = [
    ["a byte that no character has", new Uint8Array([...Buffer.from('{"query":"'), 0xff, ...Buffer.from('"}')])],
    ["half a surrogate pair in UTF-8", new Uint8Array([...Buffer.from('{"query":"{ __typename } # '), 0xed, 0xa0, 0x80, ...Buffer.from('"}')])],
    ["UTF-16 with its mark", new Uint8Array([0xff, 0xfe, ...Buffer.from(`${Q}}`, "utf16le")])],
    ["UTF-16 without", new Uint8Array(Buffer.from(`${Q}}`, "utf16le"))],
    ["an overlong slash", new Uint8Array([...Buffer.from('{"query":"'), 0xc0, 0xaf, ...Buffer.from('"}')])],
  ];
  test.each(OTHER_BYTES)("%s is refused", async (_what, body) => {
    expect(await faultsOf(await send(body), 400)).toEqual([]);
  });

  test.each(["utf-16", "utf-7", "iso-8859-1", "x", '"utf-16le"'])("a body that says it is in %s is refused", async (charset) => {
    expect(await faultsOf(await send(`${Q}}`, { "content-type": `application/json; charset=${charset}` }), 400)).toEqual([]);
  });

  test.each(["utf-8", "UTF-8", '"utf-8"', "utf8"])("a body that says it is in %s is read", async (charset) => {
    expect((await send(`${Q}}`, { "content-type": `application/json; charset=${charset}` })).status).toBe(200);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", "text/plain; a=application/json", "application/jsonx", "*/*", ""])(
    "an operation sent as %j is refused",
    async (type) => {
      expect(await faultsOf(await send(`${Q}}`, { "content-type": type }))).toEqual([]);
    },
  );
});

describe("bodies that are too much", () => {
  // A server that refuses before it has read all may be seen to hang up.
  const faultsOrHungUp = (sending: Promise<Response>) => sending.then((answer) => faultsOf(answer, 413), () => []);

  test.each([0.2, 1, 20])("%s MiB are refused as too large", async (mebibytes) => {
    expect(await faultsOrHungUp(send(JSON.stringify({ query: `{ __typename } #${"x".repeat(mebibytes * 2 ** 20)}` })))).toEqual([]);
  });

  test("so are they when their length is not told", async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let part = 0; part < 40; part += 1) controller.enqueue(new Uint8Array(10_000).fill(0x20));
        controller.close();
      },
    });
    const init = { method: "POST", body: stream, duplex: "half", headers: { "content-type": "application/json" } } as RequestInit;
    expect(await faultsOrHungUp(fetch(`${server.url}/graphql`, init))).toEqual([]);
  });

  const BOMB = JSON.stringify({ query: `{ __typename } #${" ".repeat(50 * 2 ** 20)}` });
  test.each([
    ["gzip", gzipSync(BOMB)],
    ["deflate", deflateSync(BOMB)],
    ["br", brotliCompressSync(`${Q}}`)],
    ["gzip, gzip", gzipSync(gzipSync(`${Q}}`))],
    ["x-unknown", Buffer.from(`${Q}}`)],
  ])("a body in %s is refused unread", async (encoding, body) => {
    const before = process.memoryUsage().rss;
    expect(await faultsOf(await send(new Uint8Array(body), { "content-encoding": encoding }), 415)).toEqual([]);
    expect(await faultsOf(await send(new Uint8Array(body), { "content-encoding": encoding }, "/api/auth/sign-in/email"), 415)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 2 ** 20);
  });
});

describe("other ways in", () => {
  test.each(["PUT", "PATCH", "DELETE", "PROPFIND", "SEARCH"])("%s is answered as nothing that is there", async (method) => {
    const answer = await fetch(`${server.url}/graphql`, { method, headers: { "content-type": "application/json" } });
    expect(await faultsOf(answer, 404)).toEqual([]);
  });

  test.each(["https://evil.example", "null", "http://127.0.0.1.evil.example"])("pages of %s are let read nothing", async (origin) => {
    const preflight = await fetch(`${server.url}/graphql`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" } });
    const asked = await send(`${Q}}`, { origin });
    for (const { headers } of [preflight, asked]) expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(preflight.ok).toBe(false);
  });

  test.each(["mutation { __typename }", "mutation m { signOut }", "subscription { __typename }"])("by GET, %s does not run", async (query) => {
    const answer = await fetch(`${server.url}/graphql?${new URLSearchParams({ query }).toString()}`, { headers: { "apollo-require-preflight": "1" } });
    expect(await faultsOf(answer)).toEqual([]);
  });

  test("a GET that a page elsewhere could cause is refused", async () => {
    expect(await faultsOf(await fetch(`${server.url}/graphql?query=${encodeURIComponent("{ __typename }")}`), 400)).toEqual([]);
  });

  test.each(["/graphiql", "/playground", "/altair", "/voyager", "/graphql/console", "/.git/config", "/.env", "/documents.json", "/../documents.json", "/assets/../../documents.json", "/assets/..%2f..%2fdocuments.json", "/package.json", "/server.ts", "/debug", "/metrics", "/actuator/env"])(
    "%s is not there",
    async (path) => {
      expect(await faultsOf(await fetch(server.url + path), 404)).toEqual([]);
    },
  );
});
