import type { RequestOwner } from "../requests/care.loader";

/** What every mail about a referral needs to know. */
export interface ReferralLetter {
  readonly requestId: string;
  readonly caseId: string;
  readonly leaderName: string | null;
  readonly destination: string;
  readonly summary: string;
  readonly owner: RequestOwner | null;
}

/** Whether this is the first that its reader hears of it, or they have let it lie. */
type Asking = "first" | "again";

const greeting = (name: string | null): string => (name ? `Hello ${name},` : "Hello,");
const answered = (owner: RequestOwner | null) => (owner ? { replyTo: { name: owner.name, address: owner.email } } : {});
const whoAnswers = (owner: RequestOwner | null): string[] => (owner ? [`Questions? Answer this mail: it reaches ${owner.name}.`] : []);

/** Asks a leader whether their request may be passed on. */
export const consentMail = ({ requestId, leaderName, destination, summary, owner }: ReferralLetter, asking: Asking = "first") => ({
  requestId,
  paragraphs: [
    greeting(leaderName),
    ...(asking === "again" ? ["We asked you this some days ago and do not know your answer yet. Nothing has been passed on."] : []),
    `What you asked for may need more than coaching can give, and we think ${destination} can help. We would like to pass your request on to them; we do so only if you agree.`,
    "This is all that we would pass on, word for word:",
    summary,
  ],
  action: "Agree, or not",
  linkTo: { kind: "request", subjectId: requestId },
  notes: whoAnswers(owner),
  ...answered(owner),
});

/** Passes a request on. Its reader may never have heard of the network. */
export const passedOnMail = ({ requestId, caseId, summary, owner }: ReferralLetter, asking: Asking = "first") => ({
  requestId,
  paragraphs: [
    "Hello,",
    ...(asking === "again" ? ["We wrote to you some days ago, and the leader still waits to hear whether you can help."] : []),
    "We coach leaders of school systems, at no cost to them. One of them has a need that goes deeper than coaching, and agreed that we pass it on to you:",
    summary,
    "Can you take it on? One tap says so, and the leader is told at once. A yes means that you talk with them; what comes of it is between the two of you. A no helps as well: then we look elsewhere.",
  ],
  action: "Answer",
  linkTo: { kind: "referral", subjectId: caseId },
  notes: whoAnswers(owner),
  ...answered(owner),
});

/** Tells a leader that it is on its way, what was answered to it, or that it does not go out after all. */
export const onItsWayMail = (
  { requestId, leaderName, destination, owner }: Omit<ReferralLetter, "caseId" | "summary">,
  what: "sent" | "acknowledged" | "turned_down" | "dropped",
) => {
  const said = {
    sent: `We have passed your request on to ${destination}, as you agreed: the words you read, and nothing else. We expect their answer within a week, and tell you at once.`,
    acknowledged: `${destination} has taken your request on. Unless they write to you first, ${owner ? `${owner.name} puts` : "we put"} you in touch. In two weeks we shall ask you how it went.`,
    turned_down: `${destination} cannot take your request on. ${owner ? `${owner.name} is` : "We are"} looking for another way, and will write to you.`,
    dropped: `We asked whether we may pass your request on to ${destination}. We shall not after all: nothing of it has gone to them, and you need do nothing.`,
  }[what];
  return { requestId, paragraphs: [greeting(leaderName), said], action: "See where it stands", linkTo: { kind: "request", subjectId: requestId }, notes: whoAnswers(owner), ...answered(owner) };
};

/** Asks a leader what came of it. */
export const outcomeMail = ({ requestId, leaderName, destination, owner }: ReferralLetter) => ({
  requestId,
  paragraphs: [greeting(leaderName), `Some time ago we passed your request on to ${destination}. Did it work out? One tap tells us; without it we cannot know whether passing on helps anybody.`],
  action: "Say how it went",
  linkTo: { kind: "request", subjectId: requestId },
  notes: whoAnswers(owner),
  ...answered(owner),
});
