import type { RequestOwner } from "../requests/care.loader";
import type { LeaderAskKind } from "./ask.table";

interface Asking {
  readonly requestId: string;
  readonly system: string;
  readonly leader: { readonly name: string | null; readonly email: string | null };
}

const WANTS: Readonly<Record<Exclude<LeaderAskKind, "colleague" | "correction">, string>> = {
  more: "would like more help than there is now",
  another_call: "would like another call",
  stop: "would like the coaching to come to its end",
  message: "writes to you",
};

/** Tells the lead coach, or the request's owner, what the leader asks for. Answers reach the leader. */
export function leaderAsksMail({ requestId, system, leader, kind, text, engagementId }: Asking & { readonly kind: keyof typeof WANTS; readonly text: string | null; readonly engagementId: string | null }) {
  const who = leader.name ? `${leader.name} of ${system}` : `Your leader of ${system}`;
  const replyTo = leader.email === null ? {} : { replyTo: { name: leader.name ?? leader.email, address: leader.email } };
  return {
    requestId,
    paragraphs: ["Hello,", `${who} ${WANTS[kind]}.`, ...(text === null ? [] : [`In their words: "${text}"`])],
    action: engagementId === null ? "Open the request" : "Open the engagement",
    link: engagementId === null ? `/desk/${encodeURIComponent(requestId)}` : `/caseload/${encodeURIComponent(engagementId)}`,
    notes: leader.email === null ? [] : ["Answer this mail and it reaches the leader."],
    ...replyTo,
  };
}

/** Tells a colleague that a leader has added them, with a link of their own. */
export function colleagueMail({ requestId, system, leader, name, owner }: Asking & { readonly name: string; readonly owner: RequestOwner | null }) {
  return {
    requestId,
    paragraphs: [
      `Hello ${name},`,
      `${leader.name ?? "A colleague"} has asked the coaching network for help for ${system}, and would like you to be part of it. It costs nothing.`,
      "On the page behind this link you see what was asked, who coaches, when the next call is and what was agreed.",
    ],
    action: "Open the page",
    linkTo: { kind: "request", subjectId: requestId },
    notes: ["The link is yours alone. It needs no password.", owner ? `Answer this mail and it reaches ${owner.name}, who looks after the request.` : "You need not do anything else."],
    ...(owner && { replyTo: { name: owner.name, address: owner.email } }),
  };
}
