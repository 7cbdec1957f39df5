import { sql } from "drizzle-orm";
import type { EngagementRecord } from "@arl/schema/records";
import { engagementsFile } from "./engagements";
import { unknownReference, unknownReferences, type FileLoad } from "./fileLoad";

export const engagementsLoad: FileLoad<EngagementRecord> = {
  file: engagementsFile,
  held: `
    select e.id as engagement_id, request_id,
      array(select coach_id from engagement_coaches c where c.engagement_id = e.id order by position) as coach_ids,
      date_trunc('milliseconds', matched_at) as matched_at, date_trunc('milliseconds', closed_at) as closed_at, close_reason
    from engagements e`,
  faults: [
    unknownReference("request_id", "requests", "No request has this id."),
    unknownReferences("coach_ids", "coaches", "No coach has this id."),
    `select line, 'matched_at' as column_name, 'Before the request was submitted.' as reason
      from staged join requests r on r.id = request_id where matched_at < date_trunc('milliseconds', r.submitted_at)`,
  ],
  faultColumns: ["request_id", "coach_ids", "matched_at"],
  async write(tx) {
    await tx.execute(sql`
      insert into engagements (id, request_id, matched_at, closed_at, close_reason)
      select engagement_id, request_id, matched_at, closed_at, close_reason from changed
      on conflict (id) do update set request_id = excluded.request_id, matched_at = excluded.matched_at,
        closed_at = excluded.closed_at, close_reason = excluded.close_reason`);
    await tx.execute(sql`delete from engagement_coaches e using changed c where e.engagement_id = c.engagement_id`);
    await tx.execute(sql`
      insert into engagement_coaches (engagement_id, coach_id, position)
      select engagement_id, coach_id, place - 1 from changed, unnest(coach_ids) with ordinality as coach (coach_id, place)`);
  },
};
