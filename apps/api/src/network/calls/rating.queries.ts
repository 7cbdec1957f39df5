import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { ratings } from "../sessions/session.table";

/** What the holder of a rating's link sees. Null where the session is gone. */
export async function callToRate(db: Database, sessionId: string) {
  const [row] = await db.execute<{ held_at: string; coaches: string[] | null; rating: number | null; wants_more: boolean | null; commented: boolean }>(sql`
    select s.held_at, coaches_of_session(s.id) as coaches, r.rating, r.wants_more, r.comment is not null as commented
    from sessions s left join ratings r on r.session_id = s.id where s.id = ${sessionId}`);
  return row ? { heldAt: new Date(row.held_at), coaches: row.coaches ?? [], rating: row.rating, wantsMore: row.wants_more, hasComment: row.commented } : null;
}

/**
 * Keeps a rating, if there is none yet. It is dated the later of now and of when the session was held.
 * @returns the rating that stands; null where the session is gone.
 */
export async function rateOnce(db: Database, sessionId: string, rating: number, now: Date): Promise<number | null> {
  const kept = await db.execute(sql`
    insert into ratings (session_id, rated_at, rating)
    select id, greatest(held_at, ${now.toISOString()}::timestamptz), ${rating} from sessions where id = ${sessionId} on conflict (session_id) do nothing returning session_id`);
  const [standing] = await db.select({ rating: ratings.rating }).from(ratings).where(eq(ratings.sessionId, sessionId));
  if (!standing) return null;
  if (kept.length > 0) await db.execute(sql`select audit('session.rated', 'session', ${sessionId})`);
  return standing.rating;
}

/** Fills in what was not said yet. @returns whether all of it could be. */
export async function addToRating(db: Database, sessionId: string, { wantsMore, comment }: { readonly wantsMore: boolean | null; readonly comment: string | null }): Promise<boolean> {
  const unsaid = (value: unknown, column: typeof ratings.wantsMore | typeof ratings.comment) => (value === null ? sql`true` : sql`(${column} is null or ${column} = ${value})`);
  const rows = await db
    .update(ratings)
    .set({ wantsMore: sql`coalesce(${wantsMore}, wants_more)`, comment: sql`coalesce(${comment}, comment)` })
    .where(and(eq(ratings.sessionId, sessionId), unsaid(wantsMore, ratings.wantsMore), unsaid(comment, ratings.comment)))
    .returning({ id: ratings.sessionId });
  return rows.length > 0;
}
