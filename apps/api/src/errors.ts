import { GraphQLError } from "graphql";

/** Every code a client may branch on. Adding one is a change of the contract: say it in docs/errors.md. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "QUERY_TOO_COMPLEX";

/** An expected failure, safe to show to the caller. Anything else is masked as INTERNAL_SERVER_ERROR. */
export class DomainError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...details, code } });
    this.code = code;
  }
}

export const notFound = (type: string, id: string) => new DomainError("NOT_FOUND", `No ${type} has the id "${id}".`);

/** `field` is the path of the input at fault, such as `scope.states`. */
export const badInput = (field: string, message: string) => new DomainError("BAD_USER_INPUT", message, { field });

export const unauthenticated = () => new DomainError("UNAUTHENTICATED", "Sign in to see this.");

export const forbidden = (message: string) => new DomainError("FORBIDDEN", message);

/** A write that contradicts what is there. */
export const conflict = (message: string) => new DomainError("CONFLICT", message);
