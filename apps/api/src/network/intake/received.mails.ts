import type { RequestOwner } from "../requests/care.loader";

export interface ReceivedRequest {
  readonly requestId: string;
  readonly system: string;
  readonly owner: RequestOwner | null;
}

/** By when a leader hears of their coaches: the service target of two days. */
const ANSWER_BY = "within two working days";

/** Tells a leader that their request is in: who reads it, what happens next and by when, and where they see it. */
export function requestReceivedMail({ requestId, system, owner }: ReceivedRequest) {
  const who = owner ? `${owner.name} reads it` : "A person reads it";
  return {
    requestId,
    paragraphs: [
      "Hello,",
      `Thank you for asking. We have your request for ${system}.`,
      `${who} now and finds the coaches who fit. You hear from us ${ANSWER_BY}, with their names and what comes next. It costs you nothing.`,
      "On your own page you can add what helps us choose (times that suit, your role, languages), bring in a colleague, ask for more, or stop.",
    ],
    action: "Open your page",
    linkTo: { kind: "request", subjectId: requestId },
    notes: [
      "The link is yours alone: who has it sees your request. It needs no password.",
      owner ? `Answer this mail and it reaches ${owner.name}.` : "You need not do anything else.",
      "If you did not ask for this, somebody gave your address by mistake. Open the page and press Stop, and it ends there.",
    ],
    ...(owner && { replyTo: { name: owner.name, address: owner.email } }),
  };
}

/** Tells a request's owner that it is there. */
export function newRequestMail({ requestId, system, urgency }: { readonly requestId: string; readonly system: string; readonly urgency: string | null }) {
  return {
    requestId,
    paragraphs: ["Hello,", `${system} asks for help${urgency === "high" ? ", and needs it this week" : ""}. The request is yours to look after.`],
    action: "Open the request",
    link: `/desk/${encodeURIComponent(requestId)}`,
    notes: ["It went to whoever has the fewest open requests. On its page you can hand it to somebody else."],
  };
}
