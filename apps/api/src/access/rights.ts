import { forbidden } from "../errors";
import { requireRole, type Account, type Viewer } from "./viewer";

/**
 * Lets through those for whom some rows of the network's work may be open; the database decides which.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for funders.
 */
export function requireRowRights(viewer: Viewer): Account {
  return requireRole(viewer, ["staff", "coach", "provider"], "Rows of the network's work are open to its staff, coaches and providers.");
}

/** Whether some rows of the network's work may be open to them, for what says less to others rather than refuse. */
export const seesRows = (viewer: Viewer): boolean => viewer?.roles.some((role) => role === "staff" || role === "coach" || role === "provider") ?? false;

/** @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for who is not staff. */
export function requireStaff(viewer: Viewer): Account {
  return requireRole(viewer, ["staff"], "This is for the hub's staff.");
}

/**
 * Lets through those who may change who may do what: staff who hold the position of an admin, signed in themselves.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for everybody else.
 */
export function requireAdmin(viewer: Viewer): Account {
  const account = requireRole(viewer, ["staff"], "This is for admins among the hub's staff.");
  if (!account.positions.includes("admin") || account.key !== null) throw forbidden("This is for admins among the hub's staff.");
  return account;
}
