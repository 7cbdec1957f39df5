import type { FastifyInstance } from "fastify";
import { pino, type Logger } from "pino";
import { createAccounts } from "./access/accounts";
import type { OidcSettings } from "./access/signIn/oidc";
import type { Clock } from "./clock";
import type { Connection } from "./db/client";
import { openServerConnection } from "./db/serverLogin";
import type { TrustedDocuments } from "./http/trustedDocuments";
import type { RateLimitOptions } from "./limits/rateLimits";
import { createServer } from "./server";

export interface TestServer {
  /** Such as http://127.0.0.1:40321. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** POSTs an operation as JSON. */
  graphql(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The cookies of a signed-in account. */
  signIn(email: string, password: string): Promise<string>;
}

export interface TestServerOptions {
  /** Folder of the built dashboard; none by default. */
  readonly webBuild?: string;
  readonly rateLimit?: number | "off" | RateLimitOptions;
  /** The real clock. */
  readonly realClock?: Clock;
  /** With these, nothing else may be asked without a key. */
  readonly documents?: TrustedDocuments;
  readonly log?: Logger;
  readonly publicUrl?: string;
  /** Over the connection as it is, in the place of the server's own login. */
  readonly asItIs?: boolean;
  readonly oidc?: OidcSettings;
}

/** The whole server on a free port; `app.close()` ends it. */
export async function serve(owner: Connection, { webBuild = "/nowhere", rateLimit = "off", documents, log = pino({ level: "silent" }), publicUrl = "http://127.0.0.1", realClock, oidc, asItIs = false }: TestServerOptions = {}): Promise<TestServer> {
  const connection = asItIs ? owner : await openServerConnection(owner);
  const accounts = createAccounts(connection.db, { secret: "a-secret-for-tests-that-is-long-enough", publicUrl, trustedOrigins: [], rateLimit: typeof rateLimit === "object" ? rateLimit.requestsAMinute : rateLimit, oidc: oidc ?? null });
  const app = await createServer({ connection, accounts, log, webBuild, rateLimit, oidcName: oidc?.name ?? null, ...(realClock && { realClock }), ...(documents && { documents, onlyTrusted: true }) });
  if (!asItIs) app.addHook("onClose", () => connection.end());
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(url + path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
  return {
    url,
    app,
    graphql: (body, headers) => post("/graphql", body, headers),
    signIn: async (email, password) => {
      const answer = await post("/api/auth/sign-in/email", { email, password });
      return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
    },
  };
}
