import type { DeskActor, DeskStep } from "../../gql/graphql";

/** Each step, as what is to be done next. */
export const STEP_WORDS: Readonly<Record<DeskStep, string>> = {
  UNTAGGED: "Tag it",
  TO_MATCH: "Match it",
  OFFERED: "Offered to coaches",
  OFFER_DECLINED: "Offer it to others",
  FIRST_CALL_DUE: "First call due",
  CALL_AHEAD: "Call planned",
  CALL_TO_LOG: "Log the call",
  UNDER_WAY: "Under way",
  STALLED: "No call lately; ask how it goes",
  LEADER_ASKS: "Answer the leader",
  LOW_RATING: "Look into a low rating",
  REFERRAL_TO_ASK: "Ask about the referral",
  REFERRAL_CONSENT: "Leader to agree to the referral",
  REFERRAL_TO_SEND: "Send the referral",
  REFERRAL_TURNED_DOWN: "Referral turned down",
  REFERRAL_SENT: "Referral to be acknowledged",
  REFERRAL_OUTCOME: "Outcome of the referral to come",
  TO_CLOSE: "Close it",
};

/** What the clock of a step counts from, before the day of it. */
const SINCE_WORDS: Readonly<Partial<Record<DeskStep, string>>> = {
  UNTAGGED: "asked",
  TO_MATCH: "asked",
  OFFERED: "offered",
  OFFER_DECLINED: "not taken up",
  FIRST_CALL_DUE: "matched",
  STALLED: "no call since",
  TO_CLOSE: "nothing since",
  LEADER_ASKS: "asked",
  LOW_RATING: "rated",
};

/** Since when a step waits, such as "no call since Dec 2"; null = its name says enough. */
export function sinceText(step: DeskStep, since: string): string | null {
  const words = SINCE_WORDS[step];
  return words === undefined ? null : `${words} ${new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric" }).format(new Date(since))}`;
}

const ACTOR_WORDS: Readonly<Record<DeskActor, string>> = {
  OWNER: "your move",
  COACHES: "the coaches' move",
  LEADER: "the leader's move",
  DESTINATION: "the other organisation's move",
};

/** Whose move it is, as a reader sees it: it is theirs only where the request is. */
export const moveOf = (actor: DeskActor, owner: { readonly id: string; readonly name: string } | null, readerId: string | null): string => {
  if (actor !== "OWNER") return ACTOR_WORDS[actor];
  if (owner === null) return "nobody's move yet";
  return owner.id === readerId ? ACTOR_WORDS.OWNER : `${owner.name}'s move`;
};

const HOUR = 1;
const DAY = 24;

/** Hours as one would say them: minutes below an hour, whole days from two on. */
export function span(hours: number): string {
  if (hours < HOUR) return `${Math.max(1, Math.round(hours * 60))} min`;
  if (hours < 2 * DAY) return `${Math.round(hours)} h`;
  return `${Math.floor(hours / DAY)} days`;
}

/** The clock of a step: how far over its date it is, or how long there is. */
export function clock(due: string, overdueHours: number | null, now: string): { readonly text: string; readonly state: "over" | "soon" | "ahead" } {
  if (overdueHours !== null) return { text: `${span(overdueHours)} over`, state: "over" };
  const hours = (Date.parse(due) - Date.parse(now)) / 3_600_000;
  return { text: `${span(Math.max(0, hours))} left`, state: hours < DAY ? "soon" : "ahead" };
}

interface Counts {
  readonly all: number;
  readonly mine: number;
  readonly nobodys: number;
  readonly overdue: number;
}

const requests = (count: number): string => (count === 1 ? "1 request" : `${count.toLocaleString("en-US")} requests`);

/** What the queue says, in a sentence. */
export function deskFinding({ all, nobodys, overdue }: Counts, owner: "MINE" | "NOBODYS" | "ALL"): string {
  if (all === 0) return "Nothing waits on the desk.";
  const whose = owner === "MINE" ? " of yours" : owner === "NOBODYS" ? " that are nobody's" : "";
  const late = overdue === 0 ? `No request${whose} is overdue.` : `${requests(overdue)}${whose} ${overdue === 1 ? "is" : "are"} overdue.`;
  const lonely = nobodys === 0 || owner === "NOBODYS" ? "" : ` ${requests(nobodys)} ${nobodys === 1 ? "is" : "are"} nobody's.`;
  return late + lonely;
}

/** What has changed in the queue, for who does not see it; null = nothing that need be said. */
export function changeSaid(before: readonly string[] | null, after: readonly { readonly id: string; readonly system: string }[]): string | null {
  if (before === null) return null;
  const known = new Set(before);
  const added = after.filter(({ id }) => !known.has(id));
  const here = new Set(after.map(({ id }) => id));
  const gone = before.filter((id) => !here.has(id)).length;
  if (added.length === 1) return `New in the queue: ${added[0]?.system}.`;
  if (added.length > 1) return `${added.length} requests are new in the queue.`;
  return gone > 0 ? `${requests(gone)} left the queue.` : null;
}

/** The words of a leader on one line. */
export function excerpt(words: string | null, longest = 140): string {
  const line = (words ?? "").replaceAll(/\s+/g, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, "")} …`;
}

/** When something was, in the reader's own time zone, which is named. */
export const momentText = (instant: string): string =>
  new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(new Date(instant));

export const dayText = (instant: string): string => new Intl.DateTimeFormat("en-US", { dateStyle: "medium" }).format(new Date(instant));
