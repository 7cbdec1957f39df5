import type { KeyScope, Role, StaffPosition } from "@arl/schema/enums";
import { forbidden, unauthenticated } from "../errors";

/** Somebody signed in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Of staff. */
  readonly positions: readonly StaffPosition[];
  /** Of a coach or a provider's lead. */
  readonly providerId: string | null;
  readonly coachId: string | null;
  /** The API key that the request came with; null for a person's own session. */
  readonly key: { readonly id: string; readonly scopes: readonly KeyScope[] } | null;
}

/** Who is looking; null is the public. */
export type Viewer = Account | null;

/** The roles of the database, widest rights first. */
const DATABASE_ROLES = [
  ["staff", "network_staff"],
  ["provider", "network_provider"],
  ["coach", "network_coach"],
  ["funder", "network_funder"],
  ["steward", "network_funder"],
] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number][1] | "network_public";

/** The database role under which the viewer's operations run: the widest of those they hold. */
export function databaseRole(viewer: Viewer): DatabaseRole {
  const held = DATABASE_ROLES.find(([role]) => viewer?.roles.includes(role));
  return held ? held[1] : "network_public";
}

/** @throws DomainError UNAUTHENTICATED for the public. */
function signedIn(viewer: Viewer): Account {
  if (viewer === null) throw unauthenticated();
  return viewer;
}

/** @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for who holds none of the roles. */
export function requireRole(viewer: Viewer, roles: readonly Role[], message: string): Account {
  const account = signedIn(viewer);
  if (!account.roles.some((role) => roles.includes(role))) throw forbidden(message);
  return account;
}
