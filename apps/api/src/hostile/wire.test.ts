import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createDatabase } from "../db/testing";
import { serve, type TestServer } from "../testing.http";
import { answersIn, sendBytes } from "./wire";

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

const BODY = JSON.stringify({ query: "{ __typename }" });
const post = (headers: readonly string[], body = BODY) => ["POST /graphql HTTP/1.1", "host: x", "content-type: application/json", ...headers, "", body].join("\r\n");
const LENGTH = `content-length: ${BODY.length}`;
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
/** A second request, hidden where a proxy that reads differently would take it for a body. */
const HIDDEN = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";

const DISGUISED: readonly [string, string][] = [
  ["a length and chunks", post([LENGTH, "transfer-encoding: chunked"], chunked(BODY) + HIDDEN)],
  ["chunks and a length", post(["transfer-encoding: chunked", "content-length: 4"], chunked(BODY) + HIDDEN)],
  ["two lengths", post([LENGTH, "content-length: 3"], BODY + HIDDEN)],
  ["a list of lengths", post([`content-length: ${BODY.length}, 3`])],
  ["a length with a sign", post([`content-length: +${BODY.length}`])],
  ["a length in hexadecimal", post(["content-length: 0x1a"])],
  ["a negative length", post(["content-length: -1"])],
  ["chunks under another name", post(["transfer-encoding: xchunked"], chunked(BODY))],
  ["chunks twice", post(["transfer-encoding: chunked, chunked"], chunked(BODY))],
  ["chunks after identity", post(["transfer-encoding: identity, chunked", LENGTH], chunked(BODY))],
  ["a space before the colon", post([`transfer-encoding : chunked`, LENGTH], chunked(BODY))],
  ["a chunk's length that is none", post(["transfer-encoding: chunked"], `zz\r\n${BODY}\r\n0\r\n\r\n`)],
  ["a chunk's length beyond all numbers", post(["transfer-encoding: chunked"], `fffffffffffffffff\r\n${BODY}\r\n0\r\n\r\n`)],
  ["a folded header", post([`x-a: b\r\n\tc`, LENGTH])],
  ["a bare line feed", "GET /healthz HTTP/1.1\nhost: x\n\n"],
  ["a carriage return in a header", `GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: b\rc\r\n\r\n`],
  ["a NUL in a header", "GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: b\0c\r\n\r\n"],
  ["a version that does not exist", "GET /healthz HTTP/9.9\r\nhost: x\r\n\r\n"],
  ["no host", "GET /healthz HTTP/1.1\r\n\r\n"],
  ["a method that does not exist", "FROB /graphql HTTP/1.1\r\nhost: x\r\n\r\n"],
  ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"],
  ["noise", "\u0000\u0001\u0002\u0003\r\n\r\n"],
  ["60 KB of headers", `GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: ${"a".repeat(60_000)}\r\n\r\n`],
  ["2,000 headers", `GET /healthz HTTP/1.1\r\nhost: x\r\n${Array.from({ length: 2_000 }, (_, index) => `x-${index}: a`).join("\r\n")}\r\n\r\n`],
  ["a path of 20 KB", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
];

describe("bytes that are not plain HTTP", () => {
  test.each(DISGUISED)("%s: one refusal in JSON, then the connection ends, and nothing hidden is answered", async (_what, bytes) => {
    const answers = answersIn(await sendBytes(server.url, Buffer.from(bytes, "latin1")));
    expect(answers.map(({ status }) => status)).toEqual([expect.toSatisfy((status: number) => status >= 400 && status < 500)]);
    const [{ headers, body } = { headers: "", body: "" }] = answers;
    expect(headers).toMatch(/content-type: application\/json/i);
    expect(headers).toMatch(/connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String) as string, extensions: { code: "BAD_USER_INPUT" } }] });
  });

  test("two requests in a row on one connection are two answers", async () => {
    const said = await sendBytes(server.url, `${post([LENGTH])}GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answersIn(said).map(({ status }) => status)).toEqual([200, 200]);
  });

  test("an upgrade to another protocol is not taken up", async () => {
    const said = await sendBytes(server.url, "GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", (text) => text.includes("\r\n\r\n"));
    expect(answersIn(said)[0]?.status).toBe(400);
  });
});

describe("callers who are slow", () => {
  /** Opens connections that never finish what they began. */
  async function stall(count: number, begun: string): Promise<Socket[]> {
    const { hostname, port } = new URL(server.url);
    const sockets = Array.from({ length: count }, () => connect(Number(port), hostname));
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    for (const socket of sockets) socket.on("error", () => undefined).write(begun);
    return sockets;
  }

  test.each([
    ["headers", "POST /graphql HTTP/1.1\r\nhost: x\r\nx-a: "],
    ["a body", post(["content-length: 90000"], "{")],
  ])("eighty that send %s a byte at a time keep nobody waiting", async (_what, begun) => {
    const sockets = await stall(80, begun);
    const began = performance.now();
    for (let turn = 0; turn < 20; turn += 1) {
      for (const socket of sockets) socket.write("a");
      expect((await server.graphql({ query: "{ network { name } }" })).status).toBe(200);
    }
    expect((performance.now() - began) / 20).toBeLessThan(250);
  });

  test("who takes over ten seconds for the headers is told so and cut off", async () => {
    const [socket] = await stall(1, "GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: ");
    if (!socket) throw new Error("There is no connection.");
    const began = performance.now();
    let said = "";
    socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await once(socket, "close");
    expect(performance.now() - began).toBeGreaterThan(8_000);
    expect(performance.now() - began).toBeLessThan(16_000);
    expect(answersIn(said)[0]).toMatchObject({ status: 408, body: expect.stringContaining("took too long to arrive") as string });
  });
});
