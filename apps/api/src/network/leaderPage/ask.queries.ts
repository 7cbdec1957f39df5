import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CompletedRequest } from "./leaderPage.input";
import type { LeaderAskKind } from "./ask.table";

export interface NewAsk {
  readonly requestId: string;
  readonly kind: LeaderAskKind;
  readonly text: string | null;
  readonly idempotencyKey: string;
}

/**
 * Keeps what a leader asks for, once for each key.
 * @returns whether it is new; "other" where the key is of something else that was asked.
 */
export async function keepAsk(db: Database, { requestId, kind, text, idempotencyKey }: NewAsk, now: Date): Promise<"new" | "known" | "other"> {
  const rows = await db.execute<{ id: string }>(sql`
    insert into leader_asks (request_id, kind, text, at, idempotency_key) values (${requestId}, ${kind}, ${text}, ${now.toISOString()}::timestamptz, ${idempotencyKey}::uuid)
    on conflict (idempotency_key) do nothing returning id`);
  if (rows.length > 0) {
    await db.execute(sql`select audit('leader.asked', 'request', ${requestId}, ${JSON.stringify({ kind })}::jsonb)`);
    return "new";
  }
  const [first] = await db.execute<{ kind: LeaderAskKind; text: string | null }>(sql`
    select kind, text from leader_asks where idempotency_key = ${idempotencyKey}::uuid and request_id = ${requestId}`);
  return first?.kind === kind && first.text === text ? "known" : "other";
}

/** Whether the holder's link came by mail, which proves that the address is theirs. */
export async function cameByMail(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ mailed: boolean }>(sql`select current_setting('viewer.link_mailed', true) = 'yes' as mailed`);
  return row?.mailed ?? false;
}

/** How many colleagues a request has been given. */
export async function colleagues(db: Database, requestId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::integer as count from leader_asks where request_id = ${requestId} and kind = 'colleague'`);
  return row?.count ?? 0;
}

/** Keeps what the leader says of a topic. */
export async function keepCorrection(db: Database, requestId: string, code: string, action: "added" | "removed", now: Date): Promise<void> {
  await db.execute(sql`
    insert into tag_events (request_id, topic_code, action, stage, author, at) values (${requestId}, ${code}, ${action}, 'asked', 'leader', ${now.toISOString()}::timestamptz)`);
}

/** Withdraws the request, if it is open. @returns whether it was. */
export async function withdraw(db: Database, requestId: string, now: Date): Promise<boolean> {
  // Coaches who say yes at this moment hold it; what they made of it is seen by the next statement alone.
  await db.execute(sql`select id from requests where id = ${requestId} for no key update`);
  const rows = await db.execute(sql`
    update requests r set withdrawn_at = greatest(submitted_at, ${now.toISOString()}::timestamptz)
    where id = ${requestId} and withdrawn_at is null and not exists (select from engagements e where e.request_id = r.id) returning id`);
  if (rows.length === 0) return false;
  // What was not passed on by now is not to be any more.
  await db.execute(sql`select drop_unsent_referral(${now.toISOString()}::timestamptz)`);
  await db.execute(sql`select audit('request.withdrawn', 'request', ${requestId}, '{"by": "leader"}'::jsonb)`);
  return true;
}

/** Keeps what a leader added to their request, in place of what they added before. @returns the system and leader that it says something of. */
export async function complete(db: Database, requestId: string, { name, role, schools, timeZone, windows, languages }: CompletedRequest, now: Date): Promise<{ readonly systemId: string; readonly leaderId: string | null }> {
  const [row] = await db.execute<{ system_id: string; leader_id: string | null }>(sql`
    update requests set leader_name = ${name}, leader_role = ${role}, stated_schools = ${schools} where id = ${requestId} returning system_id, leader_id`);
  if (!row) throw new Error("The request of a link is there.");
  await db.execute(sql`
    insert into request_details (request_id, time_zone, windows, languages, at)
    values (${requestId}, ${timeZone}, ${JSON.stringify(windows)}::jsonb, ${sql.param([...languages])}::text[], ${now.toISOString()}::timestamptz)
    on conflict (request_id) do update set time_zone = excluded.time_zone, windows = excluded.windows, languages = excluded.languages, at = excluded.at`);
  await db.execute(sql`select audit('request.completed', 'request', ${requestId})`);
  return { systemId: row.system_id, leaderId: row.leader_id };
}
