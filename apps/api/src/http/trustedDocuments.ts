import { existsSync, readFileSync } from "node:fs";
import type { FastifyRequest } from "fastify";
import type { Viewer } from "../access/viewer";

/** The documents of the dashboard that this server was built with, by id. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the manifest that the dashboard's build writes; empty where there is none. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

interface Refusal {
  readonly status: number;
  readonly error: { readonly message: string; readonly extensions: { readonly code: string; readonly field?: string } };
}

const refusal = (status: number, message: string, extensions: Refusal["error"]["extensions"]): Refusal => ({ status, error: { message, extensions } });

/** What is wrong with the operation that a request brings; null where nothing is. */
type RefusalOf = (request: Pick<FastifyRequest, "body" | "query">, viewer: () => Promise<Viewer>) => Promise<Refusal | null>;

/**
 * Reads documents by their id, and, where `onlyTrusted`, refuses all others to who comes without an API key: a stolen
 * session then does what a page does and nothing else, and strangers cannot think of costly operations.
 */
export function trustedOnly(documents: TrustedDocuments, onlyTrusted: boolean): RefusalOf {
  const texts = new Set(documents.values());
  return async ({ body, query }, viewer) => {
    const unknown = expandDocumentId(body, documents);
    if (unknown || !onlyTrusted) return unknown;
    const text = textOf(body) ?? textOf(query);
    if (text === undefined || texts.has(text)) return null;
    // Whom nothing is known of is refused where the operation would open.
    const mayAskAll = await viewer().then((known) => Boolean(known?.key), () => true);
    if (mayAskAll) return null;
    return refusal(403, "Here, operations of one's own need an API key.", { code: "FORBIDDEN" });
  };
}

/** Text that is no operation is GraphQL's to refuse. */
function textOf(parameters: unknown): string | undefined {
  if (typeof parameters !== "object" || parameters === null || !("query" in parameters)) return undefined;
  return typeof parameters.query === "string" ? parameters.query : undefined;
}

/**
 * Puts the text of a document in the place of its id, as "Persisted Documents" of GraphQL over HTTP has it.
 * @param body of the request; changed.
 * @returns what is wrong with the id; null where nothing is, or there is none.
 */
function expandDocumentId(body: unknown, documents: TrustedDocuments): Refusal | null {
  if (typeof body !== "object" || body === null || !("documentId" in body)) return null;
  const { documentId } = body;
  if ("query" in body) return refusal(400, "Send either a document or its id.", { code: "BAD_USER_INPUT", field: "documentId" });
  const text = typeof documentId === "string" ? documents.get(documentId) : undefined;
  if (text === undefined) {
    return refusal(409, "The server does not know this document: the page is older or newer than the server. Load it again.", { code: "CONFLICT", field: "documentId" });
  }
  delete body.documentId;
  Object.assign(body, { query: text });
  return null;
}
