import type { KeyScope, KeyState, Role, StaffPosition } from "../gql/graphql";

/** What a role is called. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  STAFF: "Network staff",
  PROVIDER: "Provider lead",
  COACH: "Coach",
  FUNDER: "Funder",
  STEWARD: "Steward",
};

/** What each role opens, for whoever gives it or is offered it. */
export const ROLE_OPENS: Readonly<Record<Role, string>> = {
  STAFF: "every analysis of the network, and the rows behind it",
  PROVIDER: "your organisation's own requests, calls and ratings, and protected figures of the whole network",
  COACH: "your own caseload, your peers' resources, and protected figures of the whole network",
  FUNDER: "protected figures of the whole network: what was asked for, what was done, what came of it",
  STEWARD: "protected figures of the whole network: what was asked for, what was done, what came of it",
};

export const POSITION_WORDS: Readonly<Record<StaffPosition, string>> = {
  ADMIN: "administrator",
  ANALYST: "analyst",
  CONCIERGE: "concierge",
};

export const SCOPE_WORDS: Readonly<Record<KeyScope, string>> = {
  SHARED_READ: "protected figures of the network",
  OWN_READ: "its organisation's own rows",
};

/** Whether somebody with these roles may make keys: coaches by themselves may not. */
export function mayHoldKeys(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== "COACH");
}

interface Holding {
  readonly role: Role;
  readonly positions: readonly StaffPosition[];
  readonly provider: { readonly name: string } | null;
}

/** "Provider lead, Blue Ridge" or "Network staff (administrator, analyst)". */
export function roleWords({ role, positions, provider }: Holding): string {
  if (positions.length > 0) return `${ROLE_WORDS[role]} (${positions.map((position) => POSITION_WORDS[position]).join(", ")})`;
  return provider === null ? ROLE_WORDS[role] : `${ROLE_WORDS[role]}, ${provider.name}`;
}

interface KeyTimes {
  readonly state: KeyState;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

const DAY_MS = 86_400_000;

/** How a key stands as of `now`, in words: whether it works, and until when or since when not. */
export function keyStateWords({ state, expiresAt, revokedAt }: KeyTimes, now: Date, day: (instant: string) => string): string {
  switch (state) {
    case "ACTIVE": {
      const days = Math.max(1, Math.ceil((Date.parse(expiresAt) - now.getTime()) / DAY_MS));
      return days <= 14 ? `Works for ${days} more ${days === 1 ? "day" : "days"}` : `Works until ${day(expiresAt)}`;
    }
    case "ROTATED":
      return `Replaced; works until ${day(expiresAt)}`;
    case "EXPIRED":
      return `Ran out on ${day(expiresAt)}`;
    case "REVOKED":
      return revokedAt === null ? "Revoked" : `Revoked on ${day(revokedAt)}`;
  }
}

/** Whether a request with the key is still answered. */
export function keyWorks(state: KeyState): boolean {
  return state === "ACTIVE" || state === "ROTATED";
}
