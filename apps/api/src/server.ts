import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Accounts } from "./access/accounts";
import { mountAccounts, viewerOf } from "./access/http";
import { LINK_HEADER } from "./access/links/link";
import { KEY_DOCUMENTS } from "./access/keys/documents";
import type { Clock } from "./clock";
import type { Context } from "./context";
import { openChannel } from "./db/channel";
import type { Connection } from "./db/client";
import { isMigrated } from "./db/migrate";
import { createGraphql } from "./graphql";
import { acceptAnyBody, BODY_LIMIT } from "./http/body";
import { boundConnections, CONNECTION_OPTIONS } from "./http/connections";
import { mountCalendar } from "./http/calendar";
import { mountDashboard } from "./http/dashboard";
import { mountDeskEvents } from "./http/deskEvents";
import { setSecurityHeaders } from "./http/headers";
import { hungUp } from "./http/hungUp";
import { mountStopMail } from "./http/stopMail";
import { requestForLog } from "./http/requestForLog";
import { trustedOnly, type TrustedDocuments } from "./http/trustedDocuments";
import { admitRequest, type Admitted } from "./limits/admission";
import { callerOf, createRateLimits, type RateLimitOptions, type RateLimits } from "./limits/rateLimits";
import { openStore } from "./limits/store";
import { requestIdFrom, withRequestId } from "./requestId";
import { createSchema, printedSchema } from "./schema";

export interface ServerOptions {
  readonly connection: Connection;
  readonly accounts: Accounts;
  readonly log: Logger;
  /** Folder of the built dashboard. */
  readonly webBuild: string;
  /** The dashboard's own operations, by id. */
  readonly documents?: TrustedDocuments;
  /** What people know the organisation's own sign-in as; null or left out = there is none. */
  readonly oidcName?: string | null;
  /** Whether those are all that may be asked without an API key. */
  readonly onlyTrusted?: boolean;
  /** Requests a minute of each caller, with the points that go with them; "off" for no limits. */
  readonly rateLimit: number | "off" | RateLimitOptions;
  /** The real clock, by which keys live. */
  readonly realClock?: Clock;
}

/** The whole HTTP server, ready to listen. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { connection, accounts, log } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: log.child({}, { serializers: { req: requestForLog } }) as FastifyBaseLogger,
    genReqId: (request) => requestIdFrom(request.headers["x-request-id"]),
    bodyLimit: BODY_LIMIT,
    ...CONNECTION_OPTIONS,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true },
  });
  boundConnections(app);
  const isHttps = accounts.options.baseURL.startsWith("https:");
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    setSecurityHeaders(reply, isHttps);
    withRequestId(request.id, done);
  });
  hangUpWhenClosing(app);
  app.setErrorHandler(answerError);

  const { realClock = () => new Date() } = options;
  const limits = openRateLimits(app, connection, options.rateLimit);
  const schema = createSchema();
  const graphql = createGraphql(schema, { connection, log, plugins: [fastifyApolloDrainPlugin(app)] });
  await graphql.start();
  acceptAnyBody(app);
  const refusalOf = trustedOnly(new Map([...KEY_DOCUMENTS, ...(options.documents ?? [])]), options.onlyTrusted ?? false);
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: async (request, reply) => {
      let admitted: Promise<Admitted> | undefined;
      const admittedOnce = () => (admitted ??= admitRequest(limits, request.ip, () => viewerOf(accounts, connection, request, realClock)));
      const refusal = await refusalOf(request, async () => (await admittedOnce()).viewer);
      if (refusal) return reply.code(refusal.status).send({ errors: [refusal.error] });
      const context = async (): Promise<Context> => ({ ...openingContext(request, hungUp(reply.raw), await admittedOnce(), realClock()), oidcName: options.oidcName ?? null });
      return fastifyApolloHandler(graphql, { context }).call(app, request, reply);
    },
  });

  mountAccounts(app, accounts);
  const identify = (request: FastifyRequest) => viewerOf(accounts, connection, request, realClock);
  const channel = openChannel(connection.url, "desk");
  app.addHook("onClose", () => channel.end());
  mountDeskEvents(app, { channel, identify, admit: async (request) => (await admitRequest(limits, request.ip, () => identify(request))).viewer });
  mountCalendar(app, { connection, admit: (request) => admitRequest(limits, request.ip, () => Promise.resolve(null)) });
  mountStopMail(app, { connection, admit: async (request) => void (await limits?.countRequest(callerOf(null, request.ip))) });
  app.get("/healthz", () => ({ status: "up" }));
  app.get("/readyz", (_request, reply) => answerReady(connection, reply));
  const sdl = printedSchema(schema);
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  await mountDashboard(app, options.webBuild);
  return app;
}

/** Counts what callers use where every process on the database sees it; null where nobody is limited. */
function openRateLimits(app: FastifyInstance, connection: Connection, rateLimit: ServerOptions["rateLimit"]): RateLimits | null {
  if (rateLimit === "off") return null;
  const store = openStore(connection);
  app.addHook("onClose", () => store.end());
  return createRateLimits(store, typeof rateLimit === "number" ? { requestsAMinute: rateLimit } : rateLimit);
}

/** An answer that is under way when the server closes is its connection's last; kept alive, it would hold up the end. */
function hangUpWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", (done) => {
    closing = true;
    done();
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (closing) void reply.header("connection", "close");
    done();
  });
}

/** Transaction and clock join when the operation is known to be worth them. */
function openingContext(request: FastifyRequest, hungUp: AbortSignal, { viewer, allowance }: Admitted, realNow: Date): Context {
  const linkToken = request.headers[LINK_HEADER];
  const context: Pick<Context, "viewer" | "linkToken" | "allowance" | "realNow" | "requestId" | "log" | "hungUp"> = {
    viewer,
    linkToken: typeof linkToken === "string" ? linkToken.trim() : null,
    allowance,
    realNow,
    requestId: request.id,
    log: request.log as Logger,
    hungUp,
  };
  return context as Context;
}

async function answerReady(connection: Connection, reply: FastifyReply) {
  const ready = await isMigrated(connection).catch(() => false);
  return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "the database does not answer, or is not migrated" });
}

/** HTTP-level faults, as JSON and never with what went on inside. */
function answerError(error: { statusCode?: number; code?: string; message: string }, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, "a request failed");
  const fault =
    status >= 500
      ? { message: "Something went wrong on our side.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId: request.id } }
      : { message: status === 413 ? "The request is too large." : "The request could not be read.", extensions: { code: "BAD_USER_INPUT" } };
  return reply.code(status).send({ errors: [fault] });
}
