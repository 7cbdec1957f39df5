import { ApolloLink, type DocumentNode } from "@apollo/client";
import { reloadOnce } from "./staleBuild";

/** Where codegen leaves an operation's id. */
interface Named {
  readonly __meta__?: { readonly documentId?: string };
}

const idOf = (document: DocumentNode & Named): string | undefined => document["__meta__"]?.documentId;

/**
 * Sends an operation's id in place of its text, as "Persisted Documents" of GraphQL over HTTP has it. Only a build has
 * its ids in a manifest that the server reads; in development the text is sent.
 */
export const nameDocuments = new ApolloLink((operation, forward) => {
  const documentId = import.meta.env.PROD ? idOf(operation.query) : undefined;
  if (documentId !== undefined) {
    operation.extensions = { ...operation.extensions, documentId };
    operation.setContext({ http: { includeQuery: false } });
  }
  return forward(operation);
});

/** The link writes no field of ours beside its own, so the id travels to here among the extensions. */
export function withDocumentId(body: string): string {
  const { extensions: { documentId, ...extensions } = {}, ...rest } = JSON.parse(body) as { extensions?: Record<string, unknown> };
  return JSON.stringify({ ...(documentId !== undefined && { documentId }), ...rest, ...(Object.keys(extensions).length > 0 && { extensions }) });
}

/** Fetches; a page whose documents the server does not know is of another build, and is loaded anew. */
export async function sendById(address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const body = typeof init.body === "string" ? withDocumentId(init.body) : (init.body ?? null);
  const response = await fetch(address, { ...init, body });
  if (response.status === 409 && (await isOfAnotherBuild(response.clone()))) reloadOnce();
  return response;
}

async function isOfAnotherBuild(response: Response): Promise<boolean> {
  const answer = (await response.json().catch(() => null)) as { errors?: readonly { extensions?: { code?: unknown; field?: unknown } }[] } | null;
  const { code, field } = answer?.errors?.[0]?.extensions ?? {};
  return code === "CONFLICT" && field === "documentId";
}
