import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { refuseWritingByKey } from "../access/keys/ownSession";
import type { Viewer } from "../access/viewer";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { Allowance } from "./allowance";
import { checkCost, operationCost } from "./operationCost";
import { checkOperation } from "./operationSize";
import { callerOf, type RateLimits } from "./rateLimits";

/** Who asks, and what they have left. */
export interface Admitted {
  readonly viewer: Viewer;
  /** Null where nobody is limited. */
  readonly allowance: Allowance | null;
}

/**
 * Finds out who sends a request, and counts it: a wrong credential against the address that it came from.
 * @throws DomainError UNAUTHENTICATED or RATE_LIMITED
 */
export async function admitRequest(limits: RateLimits | null, ip: string, identify: () => Promise<Viewer>): Promise<Admitted> {
  if (limits === null) return { viewer: await identify(), allowance: null };
  try {
    const viewer = await identify();
    return { viewer, allowance: await Allowance.ofRequest(limits, callerOf(viewer, ip)) };
  } catch (error) {
    if (error instanceof DomainError && error.code === "UNAUTHENTICATED") await limits.countRequest(callerOf(null, ip));
    throw error;
  }
}

interface ResolvedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** Nothing where the document has none of the name asked for; GraphQL refuses that itself. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation before it costs anything: one that is too large or too dear, that a key may not send, or that is
 * more than the caller has left. Looks at each anew, since Apollo keeps the documents that it has found valid.
 * @throws DomainError QUERY_TOO_COMPLEX, BAD_USER_INPUT, FORBIDDEN or RATE_LIMITED
 */
export async function admitOperation({ viewer, allowance }: Pick<Context, "viewer" | "allowance">, { schema, document, operation, variables }: ResolvedOperation): Promise<void> {
  checkOperation(document, variables);
  refuseWritingByKey(viewer, operation?.operation);
  const cost = operation ? operationCost(schema, document, operation, variables) : 1;
  checkCost(cost);
  await allowance?.spend(cost);
}
