import type { FastifyInstance } from "fastify";

/** Above every request of ours: the longest is a narrative with its form, or a document of the dashboard. */
export const BODY_LIMIT = 100 * 1024;

/** No request of ours nests deeper; code that walks deeper values would run out of stack. */
const DEEPEST = 50;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const UTF8_NAMES = new Set(["utf-8", "utf8", "us-ascii"]);

/** What GraphQL and the sign-in service cannot read is theirs to refuse, in their own words. */
export function acceptAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, ({ headers }, body, done) => {
    done(null, isUtf8(headers["content-type"]) ? readJson(body as Buffer) : undefined);
  });
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, _body, done) => done(null, undefined));
  app.addHook("onRequest", (request, reply, done) => {
    // What is small on the wire may unpack to gigabytes; no caller of ours needs to send it so.
    if ((request.headers["content-encoding"] ?? "identity") === "identity") return done();
    const errors = [{ message: "Compressed requests are not read.", extensions: { code: "BAD_USER_INPUT" } }];
    void reply.code(415).header("accept-encoding", "identity").header("connection", "close").send({ errors });
  });
}

/** A body's JSON; undefined where it is none, is no UTF-8, or nests deeper than any request does. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return isWithin(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isUtf8(contentType = ""): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  return charset === undefined || UTF8_NAMES.has(charset.toLowerCase());
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1));
}
