import type { DeskStep } from "./step.enums";

/** Each step, as one says what is to be done. */
export const STEP_WORDS: Readonly<Record<DeskStep, string>> = {
  untagged: "to tag and match",
  to_match: "to match",
  offered: "offered, waiting for coaches",
  offer_declined: "an offer was not taken up, to offer anew",
  first_call_due: "waiting for its first call",
  call_ahead: "a call is planned",
  call_to_log: "a call to log",
  under_way: "under way",
  stalled: "no call for long, to ask after",
  leader_asks: "the leader waits for an answer",
  low_rating: "a call was rated low, to look into",
  referral_to_ask: "a referral to ask the leader about",
  referral_consent: "a referral waits for the leader",
  referral_to_send: "a referral to send",
  referral_turned_down: "a referral was turned down, to match or refer anew",
  referral_sent: "a referral waits to be acknowledged",
  referral_outcome: "what came of a referral is not known",
  to_close: "to close",
};
