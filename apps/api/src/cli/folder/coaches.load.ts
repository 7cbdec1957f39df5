import { sql } from "drizzle-orm";
import type { CoachRecord } from "@arl/schema/records";
import { coachesFile } from "./coaches";
import { listed, unknownReference, type FileLoad } from "./fileLoad";

export const coachesLoad: FileLoad<CoachRecord> = {
  file: coachesFile,
  held: `
    select c.id as coach_id, provider_id, name, email, role,
      ${listed("topic_code", "coach_topics t", "t.coach_id = c.id")} as topics,
      ${listed("state_code", "coach_states s", "s.coach_id = c.id")} as states,
      hours_per_month, date_trunc('milliseconds', active_from) as active_from, date_trunc('milliseconds', active_to) as active_to
    from coaches c`,
  faults: [unknownReference("provider_id", "providers", "No provider has this id.")],
  faultColumns: ["provider_id"],
  settled: { role: "coalesce(role, 'generalist')" },
  async write(tx) {
    await tx.execute(sql`
      insert into coaches (id, provider_id, name, email, role, hours_per_month, active_from, active_to)
      select coach_id, provider_id, name, email, role, hours_per_month, active_from, active_to from changed
      on conflict (id) do update set provider_id = excluded.provider_id, name = excluded.name, email = excluded.email,
        role = excluded.role, hours_per_month = excluded.hours_per_month,
        active_from = excluded.active_from, active_to = excluded.active_to`);
    await tx.execute(sql`delete from coach_topics t using changed c where t.coach_id = c.coach_id`);
    await tx.execute(sql`insert into coach_topics (coach_id, topic_code) select coach_id, unnest(topics) from changed`);
    await tx.execute(sql`delete from coach_states s using changed c where s.coach_id = c.coach_id`);
    await tx.execute(sql`insert into coach_states (coach_id, state_code) select coach_id, unnest(states) from changed`);
  },
};
