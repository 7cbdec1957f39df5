import type { ReferralActor, ReferralOutcome, ReferralState } from "../../gql/graphql";

/** The way of a referral, as its steps are told. */
export const STEPS = ["Draft", "Leader agrees", "Sent", "Taken on", "What came of it"] as const;

/** At which of the steps a referral stands; what has ended early stands where it ended. */
const AT: Readonly<Record<ReferralState, number>> = { DRAFTED: 0, CONSENT_ASKED: 1, REFUSED: 1, CANCELLED: 1, CONSENTED: 2, SENT: 3, TURNED_DOWN: 3, ACKNOWLEDGED: 4, CLOSED: 5 };

export type StepState = "done" | "now" | "ahead" | "ended";

/** How each of the steps stands. */
export function stepStates(state: ReferralState): readonly StepState[] {
  const at = AT[state];
  const isOver = hasEnded(state);
  return STEPS.map((_, index) => (index < at ? "done" : index > at ? "ahead" : isOver ? "ended" : "now"));
}

const ENDS: ReadonlySet<ReferralState> = new Set(["REFUSED", "TURNED_DOWN", "CLOSED", "CANCELLED"]);
export const hasEnded = (state: ReferralState): boolean => ENDS.has(state);

/** What came of it, in a few words. */
export const OUTCOME_WORDS: Readonly<Record<ReferralOutcome, string>> = {
  STARTED: "They work together",
  NOT_STARTED: "Nothing came of it",
  DECLINED: "They could not help",
};

/** Where it stands, in a sentence. */
export function standing(state: ReferralState, destination: string, outcome: ReferralOutcome | null): string {
  switch (state) {
    case "DRAFTED":
      return `Drafted to ${destination}. Nobody outside knows of it yet.`;
    case "CONSENT_ASKED":
      return `The leader was asked whether this may go to ${destination}.`;
    case "CONSENTED":
      return `The leader agrees: send it to ${destination}.`;
    case "REFUSED":
      return `The leader does not want it passed on to ${destination}.`;
    case "SENT":
      return `Sent to ${destination}, who has not answered yet.`;
    case "ACKNOWLEDGED":
      return `${destination} has taken it on. The leader says what comes of it.`;
    case "TURNED_DOWN":
      return `${destination} cannot take it on.`;
    case "CANCELLED":
      return `The referral to ${destination} was dropped.`;
    case "CLOSED":
      return outcome === null ? `The referral to ${destination} has ended.` : `Sent to ${destination}. ${OUTCOME_WORDS[outcome]}.`;
  }
}

const ACTORS: Readonly<Record<ReferralActor, string>> = { STAFF: "Your move", LEADER: "The leader's move", DESTINATION: "Their move" };
const HOUR_MS = 3_600_000;

const span = (hours: number): string => (hours < 48 ? `${Math.max(1, Math.round(hours))} h` : `${Math.round(hours / 24)} days`);

/** Whose move it is, and how long they have; null once it has ended. */
export function turnText(turn: ReferralActor | null, dueAt: string | null, now: string): { readonly text: string; readonly isOver: boolean } | null {
  if (turn === null || dueAt === null) return null;
  const hours = (Date.parse(dueAt) - Date.parse(now)) / HOUR_MS;
  return { text: `${ACTORS[turn]}, ${span(Math.abs(hours))} ${hours < 0 ? "over" : "left"}`, isOver: hours < 0 };
}

const DEEDS: Readonly<Record<string, string>> = {
  draft: "drafted it",
  change: "changed the draft",
  ask_consent: "asked the leader",
  agree: "agreed",
  refuse: "did not agree",
  send: "sent it",
  acknowledge: "took it on",
  turn_down: "turned it down",
  settle: "said what came of it",
  cancel: "dropped it",
};

/** What somebody did, after their name. */
export const deedText = (action: string): string => DEEDS[action] ?? action;

/** Whether its words were passed on, before "passed on". */
export function passedOn(state: ReferralState): string {
  if (state === "REFUSED" || state === "CANCELLED") return "would have been";
  return AT[state] > AT.CONSENTED ? "was" : "would be";
}

/** Who did it, at the beginning of a sentence. */
export const nameOf = (byName: string): string => (byName === "the leader" ? "The leader" : byName);

/** Opens a mail that brings a leader and whom they were passed on to together. */
export const mailToBoth = (leader: string, destination: string): string => `mailto:${[leader, destination].map(encodeURIComponent).join(",")}?subject=${encodeURIComponent("May I introduce you?")}`;

export const momentText = (instant: string): string =>
  new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(new Date(instant));
