import { dayOf } from "../../open/ui/times";
import type { LeaderPageData } from "./page";

type Standing = Pick<LeaderPageData, "withdrawnAt" | "matchedAt" | "owner" | "referrals">;

interface Passing {
  /** Null = where it stands is what it would be without a referral. */
  readonly finding: string | null;
  readonly next: string;
  /** Whether coaches may still be looked for. */
  readonly needsCoaches: boolean;
  /** Whether somebody outside the network has it, so that stopping it here would not end it. */
  readonly isGone: boolean;
}

/** Where a request that nobody coaches stands by its latest referral; null where it has none, was stopped or is coached. */
export function passing({ withdrawnAt, matchedAt, owner, referrals: [referral] }: Standing): Passing | null {
  if (referral === undefined || matchedAt !== null || withdrawnAt !== null) return null;
  const { state, destination, sentAt, outcome } = referral;
  const gone = (finding: string, next: string): Passing => ({ finding, next, needsCoaches: false, isGone: true });
  switch (state) {
    case "CONSENT_ASKED":
      return { finding: "We have a question for you", next: "It takes one tap. Nothing is passed on before you say yes.", needsCoaches: true, isGone: false };
    case "CONSENTED":
      return { finding: `Your request goes to ${destination}`, next: `${owner?.name ?? "A person"} sends it on. You need do nothing.`, needsCoaches: false, isGone: false };
    case "SENT":
      return gone(`Your request is with ${destination}`, "You hear from us by e-mail as soon as they answer. You need do nothing until then.");
    case "ACKNOWLEDGED":
      return gone(`${destination} has taken your request on`, `Unless they write to you first, ${owner === null ? "we put" : `${owner.name} puts`} you in touch.`);
    case "CLOSED":
      return outcome === "STARTED"
        ? gone(`You and ${destination} work together`, "If you need anything else, write to us below.")
        : gone(sentAt === null ? `Your request was passed on to ${destination}` : `Your request went to ${destination} on ${dayOf(sentAt)}`, `If you still need help, write to us below: it reaches ${owner?.name ?? "a person"}.`);
    default:
      return { finding: null, next: `${owner === null ? "We look" : `${owner.name} looks`} for another way to help, and ${owner === null ? "write" : "writes"} to you.`, needsCoaches: true, isGone: false };
  }
}
