import { REFERRAL_OUTCOMES } from "@arl/schema/enums";
import type { ReferralRecord } from "@arl/schema/records";
import { id, instant, text, word } from "./cells";
import { optional, required } from "./column";
import type { ImportFile } from "./importFile";
import { inOrder } from "./order";

export const referralsFile: ImportFile<ReferralRecord> = {
  name: "referrals",
  columns: {
    id: required("referral_id", id),
    requestId: required("request_id", id),
    sentAt: required("sent_at", instant),
    destination: required("destination", text),
    reason: optional("reason", text),
    outcome: optional("outcome", word(REFERRAL_OUTCOMES)),
    outcomeAt: optional("outcome_at", instant),
  },
  check: ({ sentAt, outcomeAt }) => inOrder(sentAt, outcomeAt, { column: "outcome_at", reason: "Before sent_at." }),
};
