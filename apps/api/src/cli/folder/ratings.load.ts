import { sql } from "drizzle-orm";
import type { RatingRecord } from "@arl/schema/records";
import { unknownReference, type FileLoad } from "./fileLoad";
import { ratingsFile } from "./ratings";

export const ratingsLoad: FileLoad<RatingRecord> = {
  file: ratingsFile,
  held: "select session_id, date_trunc('milliseconds', rated_at) as rated_at, rating, wants_more, comment from ratings",
  faults: [
    unknownReference("session_id", "sessions", "No session has this id."),
    `select line, 'rated_at' as column_name, 'Before the session was held.' as reason
      from staged join sessions s on s.id = session_id where rated_at < date_trunc('milliseconds', s.held_at)`,
  ],
  faultColumns: ["session_id", "rated_at"],
  async write(tx) {
    await tx.execute(sql`
      insert into ratings (session_id, rated_at, rating, wants_more, comment)
      select session_id, rated_at, rating, wants_more, comment from changed
      on conflict (session_id) do update set rated_at = excluded.rated_at, rating = excluded.rating,
        wants_more = excluded.wants_more, comment = excluded.comment`);
  },
};
