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

/** PostgreSQL's code for a statement that comes after one that failed in the same transaction. */
const AFTER_A_FAILURE = "25P02";

/** PostgreSQL's codes for a transaction that another one was in the way of: it failed to serialize, a deadlock, a lock not got in time. */
const IN_THE_WAY = new Set(["40001", "40P01", "55P03"]);

/**
 * What the caller is told of an error: expected failures as they are, wrong operations shortened, and of our own
 * faults nothing but the id under which they are logged.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, requestId: string, log: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) return { ...formatted, message: shortened(formatted.message) };
  const code = databaseCode(cause);
  const passing = code === undefined ? null : toldOf(code);
  if (passing) return passing(formatted);
  const wrong = cause instanceof GraphQLError ? wrongOperation(formatted, cause) : null;
  if (wrong) return { ...place(formatted), message: shortened(formatted.message), extensions: wrong };
  log.error({ err: cause, requestId }, "an operation failed");
  return { ...place(formatted), message: "Something went wrong on our side.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId } };
}

/**
 * Once a statement was cancelled, or another transaction was in its way, the operation's other statements fail for no
 * reason of their own: they are told the same. `formatted` stands in the order of `errors`.
 */
export function maskAftermath(formatted: readonly GraphQLFormattedError[], errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  const codes = errors.map((error) => databaseCode(unwrapResolverError(error)));
  const told = codes.flatMap((code) => (code === undefined ? [] : (toldOf(code) ?? [])))[0];
  if (!told) return formatted;
  return formatted.map((each, index) => (codes[index] === AFTER_A_FAILURE ? told(each) : each));
}

type Told = (formatted: GraphQLFormattedError) => GraphQLFormattedError;

/** How a failure of the database's is told that is no fault of ours; null for every other. */
function toldOf(code: string): Told | null {
  if (code === CANCELLED) return tooLong;
  return IN_THE_WAY.has(code) ? inTheWay : null;
}

const place = ({ locations, path }: GraphQLFormattedError) => ({ ...(locations && { locations }), ...(path && { path }) });

const tooLong: Told = (formatted) => ({
  ...place(formatted),
  message: "This takes too long to compute; narrow the scope.",
  extensions: { code: "QUERY_TOO_COMPLEX" },
});

const inTheWay: Told = (formatted) => ({
  ...place(formatted),
  message: "Somebody else was changing the same at this moment. Nothing was saved; try again.",
  extensions: { code: "CONFLICT" },
});

const shortened = (message: string): string => (message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);

/** The code of an operation that is wrong, and the input at fault where there is one; null where the fault is ours. */
function wrongOperation({ extensions, message, path }: GraphQLFormattedError, cause: GraphQLError): { code: string; field?: string } | null {
  const code = extensions?.["code"];
  if (code === "BAD_USER_INPUT") return { code, ...inputNamedIn(message) };
  if (typeof code === "string" && WRONG_OPERATION.has(code)) return { code };
  if (cause.originalError !== undefined || "code" in cause.extensions) return null;
  // While fields run, graphql points at the operation's text where an argument is at fault, and nowhere where a result is.
  if (path) return cause.nodes ? { code: "BAD_USER_INPUT", ...inputNamedIn(message) } : null;
  return { code: cause.nodes ? "GRAPHQL_VALIDATION_FAILED" : "BAD_USER_INPUT" };
}

/** The variable or argument that graphql's own message begins with, or the place inside it that it speaks of. */
function inputNamedIn(message: string): { field?: string } {
  const [, name] = /^(?:Variable "\$|Argument ")(\w+)"/.exec(message) ?? [];
  const [, inside] = / at "(\w+[\w.[\]]*)"; /.exec(message) ?? [];
  const field = inside?.replaceAll(/\[(\d+)\]/g, ".$1") ?? name;
  return field === undefined ? {} : { field };
}

function databaseCode(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
  }
  return undefined;
}
