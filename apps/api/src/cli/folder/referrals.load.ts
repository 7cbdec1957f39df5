import { sql } from "drizzle-orm";
import type { ReferralRecord } from "@arl/schema/records";
import { unknownReference, type FileLoad } from "./fileLoad";
import { referralsFile } from "./referrals";

export const referralsLoad: FileLoad<ReferralRecord> = {
  file: referralsFile,
  held: `
    select id as referral_id, request_id, date_trunc('milliseconds', sent_at) as sent_at, destination, reason,
      outcome, date_trunc('milliseconds', outcome_at) as outcome_at
    from referrals`,
  faults: [unknownReference("request_id", "requests", "No request has this id.")],
  faultColumns: ["request_id"],
  async write(tx) {
    await tx.execute(sql`
      insert into referrals (id, request_id, sent_at, destination, reason, outcome, outcome_at)
      select referral_id, request_id, sent_at, destination, reason, outcome, outcome_at from changed
      on conflict (id) do update set request_id = excluded.request_id, sent_at = excluded.sent_at,
        destination = excluded.destination, reason = excluded.reason,
        outcome = excluded.outcome, outcome_at = excluded.outcome_at`);
  },
};
