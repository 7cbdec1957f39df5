import type { DeskStep } from "./step.enums";

/** Each step, as one says what is to be done. */
export const STEP_WORDS: Readonly<Record<DeskStep, string>> = {
  untagged: "to be tagged and matched",
  to_match: "to be matched",
  offered: "offered, and waiting for the coaches to answer",
  offer_declined: "an offer was not taken up; offer it to others",
  first_call_due: "waiting for its first call",
  call_ahead: "a call is planned",
  call_to_log: "a call that was planned is not logged",
  under_way: "under way",
  stalled: "no call for a while; ask how it goes",
  leader_asks: "the leader waits for an answer",
  low_rating: "a call was rated low; look into it",
  referral_to_ask: "a referral is drafted; ask the leader",
  referral_consent: "a referral waits for the leader to agree",
  referral_to_send: "the leader agrees to a referral; send it",
  referral_turned_down: "a referral was turned down; match it, or refer it elsewhere",
  referral_sent: "a referral waits to be acknowledged",
  referral_outcome: "what came of a referral is not known yet",
  to_close: "to be closed",
};
