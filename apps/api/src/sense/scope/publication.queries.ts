import { sql } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import type { Publication } from "./publishedScope";

/**
 * What protected figures cover: everything up to the first day of the running month, so that an answer of today and one of
 * yesterday cannot be subtracted.
 */
export async function publicationAt(db: Database, now: Date): Promise<Publication> {
  const zone = sql.raw(`'${NETWORK_TIME_ZONE}'`);
  const [row] = await db.execute<{ day: string; at: string; firstDay: string | null }>(sql`
    with published as (select date_trunc('month', ${now.toISOString()}::timestamptz at time zone ${zone}) as day)
    select day::date::text as day, to_json(day at time zone ${zone})#>>'{}' as at,
      (least((select min(submitted_at) from requests), (select min(held_at) from sessions)) at time zone ${zone})::date::text as "firstDay"
    from published`);
  if (!row) throw new Error("A statement without rows of its own answers with one.");
  return { day: row.day, at: new Date(row.at), firstDay: row.firstDay ?? row.day };
}
