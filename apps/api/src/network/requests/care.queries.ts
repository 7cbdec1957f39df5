import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** Gives every request under way that nobody looks after to a concierge. @returns how many were given to somebody. */
export async function careForAll(db: Database): Promise<number> {
  const [row] = await db.execute<{ given: number }>(sql`select care_for(null) as given`);
  return row?.given ?? 0;
}
