import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Accounts } from "./access/accounts";
import { mountAccounts, viewerOf } from "./access/http";
import { readJson } from "./body";
import type { Context } from "./context";
import type { Connection } from "./db/client";
import { isMigrated } from "./db/migrate";
import { createGraphql } from "./graphql";
import { requestIdFrom, withRequestId } from "./requestId";
import { createSchema, printedSchema } from "./schema";

export interface ServerOptions {
  readonly connection: Connection;
  readonly accounts: Accounts;
  readonly log: Logger;
  /** Folder of the built dashboard. */
  readonly webBuild: string;
  /** Whether GraphQL describes itself to those who ask. */
  readonly introspection: boolean;
}

const BODY_LIMIT = 100 * 1024;

/** The whole HTTP server, ready to listen. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { connection, accounts, log } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    genReqId: (request) => requestIdFrom(request.headers["x-request-id"]),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    void reply.header("x-content-type-options", "nosniff");
    void reply.header("referrer-policy", "same-origin");
    void reply.header("x-frame-options", "DENY");
    withRequestId(request.id, done);
  });
  hangUpWhenClosing(app);
  app.setErrorHandler(answerError);

  const schema = createSchema();
  const graphql = createGraphql(schema, { connection, log, introspection: options.introspection, plugins: [fastifyApolloDrainPlugin(app)] });
  await graphql.start();
  acceptAnyBody(app);
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const context = async (): Promise<Context> => openingContext(request, await viewerOf(accounts, connection, request));
      return fastifyApolloHandler(graphql, { context }).call(app, request, reply);
    },
  });

  mountAccounts(app, accounts);
  app.get("/healthz", () => ({ status: "up" }));
  app.get("/readyz", (_request, reply) => answerReady(connection, reply));
  const sdl = printedSchema(schema);
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  await mountDashboard(app, options.webBuild);
  return app;
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
function openingContext(request: FastifyRequest, viewer: Context["viewer"]): Context {
  const context: Pick<Context, "viewer" | "requestId" | "log"> = { viewer, requestId: request.id, log: request.log as Logger };
  return context as Context;
}

async function answerReady(connection: Connection, reply: FastifyReply) {
  const ready = await isMigrated(connection).catch(() => false);
  return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "the database does not answer, or is not migrated" });
}

/** What GraphQL cannot read is GraphQL's to refuse, in its own words. */
function acceptAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => done(null, readJson(body as string)));
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, _body, done) => done(null, undefined));
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

/** The dashboard's files; every other path that a browser asks for is the dashboard's own to route. */
async function mountDashboard(app: FastifyInstance, folder: string): Promise<void> {
  const nothing = (reply: FastifyReply) => reply.code(404).send({ errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND" } }] });
  if (!existsSync(join(folder, "index.html"))) {
    app.setNotFoundHandler((_request, reply) => nothing(reply));
    return;
  }
  await app.register(fastifyStatic, { root: folder, wildcard: true, index: false, cacheControl: false, setHeaders: cacheHeaders });
  const page = (reply: FastifyReply) => reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").sendFile("index.html");
  app.get("/", (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html") && !request.url.startsWith("/api/");
    return wantsPage ? page(reply) : nothing(reply);
  });
}

/** Files of a build carry a hash in their name and never change. */
function cacheHeaders(reply: FastifyReply, path: string): void {
  void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
}
