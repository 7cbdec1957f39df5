import type { RequestOwner } from "../requests/care.loader";
import type { AfterCall, WishAfterCall } from "./rating.queries";

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

/** Each leads to the page with that many stars marked; one tap there gives them, since scanners of mail open every link. */
const STARS = [1, 2, 3, 4, 5].map((stars) => ({ label: `${stars} \u2605`, fragment: String(stars) }));

/** Asks a leader how a call was, the day it was held. Opening the mail, or its link, records nothing. */
export function rateCallMail({ sessionId, requestId, leaderName, coaches, heldAt, timeZone, owner }: CallToRate) {
  const day = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone }).format(heldAt);
  return {
    requestId,
    paragraphs: [leaderName ? `Hello ${leaderName},` : "Hello,", `You spoke with ${named(coaches)} on ${day}. How was it? One tap tells us, and tells your coaches what to do better.`],
    action: "Rate the call",
    linkTo: { kind: "rating", subjectId: sessionId },
    choices: STARS,
    notes: ["The link is for this call alone; it takes one rating, within 60 days.", ...(owner ? [`Anything else? Answer this mail: it reaches ${owner.name}.`] : [])],
    ...(owner && { replyTo: { name: owner.name, address: owner.email } }),
    canStop: true,
  };
}

const WISHES: Readonly<Record<WishAfterCall, string>> = { more: "would like more help", another_call: "would like another call" };

/** Tells the lead coach, or the request's owner, what the leader wishes after a call. Answers reach the leader. */
export function wishMail({ requestId, engagementId, systemName, leader, readerIsCoach }: AfterCall, kind: WishAfterCall) {
  const who = leader.name ? `${leader.name} of ${systemName}` : `The leader of ${systemName}`;
  return {
    requestId,
    paragraphs: ["Hello,", `${who} has rated your last call, and ${WISHES[kind]}.`],
    action: readerIsCoach ? "Plan a call" : "Open the request",
    link: readerIsCoach ? `/caseload/${encodeURIComponent(engagementId)}` : `/desk/${encodeURIComponent(requestId)}`,
    notes: leader.email === null ? [] : ["Answer this mail and it reaches the leader."],
    ...(leader.email !== null && { replyTo: { name: leader.name ?? leader.email, address: leader.email } }),
  };
}
