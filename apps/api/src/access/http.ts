import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Clock } from "../clock";
import type { Connection } from "../db/client";
import { CLIENT_ADDRESS, type Accounts } from "./accounts";
import { getAccount } from "./account.queries";
import { accountOfBearer, refuseTwoCredentials } from "./keys/bearer";
import { translated } from "./signIn/translate";
import type { Viewer } from "./viewer";

/**
 * Who sends the request: the owner of its API key, the account of its session cookie, or the public.
 * @param clock the real one, by which keys live.
 * @throws DomainError UNAUTHENTICATED for a key that does not work, or for a key beside a session.
 */
export async function viewerOf(accounts: Accounts, { db }: Connection, request: FastifyRequest, clock: Clock): Promise<Viewer> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    if (cookie !== undefined && SESSION_COOKIE.test(cookie)) refuseTwoCredentials();
    return accountOfBearer(authorization, { db, log: request.log as Logger, clock });
  }
  if (cookie === undefined) return null;
  const session = await accounts.api.getSession({ headers: headersOf(request) });
  return session ? getAccount(db, session.user.id) : null;
}

const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?network\.session_token=[^;]/;

const PREFIX = "/api/auth";

/** Longer than it takes to write a letter: by the time that passes, nobody can tell whether one was written. */
const SILENT_MS = 250;
const SILENT_PATHS = new Set(["/sign-in/magic-link", "/request-password-reset"]);

/** Hands everything under /api/auth to the sign-in service. */
export function mountAccounts(app: FastifyInstance, accounts: Accounts): void {
  const ownOrigin = new URL(accounts.options.baseURL).origin;
  app.route({
    url: `${PREFIX}/*`,
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      const url = new URL(request.url, `${request.protocol}://${request.host || "localhost"}`);
      const path = url.pathname.slice(PREFIX.length);
      const headers = originHeaders(request, ownOrigin);
      const translation = translated(path, request.method, request.body);
      if (translation.refusal) return reply.code(translation.refusal).send({ message: "This is not how to ask for it.", code: "BAD_REQUEST" });
      if (!(await isTrusted(accounts, headers))) return reply.code(403).send({ message: "Invalid origin", code: "INVALID_ORIGIN" });
      url.pathname = PREFIX + translation.path;
      for (const [name, value] of Object.entries(translation.query)) url.searchParams.set(name, value);
      const { method } = translation;
      const body = method === "POST" ? JSON.stringify(translation.body ?? {}) : null;
      const asked = accounts.handler(new Request(url, { method, headers, body })).catch(withoutValues);
      const [answer] = await Promise.all([asked, SILENT_PATHS.has(path) ? pause(SILENT_MS) : undefined]);
      return passOn(translation.answer(answer), reply);
    },
  });
}

/** What a statement was given may be a password's hash or a token: only what the database said of it goes into the log. */
function withoutValues(error: unknown): never {
  throw new Error("The sign-in service failed.", { cause: error instanceof Error && error.cause !== undefined ? error.cause : error });
}

async function passOn(answer: Response, reply: FastifyReply) {
  void reply.code(answer.status).header("cache-control", "no-store");
  for (const [name, value] of answer.headers) if (name !== "set-cookie") void reply.header(name, value);
  const wait = answer.headers.get("x-retry-after");
  if (wait !== null) void reply.header("retry-after", wait);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) void reply.header("set-cookie", cookies);
  return reply.send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null);
}

/** The service asks where a request comes from only where it sees a cookie; what signs somebody in must not be another site's doing. */
async function isTrusted(accounts: Accounts, headers: Headers): Promise<boolean> {
  return (await accounts.$context).isTrustedOrigin(headers.get("origin") ?? "");
}

/**
 * What the sign-in service is told of where a request comes from. A browser always says so of a POST; who does not is a
 * program with no cookies of others to misuse, and a page served under the very address that it calls is our own.
 */
function originHeaders(request: FastifyRequest, ownOrigin: string): Headers {
  const headers = headersOf(request);
  const origin = headers.get("origin");
  const isOwnPage = origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.host;
  if (origin === null || isOwnPage) headers.set("origin", ownOrigin);
  return headers;
}

/** Lengths and encodings belong to the body as it arrived, which is not sent on. */
const OWN_TO_THE_WIRE = new Set(["content-length", "transfer-encoding", "connection", "content-encoding"]);

function headersOf({ headers, ip }: FastifyRequest): Headers {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OWN_TO_THE_WIRE.has(name)) copied.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  copied.set(CLIENT_ADDRESS, ip);
  return copied;
}
