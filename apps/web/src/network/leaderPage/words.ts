import type { LeaderPageData } from "./page";
import { passing } from "./passing";

/** "Ada", "Ada and Ben", "Ada, Ben and Cid". */
export const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);

type Standing = Pick<LeaderPageData, "withdrawnAt" | "matchedAt" | "closedAt" | "owner" | "team" | "calls" | "heldAt" | "referrals">;

/** The page's first sentence: where the request stands. */
export function finding(standing: Standing, isNew: boolean): string {
  const { withdrawnAt, matchedAt, closedAt, owner, team } = standing;
  if (closedAt !== null) return "Your coaching has come to its end";
  if (matchedAt !== null) return team.length === 0 ? "Your team is being put together" : `${listed(team.map(({ name }) => name))} ${team.length === 1 ? "coaches" : "coach"} you`;
  if (withdrawnAt !== null) return "Your request is stopped";
  const passed = passing(standing)?.finding ?? null;
  if (passed !== null) return passed;
  if (isNew) return "We have your request";
  return owner === null ? "Your request is with us" : `Your request is with ${owner.name}`;
}

/** What happens next, and by when. */
export function next(standing: Standing): string {
  const { withdrawnAt, matchedAt, closedAt, owner, calls, heldAt } = standing;
  if (closedAt !== null) return "You can ask for more whenever you like: press More help, and it goes on from here.";
  if (matchedAt !== null) {
    if (calls.length > 0) return "Your next call is below.";
    return heldAt.length === 0 ? "They write to you to find a time for the first call. Answer their mail, or ask for a call here." : "No call is planned now. Ask for another one with one tap.";
  }
  if (withdrawnAt !== null) return "Nobody works on it any more. You can ask for help anew at any time.";
  const who = owner === null ? "A person" : owner.name;
  return passing(standing)?.next ?? `${who} reads it and finds the coaches who fit. You hear from us within two working days, by e-mail. It costs you nothing.`;
}
