import type { Role, StaffPosition } from "../gql/graphql";

/** Who looks, as far as it decides what they may open; null is the public. */
export type Looker = { readonly roles: readonly Role[]; readonly positions: readonly StaffPosition[] } | null;

/** Where each role begins, the widest rights first: who holds several begins with the first. Who leads an organisation begins with how it does, who coaches with the day's calls. */
const HOMES: readonly (readonly [Role, string])[] = [
  ["STAFF", "/"],
  ["PROVIDER", "/our-work"],
  ["COACH", "/caseload"],
  ["FUNDER", "/impact"],
  ["STEWARD", "/impact"],
];

/** The page on which a viewer begins; somebody without a role has their account alone. */
export function homeOf(viewer: Looker): string {
  if (viewer === null) return "/sign-in";
  return HOMES.find(([role]) => viewer.roles.includes(role))?.[1] ?? "/account";
}

/** Whether the analysis is open to them: it is to everybody with a role. */
export function seesAnalysis(viewer: Looker): boolean {
  return viewer !== null && viewer.roles.length > 0;
}

/** Whether there is work of their own to look at: a lead's organisation, or a coach's own relationships. */
export function hasOwnWork(viewer: Looker): boolean {
  return viewer !== null && (viewer.roles.includes("PROVIDER") || viewer.roles.includes("COACH"));
}

/** Whether they may read people, invitations, keys, the audit trail and mails. */
export function isStaff(viewer: Looker): boolean {
  return viewer?.roles.includes("STAFF") ?? false;
}

/** Whether they may change them. */
export function isAdmin(viewer: Looker): boolean {
  return isStaff(viewer) && (viewer?.positions.includes("ADMIN") ?? false);
}
