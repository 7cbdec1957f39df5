/** Something that happened to a request, as the database tells it. */
export interface Happening {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly by: string | null;
  readonly detail: string | null;
  readonly text: string | null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  no_longer_needed: "no longer needed",
  no_response: "no response",
  not_ours: "not what the network's coaches help with",
  not_a_request: "not a request",
  goals_met: "goals met",
  leader_left: "the leader left",
  paused: "paused",
  referred_out: "referred out",
  merged: "merged",
  no_time: "no time",
  not_my_topic: "not their topic",
  conflict_of_interest: "a conflict of interest",
  other: "another reason",
};

const ending = (reason: string): string => ENDINGS[reason] ?? reason.replaceAll("_", " ");

/** The id of an account, which stands where no name is kept. */
const ACCOUNT_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{32})$/;

type Telling = (detail: string) => string;

const TOLD: Readonly<Record<string, Telling>> = {
  asked: () => "Asked for help",
  chosen: (topics) => `Chose: ${topics}`,
  tagged: (topics) => `Tagged: ${topics}`,
  untagged: (topics) => `No longer tagged: ${topics}`,
  assigned: (name) => `Given to ${name === "" ? "somebody who has left" : name}`,
  noted: () => "Note",
  withdrawn: (reason) => `Closed without coaches: ${ending(reason)}`,
  reopened: () => "Taken up again",
  merged: (id) => `Merged with request ${id}`,
  unmerged: (id) => `Taken apart from request ${id}`,
  answered: () => "Answered the leader",
  looked_into: () => "Looked into a low rating",
  matched: (team) => `Matched with ${team}`,
  planned: () => "Planned a call",
  cancelled: () => "Called a call off",
  called: (minutes) => (minutes === "" ? "Held a call" : `Held a call of ${minutes} minutes`),
  rated: (rating) => `Rated a call ${rating} of 5`,
  asked_more: () => "Asked for more support",
  asked_another_call: () => "Asked for another call",
  asked_colleague: () => "Asked to bring in a colleague",
  asked_correction: () => "Corrected what we understood",
  asked_stop: () => "Asked to stop",
  asked_message: () => "Wrote to us",
  offered: (team) => `Offered to ${team}`,
  asked_in: (coach) => `Asked in ${coach}`,
  offer_accepted: () => "Accepted the offer",
  offer_declined: (why) => (why === "" ? "Declined the offer" : `Declined the offer: ${ending(why)}`),
  offer_withdrawn: () => "The offer was taken back",
  offer_expired: () => "The offer ran out without an answer",
  case_draft: (destination) => `Drafted a referral to ${destination}`,
  case_ask_consent: (destination) => `Asked the leader whether to pass the request on to ${destination}`,
  case_agree: (destination) => `Agreed to be passed on to ${destination}`,
  case_refuse: (destination) => `Would not be passed on to ${destination}`,
  case_send: (destination) => `Sent on to ${destination}`,
  case_acknowledge: (destination) => `${destination} took it on`,
  case_turn_down: (destination) => `${destination} turned it down`,
  case_settle: (destination) => `Said what came of it with ${destination}`,
  case_cancel: (destination) => `Dropped the referral to ${destination}`,
  referred: (destination) => `Sent on to ${destination}`,
  referral_started: (destination) => `Work with ${destination} has started`,
  referral_not_started: (destination) => `Work with ${destination} has not started`,
  referral_declined: (destination) => `${destination} declined`,
  closed: (reason) => (reason === "" ? "Coaching ended" : `Coaching ended: ${ending(reason)}`),
};

function authorOf(by: string | null): string | null {
  if (by === "import") return "The import";
  return by !== null && ACCOUNT_ID.test(by) ? "Somebody who has left" : by;
}

/** What happened, in words; the leader's own doings are the leader's. */
export function told({ id, kind, at, by, detail, text }: Happening) {
  const tell = TOLD[kind];
  const isLeaders = kind === "rated" || kind.startsWith("asked") || kind === "chosen";
  const author = authorOf(by);
  return { id, at, what: tell ? tell(detail ?? "") : kind.replaceAll("_", " "), by: isLeaders && (author === null || author === "leader") ? "The leader" : author, text };
}
