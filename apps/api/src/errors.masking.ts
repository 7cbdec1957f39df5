import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { unwrapResolverError } from "@apollo/server/errors";
import type { Logger } from "pino";
import { DomainError } from "./errors";

/** Codes of Apollo's own for operations that are wrong before anything runs; their messages speak of the schema only. */
const WRONG_OPERATION = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

const LONGEST_MESSAGE = 300;

/** PostgreSQL's code for a statement that was cancelled because it took too long. */
const CANCELLED = "57014";

/**
 * What the caller is told of an error: expected failures as they are, wrong operations shortened, and of our own
 * faults nothing but the id under which they are logged.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, requestId: string, log: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) return formatted;
  if (databaseCode(cause) === CANCELLED) {
    return { ...place(formatted), message: "This takes too long to compute; narrow the scope.", extensions: { code: "QUERY_TOO_COMPLEX" } };
  }
  const code = formatted.extensions?.["code"];
  if (cause instanceof GraphQLError && typeof code === "string" && WRONG_OPERATION.has(code)) {
    return { ...place(formatted), message: shortened(formatted.message), extensions: { code } };
  }
  if (isUnsupportedOperation(cause)) {
    return { ...place(formatted), message: shortened(formatted.message), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
  }
  log.error({ err: cause, requestId }, "an operation failed");
  return { ...place(formatted), message: "Something went wrong on our side.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId } };
}

const place = ({ locations, path }: GraphQLFormattedError) => ({ ...(locations && { locations }), ...(path && { path }) });

const shortened = (message: string): string => (message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);

/** Errors that graphql raises without a code of its own, such as a subscription where there is none, or a variable that does not fit. */
function isUnsupportedOperation(cause: unknown): boolean {
  return cause instanceof GraphQLError && cause.originalError === undefined && cause.path === undefined;
}

function databaseCode(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
  }
  return undefined;
}
