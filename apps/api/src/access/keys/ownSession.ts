import type { OperationTypeNode } from "graphql";
import { ROLES } from "@arl/schema/enums";
import { DomainError, forbidden } from "../../errors";
import { requireRole, type Account, type Viewer } from "../viewer";

/**
 * Keys read. Whoever finds one can so change nothing with it, nor make themselves another.
 * @throws DomainError FORBIDDEN for a mutation that comes with a key, answered with 403.
 */
export function refuseWritingByKey(viewer: Viewer, operation: OperationTypeNode | undefined): void {
  if (viewer?.key && operation === "mutation") {
    throw new DomainError("FORBIDDEN", "An API key only reads. Sign in to change something.", { http: { status: 403 } });
  }
}

/**
 * Lets through who is signed in as themselves, in whatever role.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for a key and for who holds no role.
 */
export function requireOwnSession(viewer: Viewer): Account {
  const account = requireRole(viewer, ROLES, "Your account has no role in the network.");
  if (account.key) throw forbidden("API keys are looked after by people who are signed in, not with a key.");
  return account;
}
