import type { Socket } from "node:net";
import type { FastifyHttpOptions, FastifyInstance, RawServerDefault } from "fastify";

/** How long a caller may take over each part of a request. Who needs longer is broken or means harm. */
const TIMES = {
  /** To send the headers. */
  headersMs: 10_000,
  /** To send the whole request. */
  requestMs: 15_000,
  /** Without asking again, before a kept connection is closed. */
  idleMs: 10_000,
  /** How often sockets are looked at for the first two. */
  checkMs: 2_000,
} as const;

/** Kept connections take some 20 KB each; beyond this many, new ones are closed unanswered. */
const MOST_CONNECTIONS = 1_000;
const MOST_REQUESTS_A_CONNECTION = 1_000;
const MOST_HEADERS = 60;
const LONGEST_HEADERS = 16 * 1024;

/** What bounds a connection, for Fastify. */
export const CONNECTION_OPTIONS = {
  requestTimeout: TIMES.requestMs,
  keepAliveTimeout: TIMES.idleMs,
  maxRequestsPerSocket: MOST_REQUESTS_A_CONNECTION,
  http: { headersTimeout: TIMES.headersMs, connectionsCheckingInterval: TIMES.checkMs, maxHeaderSize: LONGEST_HEADERS, insecureHTTPParser: false, requireHostHeader: false },
  clientErrorHandler: refuse,
} satisfies FastifyHttpOptions<RawServerDefault>;

/** What of it only the server itself knows. */
export function boundConnections(app: FastifyInstance): void {
  app.server.maxConnections = MOST_CONNECTIONS;
  app.server.maxHeadersCount = MOST_HEADERS;
  // Node would refuse it too (RFC 9112, 3.2), but without a word.
  app.addHook("onRequest", ({ raw }, reply, done) => {
    if (raw.headers.host !== undefined || raw.httpVersion !== "1.1") return done();
    void reply.code(400).header("connection", "close").send(faultOf(UNREADABLE[1]));
  });
}

const REFUSALS: Readonly<Record<string, [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "The request's headers are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive."],
};
const UNREADABLE: [string, string] = ["400 Bad Request", "The request could not be read."];

const faultOf = (message: string) => ({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });

/** Answers bytes that are not HTTP; the connection ends with it. */
function refuse(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = REFUSALS[error.code ?? ""] ?? UNREADABLE;
  const body = JSON.stringify(faultOf(message));
  const headers = [`content-length: ${Buffer.byteLength(body)}`, "content-type: application/json; charset=utf-8", "x-content-type-options: nosniff", "cache-control: no-store", "connection: close"];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join("\r\n")}\r\n\r\n${body}`);
}
