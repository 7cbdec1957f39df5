import { and, eq, isNull, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { leaderAsks, type LeaderAskRow } from "../leaderPage/ask.table";

/**
 * Ids of the open engagements that the viewer sees, as of `now`: those with something to do first (a call to log, a leader who asks), then by the next call,
 * then by what happened last.
 */
export async function caseloadIds(db: Database, now: Date): Promise<string[]> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ id: string }>(sql`
    with plans as (select engagement_id, min(starts_at) filter (where starts_at <= ${moment}) as behind, min(starts_at) filter (where starts_at > ${moment}) as ahead
      from planned_calls where cancelled_at is null and session_id is null group by engagement_id),
    held as (select engagement_id, max(held_at) as last from sessions group by engagement_id)
    select e.id from engagements e left join plans p on p.engagement_id = e.id left join held h on h.engagement_id = e.id
    where e.matched_at <= ${moment} and coalesce(e.closed_at > ${moment}, true)
    order by (p.behind is not null or exists (select from leader_asks a where a.request_id = e.request_id and a.settled_at is null and a.kind in ('more', 'another_call', 'message', 'stop'))) desc,
      p.ahead nulls last, coalesce(h.last, e.matched_at) desc, e.id`);
  return rows.map(({ id }) => id);
}

/** Settles what a leader asked. @throws DomainError NOT_FOUND; CONFLICT where it is settled already. */
export async function settleAsk(db: Database, id: string, by: Account, now: Date): Promise<LeaderAskRow> {
  const [ask] = await db
    .update(leaderAsks)
    .set({ settledAt: sql`greatest(at, ${now.toISOString()}::timestamptz)`, settledBy: by.id })
    .where(and(eq(leaderAsks.id, id), isNull(leaderAsks.settledAt)))
    .returning();
  if (!ask) {
    const [before] = await db.select().from(leaderAsks).where(eq(leaderAsks.id, id));
    if (!before) throw notFound("question", id);
    throw conflict("Somebody has seen to it already.");
  }
  await db.execute(sql`select audit('leader.answered', 'request', ${ask.requestId}, ${JSON.stringify({ ask: id, kind: ask.kind })}::jsonb)`);
  return ask;
}
