import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createAccounts } from "./access/accounts";
import type { Connection } from "./db/client";
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
  readonly rateLimit?: number | "off";
}

/** The whole server on a free port; `app.close()` ends it. */
export async function serve(connection: Connection, { webBuild = "/nowhere", rateLimit = "off" }: TestServerOptions = {}): Promise<TestServer> {
  const accounts = createAccounts(connection.db, { secret: "a-secret-for-tests-that-is-long-enough", publicUrl: "http://127.0.0.1", trustedOrigins: [], rateLimit });
  const app = await createServer({ connection, accounts, log: pino({ level: "silent" }), webBuild, introspection: true });
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
