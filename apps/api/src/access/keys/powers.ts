import type { KeyScope, Role } from "@arl/schema/enums";
import type { Account } from "../viewer";

/** What a key needs to be told of itself to be given its powers. */
export interface HeldKey {
  readonly id: string;
  readonly scopes: readonly KeyScope[];
  /** The organisation whose lead made it; null for others. */
  readonly providerId: string | null;
}

/** Whoever holds one of these may let a program read the network's protected figures. */
export const KEY_HOLDERS: readonly Role[] = ["staff", "provider", "funder", "steward"];

/** The scopes that somebody may give to a key of theirs, as their roles stand now. */
export function scopesOpenTo({ roles, providerId }: Pick<Account, "roles" | "providerId">): KeyScope[] {
  if (!roles.some((role) => KEY_HOLDERS.includes(role))) return [];
  return roles.includes("provider") && providerId !== null ? ["shared:read", "own:read"] : ["shared:read"];
}

/**
 * Who a key stands for: its owner, narrowed to the key's scopes and to what the owner may still do. By SHARED_READ it
 * reads what a funder reads, whoever made it: protected figures, no rows. The owner's organisation stays known, so that
 * its own rows never help it past a threshold. OWN_READ adds the rows and exact figures of the organisation whose lead
 * made the key, as long as the owner leads it.
 * @returns null when nothing is left of its powers.
 */
export function narrowed(owner: Account, key: HeldKey): Account | null {
  const open = scopesOpenTo(owner);
  const scopes = key.scopes.filter((scope) => open.includes(scope) && (scope !== "own:read" || owner.providerId === key.providerId));
  if (!scopes.includes("shared:read")) return null;
  const roles: Role[] = scopes.includes("own:read") ? ["provider", "funder"] : ["funder"];
  return { ...owner, roles, positions: [], coachId: null, key: { id: key.id, scopes } };
}
