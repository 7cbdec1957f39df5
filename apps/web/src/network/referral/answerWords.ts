import type { LeadersReferralsQuery, ReferralState, ReferralOutcome } from "../../open/gql/graphql";

/** Whether those to whom it was sent have nothing left to say. */
export const isAnswered = (state: ReferralState): boolean => state !== "SENT" && state !== "ACKNOWLEDGED";

interface Received {
  readonly destination: string;
  readonly state: ReferralState;
  readonly contactName: string | null;
}

/** What the page says to those to whom a request was sent. */
export function receivedWords({ destination, state, contactName }: Received): { readonly title: string; readonly text: string } {
  switch (state) {
    case "SENT":
      return {
        title: `Can ${destination} take this on?`,
        text: "A school-system leader came to our coaching network with a need that goes deeper than coaching, and agreed that you read this:",
      };
    case "ACKNOWLEDGED":
      return {
        title: "You take it on. Thank you!",
        text: `The leader has been told. Write to them if you read here how; else ${contactName ?? "the network"} puts you in touch.`,
      };
    case "TURNED_DOWN":
      return { title: "You have turned it down", text: "Thank you for saying so: the leader has been told, and we look for another way." };
    default:
      return { title: "This referral has come to its end", text: "There is nothing left for you to do. Thank you." };
  }
}

type Referral = LeadersReferralsQuery["leadersReferrals"][number];

const CAME_OF_IT: Readonly<Record<ReferralOutcome, (destination: string) => string>> = {
  STARTED: (destination) => `You and ${destination} work together.`,
  NOT_STARTED: (destination) => `Nothing came of it with ${destination}.`,
  DECLINED: (destination) => `${destination} could not help.`,
};

/** What came of it, as a leader says it in one tap. */
export const OUTCOMES: readonly { readonly outcome: ReferralOutcome; readonly label: string }[] = [
  { outcome: "STARTED", label: "Yes, we work together" },
  { outcome: "NOT_STARTED", label: "Nothing came of it" },
  { outcome: "DECLINED", label: "They could not help" },
];

/** What the leader's page says of a referral; null = nothing. */
export function leadersWords({ destination, state, outcome }: Pick<Referral, "destination" | "state" | "outcome">): { readonly title: string; readonly text: string } | null {
  switch (state) {
    case "CONSENT_ASKED":
      return { title: "May we pass your request on?", text: `It may need more than coaching can give, and we think that ${destination} can help. This is all that they would read:` };
    case "CONSENTED":
      return { title: `We pass your request on to ${destination}`, text: "You agreed. It goes out within a day, and you get a mail when it has." };
    case "SENT":
      return { title: `Your request is with ${destination}`, text: "We wait for their answer and tell you at once. If you have spoken already: how did it go?" };
    case "ACKNOWLEDGED":
      return { title: `How did it go with ${destination}?`, text: "They took your request on. One tap tells us whether passing it on helped; without it we cannot know." };
    case "TURNED_DOWN":
      return { title: `${destination} cannot take it on`, text: "We are looking for another way, and write to you." };
    case "REFUSED":
      return { title: "Your request stays here", text: `You asked us not to pass it on to ${destination}. We shall be in touch about what else can be done.` };
    case "CLOSED":
      return { title: "Thank you for telling us", text: outcome === null ? `The referral to ${destination} has ended.` : CAME_OF_IT[outcome](destination) };
    default:
      return null;
  }
}
