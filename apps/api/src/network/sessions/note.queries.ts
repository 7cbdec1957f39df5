import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { notFound } from "../../errors";

/** What PostgreSQL says where a function was asked for a session that is not there. */
const NO_DATA_FOUND = "P0002";

/**
 * Reads a session's note as staff, past its policy; the database leaves that and the reason in the audit trail.
 * @returns null where the session has none.
 * @throws DomainError NOT_FOUND where there is no such session.
 */
export async function openNote(db: Database, sessionId: string, reason: string): Promise<string | null> {
  try {
    const [row] = await db.execute<{ note: string | null }>(sql`select open_session_note(${sessionId}, ${reason}) as note`);
    return row?.note ?? null;
  } catch (error) {
    if (((error as Error).cause as { code?: string } | undefined)?.code === NO_DATA_FOUND) throw notFound("session", sessionId);
    throw error;
  }
}
