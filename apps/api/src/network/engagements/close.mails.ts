import type { CloseReason } from "@arl/schema/enums";
import type { Contacts } from "./team.queries";

const WHY: Readonly<Record<CloseReason, string>> = {
  goals_met: "You have reached what you set out to do. That is your doing, and we are glad to have been there.",
  no_response: "We have not heard from you for a while, and do not want to press you.",
  leader_left: "You told us that your work takes you elsewhere.",
  paused: "You asked for a pause.",
  no_longer_needed: "You told us that you no longer need it.",
  referred_out: "What you need goes deeper than coaching, and is with others now.",
  merged: "It goes on together with another request of yours.",
  other: "We have agreed to leave it here.",
};

/** Tells the leader that their coaching has ended, and that they may ask again. */
export function requestClosed({ leaderName, leaderEmail, owner, requestId, team }: Contacts, reason: CloseReason, message: string | null): { readonly to: string; readonly payload: Readonly<Record<string, unknown>> } | null {
  if (leaderEmail === null) return null;
  const lead = team[0];
  return {
    to: leaderEmail,
    payload: {
      paragraphs: [
        leaderName ? `Hello ${leaderName},` : "Hello,",
        `Your coaching${lead ? ` with ${lead.name}` : ""} has come to its end. ${WHY[reason]}`,
        ...(message ? [`${lead?.name ?? "Your coach"} writes: ${message}`] : []),
        "You can ask for help again whenever you like, and it costs you nothing.",
      ],
      action: "Look back, or ask again",
      linkTo: { kind: "request", subjectId: requestId },
      ...(owner ? { replyTo: { name: owner.name, address: owner.email }, notes: [`An answer to this mail reaches ${owner.name}.`] } : {}),
      requestId,
    },
  };
}
