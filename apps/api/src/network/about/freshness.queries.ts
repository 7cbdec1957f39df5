import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { DataSource, SourceFreshness } from "./freshness.type";

/** The latest record of each kind before `now`, among those that the viewer's row policies let through. */
export async function latestRecords(db: Database, now: Date): Promise<SourceFreshness[]> {
  const present = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ name: DataSource; at: string | null }>(sql`
    select name, to_json(at)#>>'{}' as at from (
      select 1 as place, 'REQUESTS' as name, (select max(submitted_at) from requests where submitted_at <= ${present}) as at
      union all
      select 2, 'SESSIONS', (select max(held_at) from sessions where held_at <= ${present})
      union all
      select 3, 'RATINGS', (select max(rated_at) from ratings where rated_at <= ${present})
    ) sources order by place`);
  return rows.map(({ name, at }) => ({ name, at: at === null ? null : new Date(at) }));
}
