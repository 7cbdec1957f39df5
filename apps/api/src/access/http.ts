import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Connection } from "../db/client";
import { CLIENT_ADDRESS, type Accounts } from "./accounts";
import { getAccount } from "./account.queries";
import type { Viewer } from "./viewer";

/** Who sends the request: the account of its session cookie, or the public. */
export async function viewerOf(accounts: Accounts, { db }: Connection, request: FastifyRequest): Promise<Viewer> {
  if (request.headers.cookie === undefined) return null;
  const session = await accounts.api.getSession({ headers: headersOf(request) });
  return session ? getAccount(db, session.user.id) : null;
}

/** Hands everything under /api/auth to the sign-in service. */
export function mountAccounts(app: FastifyInstance, accounts: Accounts): void {
  const ownOrigin = new URL(accounts.options.baseURL).origin;
  app.route({
    url: "/api/auth/*",
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      const url = new URL(request.url, `${request.protocol}://${request.host || "localhost"}`);
      const body = request.method === "POST" ? JSON.stringify(request.body ?? {}) : null;
      const answer = await accounts.handler(new Request(url, { method: request.method, headers: originHeaders(request, ownOrigin), body }));
      void reply.code(answer.status);
      for (const [name, value] of answer.headers) if (name !== "set-cookie") void reply.header(name, value);
      const cookies = answer.headers.getSetCookie();
      if (cookies.length > 0) void reply.header("set-cookie", cookies);
      return reply.send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null);
    },
  });
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
