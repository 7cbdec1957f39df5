import { requireRole, type Account, type Viewer } from "./viewer";

/**
 * Lets through those for whom some rows of the network's work may be open; the database decides which.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for funders.
 */
export function requireRowRights(viewer: Viewer): Account {
  return requireRole(viewer, ["staff", "coach", "provider"], "Rows of the network's work are open to its staff, coaches and providers.");
}
