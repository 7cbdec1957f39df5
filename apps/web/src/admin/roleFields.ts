import type { Role, StaffPosition } from "../gql/graphql";

/** What goes with a role when it is given, as chosen in a form. */
export interface RoleChoice {
  readonly role: Role;
  readonly positions: readonly StaffPosition[];
  readonly providerId: string | null;
  readonly coachId: string | null;
}

export const ROLES: readonly Role[] = ["PROVIDER", "COACH", "FUNDER", "STEWARD", "STAFF"];
export const POSITIONS: readonly StaffPosition[] = ["ADMIN", "ANALYST", "CONCIERGE"];

/** Roles that somebody holds in an organisation. */
export function needsOrganisation(role: Role): boolean {
  return role === "PROVIDER" || role === "COACH";
}

/** What is missing from the choice, by field. */
export function roleFaults({ role, positions, providerId }: RoleChoice): Readonly<Record<string, string | null>> {
  return {
    positions: role === "STAFF" && positions.length === 0 ? "Choose one at least." : null,
    providerId: needsOrganisation(role) && providerId === null ? "Choose their organisation." : null,
  };
}

/** The choice as the API takes it: nothing goes along that the role has no use for. */
export function roleInput({ role, positions, providerId, coachId }: RoleChoice) {
  return {
    role,
    positions: role === "STAFF" ? [...positions] : [],
    providerId: needsOrganisation(role) ? providerId : null,
    coachId: role === "COACH" ? coachId : null,
  };
}
