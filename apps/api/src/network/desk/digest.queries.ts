import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** Whether somebody was sent a digest since then. */
export async function hadDigest(db: Database, address: string, since: Date): Promise<boolean> {
  const [row] = await db.execute<{ had: boolean }>(sql`select had_digest(${address}, ${since.toISOString()}::timestamptz) as had`);
  return row?.had ?? false;
}
