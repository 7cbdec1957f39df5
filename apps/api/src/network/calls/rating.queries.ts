import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { ratings } from "../sessions/session.table";

export type WishAfterCall = "more" | "another_call";

/** A call's wishes have keys of their own (a UUID made of a digest, RFC 9562 version 8), so that each is asked once. */
function askKey(sessionId: string, kind: WishAfterCall): string {
  const digits = createHash("sha256").update(`${kind} after ${sessionId}`).digest("hex");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}

/** Keeps what the leader wishes after a call, once. @returns whether it is new. */
export async function askAfterCall(db: Database, sessionId: string, requestId: string, kind: WishAfterCall, text: string | null, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into leader_asks (request_id, kind, text, at, idempotency_key) values (${requestId}, ${kind}, ${text}, ${now.toISOString()}::timestamptz, ${askKey(sessionId, kind)}::uuid)
    on conflict (idempotency_key) do nothing returning id`);
  if (rows.length > 0) await db.execute(sql`select audit('leader.asked', 'request', ${requestId}, ${JSON.stringify({ kind, after: sessionId })}::jsonb)`);
  return rows.length > 0;
}

/** Whom a wish after a call reaches. */
export interface AfterCall {
  readonly requestId: string;
  readonly engagementId: string;
  readonly systemName: string;
  readonly leader: { readonly name: string | null; readonly email: string | null };
  /** The lead coach, else the request's owner; null = nobody with an address. */
  readonly readerEmail: string | null;
  readonly readerIsCoach: boolean;
}

/** @returns null where the session is gone. */
export async function ratedCallPeople(db: Database): Promise<AfterCall | null> {
  const [row] = await db.execute<{ request_id: string; engagement_id: string; system_name: string; leader_name: string | null; leader_email: string | null; reader_email: string | null; is_coach: boolean }>(
    sql`select * from rated_call_people()`,
  );
  if (!row) return null;
  return {
    requestId: row.request_id,
    engagementId: row.engagement_id,
    systemName: row.system_name,
    leader: { name: row.leader_name, email: row.leader_email },
    readerEmail: row.reader_email,
    readerIsCoach: row.is_coach,
  };
}

/** What the holder of a rating's link sees. Null where the session is gone. */
export async function callToRate(db: Database, sessionId: string) {
  const [row] = await db.execute<{ held_at: string; coaches: string[] | null; rating: number | null; wants_more: boolean | null; commented: boolean; asked: boolean }>(sql`
    select s.held_at, coaches_of_session(s.id) as coaches, r.rating, r.wants_more, r.comment is not null as commented,
      exists (select from leader_asks a where a.idempotency_key = ${askKey(sessionId, "another_call")}::uuid) as asked
    from sessions s left join ratings r on r.session_id = s.id where s.id = ${sessionId}`);
  return row ? { heldAt: new Date(row.held_at), coaches: row.coaches ?? [], rating: row.rating, wantsMore: row.wants_more, hasComment: row.commented, askedAnother: row.asked } : null;
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
  if (rows.length > 0) await db.execute(sql`select audit('session.rating_added_to', 'session', ${sessionId})`);
  return rows.length > 0;
}
