import type { LeadersReferralsQuery, ReferralState, ReferralOutcome } from "../../open/gql/graphql";
import { dayOf } from "../../open/ui/times";

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
        text: "We coach leaders of school systems, at no cost to them. One of them has a need that goes deeper than coaching, and agreed that you read this:",
      };
    case "ACKNOWLEDGED":
      return {
        title: "You take it on. Thank you!",
        text: `The leader has been told. Write to them if you read here how; else ${contactName ?? "the network"} puts you in touch.`,
      };
    case "TURNED_DOWN":
      return {
        title: "You have turned it down",
        text: `Thank you for saying so: the leader has been told, and we look for another way.${contactName === null ? "" : ` Was it a slip, or can you after all? Write to ${contactName}.`}`,
      };
    default:
      return { title: "This referral has come to its end", text: "There is nothing left for you to do. Thank you." };
  }
}

/** What a yes means to those who are asked. */
export const ifTakenOn = (contactName: string | null): string =>
  `If you take it on, you talk with the leader: write to them if you read above how, else ${contactName ?? "the network"} puts you in touch. What comes of it is between the two of you.`;

type Referral = LeadersReferralsQuery["leadersReferrals"][number];

const CAME_OF_IT: Readonly<Record<ReferralOutcome, (destination: string) => string>> = {
  STARTED: (destination) => ` You and ${destination} work together.`,
  NOT_STARTED: (destination) => ` Nothing came of it with ${destination}.`,
  DECLINED: (destination) => ` ${destination} could not help.`,
};

/** What came of it, as a leader says it in one tap. */
export const OUTCOMES: readonly { readonly outcome: ReferralOutcome; readonly label: string }[] = [
  { outcome: "STARTED", label: "Yes, we work together" },
  { outcome: "NOT_STARTED", label: "Nothing came of it" },
  { outcome: "DECLINED", label: "They could not help" },
];

type Told = Pick<Referral, "destination" | "state" | "outcome" | "sentAt" | "dueAt">;

/** What the leader's page says of a referral: to whom, on which day, and what happens next; null = nothing. */
export function leadersWords({ destination, state, outcome, sentAt, dueAt }: Told): { readonly title: string; readonly text: string } | null {
  const wentOut = sentAt === null ? "" : `It went out on ${dayOf(sentAt)}`;
  switch (state) {
    case "CONSENT_ASKED":
      return { title: "May we pass your request on?", text: `It may need more than coaching can give, and we think that ${destination} can help. This is all that they would read:` };
    case "CONSENTED":
      return { title: `We pass your request on to ${destination}`, text: "You agreed. You get a mail as soon as it has gone out." };
    case "SENT":
      return { title: `Passed on to ${destination}`, text: `${wentOut}. ${dueAt === null ? "" : `We asked for their answer by ${dayOf(dueAt)}. `}You get a mail as soon as they give it.` };
    case "ACKNOWLEDGED":
      return { title: `How did it go with ${destination}?`, text: `${wentOut}, and they have taken it on. Once you have spoken, one tap tells us whether it helped; until then you need do nothing.` };
    case "TURNED_DOWN":
      return { title: `${destination} cannot take it on`, text: `${wentOut}, and they have told us that they cannot.` };
    case "REFUSED":
      return { title: "Your request stays here", text: `You asked us not to pass it on to ${destination}, and nothing has gone to them.` };
    case "CANCELLED":
      return { title: `Not passed on to ${destination}`, text: "We asked you whether it may be, and shall not pass it on after all. Nothing has gone out, and you need do nothing." };
    case "CLOSED":
      return { title: `Passed on to ${destination}`, text: `${wentOut}.${outcome === null ? "" : CAME_OF_IT[outcome](destination)}` };
    default:
      return null;
  }
}
