/** Where a referral stands. Refused, turned down, closed and cancelled are ends. */
export const CASE_STATES = ["drafted", "consent_asked", "consented", "refused", "sent", "acknowledged", "turned_down", "closed", "cancelled"] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What somebody does about it. */
export const CASE_ACTIONS = ["ask_consent", "agree", "refuse", "send", "acknowledge", "turn_down", "settle", "cancel"] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Whose turn it is, or who acts. */
export type CaseActor = "staff" | "leader" | "destination";

interface Step {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly by: readonly CaseActor[];
}

const STEPS: Readonly<Record<CaseAction, Step>> = {
  ask_consent: { from: ["drafted"], to: "consent_asked", by: ["staff"] },
  agree: { from: ["consent_asked"], to: "consented", by: ["leader"] },
  refuse: { from: ["consent_asked"], to: "refused", by: ["leader"] },
  // Nothing is passed on that the leader has not agreed to.
  send: { from: ["consented"], to: "sent", by: ["staff"] },
  acknowledge: { from: ["sent"], to: "acknowledged", by: ["destination"] },
  turn_down: { from: ["sent", "acknowledged"], to: "turned_down", by: ["destination"] },
  // The leader says what came of it; staff where they were told.
  settle: { from: ["sent", "acknowledged"], to: "closed", by: ["leader", "staff"] },
  cancel: { from: ["drafted", "consent_asked", "consented"], to: "cancelled", by: ["staff"] },
};

/** Whose turn it is in each state, and within how many days; null = it has ended. */
const TURNS: Readonly<Record<CaseState, { readonly of: CaseActor; readonly days: number } | null>> = {
  drafted: { of: "staff", days: 2 },
  consent_asked: { of: "leader", days: 5 },
  consented: { of: "staff", days: 1 },
  sent: { of: "destination", days: 5 },
  // Time for a first talk, before the leader is asked what came of it.
  acknowledged: { of: "leader", days: 14 },
  refused: null,
  turned_down: null,
  closed: null,
  cancelled: null,
};

/** Where an action leads from a state; null where it is not possible there, or not for this actor. */
export function stepOf(state: CaseState, action: CaseAction, actor: CaseActor): CaseState | null {
  const { from, to, by } = STEPS[action];
  return from.includes(state) && by.includes(actor) ? to : null;
}

/** What an actor may do about a referral in a state. */
export const actionsIn = (state: CaseState, actor: CaseActor): CaseAction[] => CASE_ACTIONS.filter((action) => stepOf(state, action, actor) !== null);

export const turnIn = (state: CaseState): CaseActor | null => TURNS[state]?.of ?? null;

/** When whoever's turn it is then should have acted; null where it has ended. */
export function dueAfter(state: CaseState, at: Date): Date | null {
  const turn = TURNS[state];
  return turn && new Date(at.getTime() + turn.days * 86_400_000);
}
