import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { pagePolicy } from "./headers";

/** Stands in the built page where each answer gets a nonce of its own. */
const NONCE_PLACE = "__NONCE__";

/** The light pages that need no account, by the first part of their address: see apps/web/src/open/pages.ts. */
const LIGHT_PAGES: ReadonlySet<string> = new Set(["ask", "my", "r", "offer", "referral", "stop"]);

/** The dashboard's files; every other path that a browser asks for is the dashboard's own to route, or a light page. */
export async function mountDashboard(app: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, "index.html");
  if (!existsSync(index)) {
    app.setNotFoundHandler((_request, reply) => nothing(reply));
    return;
  }
  const dashboard = pageOf(index);
  const open = join(folder, "open.html");
  const light = existsSync(open) ? pageOf(open) : dashboard;
  const page = (reply: FastifyReply, path = "/") => (LIGHT_PAGES.has(path.split(/[/?]/)[1] ?? "") ? light : dashboard)(reply);
  await app.register(fastifyStatic, { root: folder, wildcard: true, index: false, cacheControl: false, dotfiles: "deny", setHeaders: cacheHeaders });
  app.get("/", (_request, reply) => page(reply));
  for (const file of ["/index.html", "/open.html"]) app.get(file, (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html") && !request.url.startsWith("/api/");
    return wantsPage ? page(reply, request.url) : nothing(reply);
  });
}

/** Answers with a built page, whose policy has a nonce of this answer's own. */
function pageOf(file: string): (reply: FastifyReply) => FastifyReply {
  const [before = "", ...after] = readFileSync(file, "utf8").split(NONCE_PLACE);
  return (reply) => {
    const nonce = randomBytes(16).toString("base64");
    void reply.header("content-security-policy", pagePolicy(nonce));
    return reply.type("text/html; charset=utf-8").send([before, ...after].join(nonce));
  };
}

const nothing = (reply: FastifyReply) =>
  reply.code(404).send({ errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND" } }] });

/** Files of a build carry a hash in their name and never change. */
function cacheHeaders(reply: FastifyReply, path: string): void {
  void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
}
