import type { ReferralOutcome } from "@arl/schema/enums";
import type { RequestOwner } from "../requests/care.loader";

/** What was answered about a referral, and by whom. */
export type ReferralAnswer =
  | { readonly action: "agree" | "refuse" | "acknowledge" | "turn_down" }
  | { readonly action: "settle"; readonly outcome: ReferralOutcome };

interface Answered {
  readonly requestId: string;
  readonly systemName: string;
  readonly destination: string;
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  readonly owner: RequestOwner;
}

/** What they said, and what that leaves to do. */
function told(answer: ReferralAnswer, leader: string, { systemName, destination }: Answered): readonly [string, string] {
  const another = "If there is another way to help, the next move is yours.";
  switch (answer.action) {
    case "agree":
      return [`${leader} agrees that their request is passed on to ${destination}.`, "Nothing has gone out yet: send it from the request's page."];
    case "refuse":
      return [`${leader} would rather not have their request passed on to ${destination}.`, `Nothing has gone out. ${another}`];
    case "acknowledge":
      return [`${destination} takes on the request of ${systemName}.`, "If what was passed on does not say how to reach the leader, please put the two in touch."];
    case "turn_down":
      return [`${destination} cannot take on the request of ${systemName}.`, `The leader's page says so. ${another}`];
    case "settle":
      return settled(answer.outcome, leader, another, destination);
  }
}

function settled(outcome: ReferralOutcome, leader: string, another: string, destination: string): readonly [string, string] {
  switch (outcome) {
    case "started":
      return [`${leader} says that they and ${destination} work together.`, "The referral has come to its end; there is nothing left to do about it."];
    case "not_started":
      return [`${leader} says that nothing came of it with ${destination}.`, another];
    case "declined":
      return [`${leader} says that ${destination} could not help.`, another];
  }
}

/** Tells who looks after a request what was answered about its referral. An answer to what a leader said reaches the leader. */
export function answeredMail(about: Answered, answer: ReferralAnswer, word: string | null) {
  const { requestId, systemName, leaderName, leaderEmail, owner } = about;
  const isLeaders = answer.action !== "acknowledge" && answer.action !== "turn_down";
  const leader = leaderName ? `${leaderName} of ${systemName}` : `The leader of ${systemName}`;
  const [said, next] = told(answer, leader, about);
  const reply = isLeaders && leaderEmail !== null ? { notes: ["Answer this mail and it reaches the leader."], replyTo: { name: leaderName ?? leaderEmail, address: leaderEmail } } : { notes: [] };
  return {
    requestId,
    paragraphs: [`Hello ${owner.name},`, said, ...(word === null ? [] : [`In their words: "${word}"`]), next],
    action: "Open the request",
    link: `/desk/${encodeURIComponent(requestId)}`,
    ...reply,
  };
}
