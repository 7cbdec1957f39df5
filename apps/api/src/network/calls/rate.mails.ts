import type { RequestOwner } from "../requests/care.loader";

export interface CallToRate {
  readonly sessionId: string;
  readonly requestId: string;
  readonly leaderName: string | null;
  /** Who coached, by name. */
  readonly coaches: readonly string[];
  readonly heldAt: Date;
  readonly timeZone: string;
  readonly owner: RequestOwner | null;
}

/** A list as people write it: "Ada, Ben and Cid". */
export const named = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? "your coach") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);

/** Asks a leader how a call was, the day it was held. Opening the mail, or its link, records nothing. */
export function rateCallMail({ sessionId, requestId, leaderName, coaches, heldAt, timeZone, owner }: CallToRate) {
  const day = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone }).format(heldAt);
  return {
    requestId,
    paragraphs: [leaderName ? `Hello ${leaderName},` : "Hello,", `You spoke with ${named(coaches)} on ${day}. How was it? One tap tells us, and tells your coaches what to do better.`],
    action: "Rate the call",
    linkTo: { kind: "rating", subjectId: sessionId },
    notes: ["The link is for this call alone; it takes one rating, within 60 days.", ...(owner ? [`Anything else? Answer this mail: it reaches ${owner.name}.`] : [])],
    ...(owner && { replyTo: { name: owner.name, address: owner.email } }),
    canStop: true,
  };
}
