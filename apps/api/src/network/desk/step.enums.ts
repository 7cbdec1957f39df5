import { enumOf } from "../../enums";

/** Steps with a service target that admins set, in days. */
export const TARGET_STEPS = ["untagged", "to_match", "offer_declined", "first_call_due", "call_to_log", "stalled", "to_close", "leader_asks", "low_rating"] as const;
export type TargetStep = (typeof TARGET_STEPS)[number];

/** What can come next of a request, in the order in which it does. */
export const DESK_STEPS = [
  "untagged", "to_match", "offered", "offer_declined", "first_call_due", "call_ahead", "call_to_log", "under_way", "stalled", "leader_asks", "low_rating",
  "referral_to_ask", "referral_consent", "referral_to_send", "referral_turned_down", "referral_sent", "referral_outcome", "to_close",
] as const;
export type DeskStep = (typeof DESK_STEPS)[number];

const DESK_ACTORS = ["owner", "coaches", "leader", "destination"] as const;
export type DeskActor = (typeof DESK_ACTORS)[number];

export const DeskStepEnum = enumOf(
  DESK_STEPS,
  "DeskStep",
  "What comes next of a request. UNTAGGED to OFFER_DECLINED: it waits for coaches. FIRST_CALL_DUE to STALLED: it has some. LEADER_ASKS: its leader waits for an answer. LOW_RATING: a call was rated 2 or less. REFERRAL_...: it is being sent on. TO_CLOSE: its leader asks to stop, or nothing was heard for long.",
);
export const DeskActorEnum = enumOf(DESK_ACTORS, "DeskActor", "Whose turn it is: the request's OWNER, its COACHES, its LEADER, or the DESTINATION to which it was sent on.");
export const TargetStepEnum = enumOf(TARGET_STEPS, "DeskTargetStep", "A step whose service target admins set.");
export const DeskOwnerEnum = enumOf(["mine", "nobodys", "all"], "DeskOwner", "Whose requests: the viewer's own, NOBODYS, or ALL.");
export type DeskOwner = (typeof DeskOwnerEnum)[keyof typeof DeskOwnerEnum];
