import { sql } from "drizzle-orm";
import type { SessionRecord } from "@arl/schema/records";
import { listed, unknownReference, unknownReferences, type FileLoad } from "./fileLoad";
import { sessionsFile } from "./sessions";

export const sessionsLoad: FileLoad<SessionRecord> = {
  file: sessionsFile,
  held: `
    select s.id as session_id, engagement_id, date_trunc('milliseconds', held_at) as held_at,
      ${listed("coach_id", "session_coaches c", "c.session_id = s.id")} as coach_ids, minutes, mode,
      ${listed("topic_code", "session_topics t", "t.session_id = s.id")} as topics, challenge_level,
      (select note from session_notes n where n.session_id = s.id) as note
    from sessions s`,
  faults: [
    unknownReference("engagement_id", "engagements", "No engagement has this id."),
    unknownReferences("coach_ids", "coaches", "No coach has this id."),
    `select line, 'held_at' as column_name, 'Before the request was submitted.' as reason
      from staged join engagements e on e.id = engagement_id join requests r on r.id = e.request_id
      where held_at < date_trunc('milliseconds', r.submitted_at)`,
  ],
  faultColumns: ["engagement_id", "coach_ids", "held_at"],
  async write(tx) {
    await tx.execute(sql`
      insert into sessions (id, engagement_id, held_at, minutes, mode, challenge_level)
      select session_id, engagement_id, held_at, minutes, mode, challenge_level from changed
      on conflict (id) do update set engagement_id = excluded.engagement_id, held_at = excluded.held_at,
        minutes = excluded.minutes, mode = excluded.mode, challenge_level = excluded.challenge_level`);
    for (const table of ["session_coaches", "session_topics", "session_notes"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} t using changed c where t.session_id = c.session_id and not c.is_new`);
    }
    await tx.execute(sql`insert into session_coaches (session_id, coach_id) select session_id, unnest(coach_ids) from changed`);
    await tx.execute(sql`insert into session_topics (session_id, topic_code) select session_id, unnest(topics) from changed`);
    await tx.execute(sql`insert into session_notes (session_id, note) select session_id, note from changed where note is not null`);
  },
};
