import { requireRole, type Account, type Viewer } from "../../access/viewer";

/**
 * The one place through which every aggregate passes on its way out. Staff may see the rows, so they may see any sum of them.
 * Nobody else is let through: a figure may leave for them only in a form from which no single system can be worked out.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for everybody who is not staff.
 */
export function passGate(viewer: Viewer): Account {
  return requireRole(viewer, ["staff"], "Figures of the whole network are open to its staff only, until they can be shown in protected form.");
}
