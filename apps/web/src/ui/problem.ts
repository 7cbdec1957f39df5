/** Why a page cannot be shown, and what to offer instead. */
export type Problem =
  | { readonly kind: "signedOut" }
  | { readonly kind: "notAllowed" }
  | { readonly kind: "notFound" }
  | { readonly kind: "badScope"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string; readonly requestId: string | null };

interface GraphQLProblem {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly requestId?: unknown; readonly field?: unknown };
}

/** The answer of a server that refused whole, where it is JSON. */
function answered(bodyText: unknown): unknown {
  if (typeof bodyText !== "string") return null;
  try {
    return JSON.parse(bodyText);
  } catch {
    return null;
  }
}

/** The first error of an answer of the API, whichever way it came. */
export function firstError(error: unknown): GraphQLProblem | null {
  if (typeof error !== "object" || error === null) return null;
  if ("bodyText" in error) return firstError(answered(error.bodyText));
  if (!("errors" in error)) return null;
  const { errors } = error;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  return typeof first === "object" ? first : null;
}

/** What an error thrown by a query means to the reader. */
export function problemOf(error: unknown): Problem {
  const first = firstError(error);
  const message = typeof first?.message === "string" ? first.message : "";
  switch (first?.extensions?.code) {
    case "UNAUTHENTICATED":
      return { kind: "signedOut" };
    case "FORBIDDEN":
      return { kind: "notAllowed" };
    case "NOT_FOUND":
      return { kind: "notFound" };
    case "BAD_USER_INPUT":
      return { kind: "badScope", message };
    case undefined:
      return { kind: "failed", message: "The network's server could not be reached.", requestId: null };
    default: {
      const id = first?.extensions?.requestId;
      return { kind: "failed", message, requestId: typeof id === "string" ? id : null };
    }
  }
}
