import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

export interface PeerUse {
  readonly resourceId: string;
  readonly elsewhere: number | null;
  readonly lastUsedAt: Date | null;
}

/** Current resources on topics (null = any) or shared in sessions on them: the viewer's own latest first, then what others use most. */
export async function peerResources(db: Database, topics: readonly string[] | null, now: Date, most: number): Promise<PeerUse[]> {
  const rows = await db.execute<{ resource_id: string; elsewhere: number | null; last_used_at: string | null }>(sql`
    select * from peer_resources(${topics === null ? null : sql.param([...topics])}::text[], ${now.toISOString()}::timestamptz, ${most}::integer)`);
  return rows.map(({ resource_id, elsewhere, last_used_at }) => ({ resourceId: resource_id, elsewhere, lastUsedAt: last_used_at === null ? null : new Date(last_used_at) }));
}
