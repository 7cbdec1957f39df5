import { and, eq, isNull, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { badInput, conflict, forbidden, notFound } from "../../errors";
import type { Named } from "./calendar";
import { plannedCalls, type PlannedCallRow } from "./call.table";
import type { PlanOfCall } from "./plan.input";

/**
 * Plans a call, or changes one that is planned; where no zone is said, a new one is in the engagement's, and another stays in its own.
 * @returns the call, and whether anything about it is new: the same said twice is said once.
 * @throws DomainError BAD_USER_INPUT without such an engagement or once it is closed; CONFLICT for a call that is held, off, or another engagement's.
 */
export async function planCall(db: Database, plan: PlanOfCall, usualZone: () => Promise<string>, by: Account, at: Date): Promise<{ call: PlannedCallRow; isNew: boolean }> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${plan.id}, 1))`);
  const [engagement] = await db.execute<{ closed: boolean }>(sql`select closed_at is not null as closed from engagements where id = ${plan.engagementId}`);
  if (!engagement) throw badInput("input.engagementId", "There is no such engagement.");
  const [before] = await db.select().from(plannedCalls).where(eq(plannedCalls.id, plan.id));
  const said = { startsAt: plan.startsAt, minutes: plan.minutes, mode: plan.mode, place: plan.place, timeZone: plan.timeZone ?? before?.timeZone ?? (await usualZone()) };
  if (!before) {
    if (engagement.closed) throw badInput("input.engagementId", "This engagement is closed.");
    const call: PlannedCallRow = { id: plan.id, engagementId: plan.engagementId, ...said, madeBy: by.id, madeByName: by.name, madeAt: at, sequence: 0, cancelledAt: null, remindedAt: null, sessionId: null };
    await db.insert(plannedCalls).values(call);
    return { call, isNew: true };
  }
  if (before.engagementId !== plan.engagementId) throw conflict("This id stands for a call of another engagement.");
  if (before.sessionId !== null) throw conflict("This call was held already.");
  if (before.cancelledAt !== null) throw conflict("This call is off; plan another one.");
  if (isSame(before, said)) return { call: before, isNew: false };
  const [call] = await db
    .update(plannedCalls)
    .set({ ...said, sequence: before.sequence + 1, remindedAt: null })
    .where(eq(plannedCalls.id, plan.id))
    .returning();
  if (!call) throw notFound("planned call", plan.id);
  return { call, isNew: true };
}

const isSame = (before: PlannedCallRow, { startsAt, minutes, mode, place, timeZone }: Pick<PlannedCallRow, "startsAt" | "minutes" | "mode" | "place" | "timeZone">): boolean =>
  before.startsAt.getTime() === startsAt.getTime() && before.minutes === minutes && before.mode === mode && before.place === place && before.timeZone === timeZone;

/** @throws DomainError NOT_FOUND; CONFLICT for one that was held. */
export async function cancelCall(db: Database, id: string, at: Date): Promise<{ call: PlannedCallRow; isNew: boolean }> {
  const [call] = await db
    .update(plannedCalls)
    .set({ cancelledAt: at, sequence: sql`sequence + 1` })
    .where(and(eq(plannedCalls.id, id), isNull(plannedCalls.cancelledAt), isNull(plannedCalls.sessionId)))
    .returning();
  if (call) return { call, isNew: true };
  const [before] = await db.select().from(plannedCalls).where(eq(plannedCalls.id, id));
  if (!before) throw notFound("planned call", id);
  if (before.sessionId !== null) throw conflict("This call was held already.");
  if (before.cancelledAt === null) throw forbidden("Only the engagement's own coaches, and staff, call it off.");
  return { call: before, isNew: false };
}

/** A call that is planned is the answer to a leader who asked for another. */
export async function settleAskedCalls(db: Database, { engagementId }: PlannedCallRow, by: Account, at: Date): Promise<void> {
  await db.execute(sql`
    update leader_asks set settled_at = greatest(at, ${at.toISOString()}::timestamptz), settled_by = ${by.id}
    where kind = 'another_call' and settled_at is null and request_id = (select request_id from engagements where id = ${engagementId})`);
}

/** Everybody whom a call concerns. */
export interface CallPeople {
  readonly requestId: string;
  readonly systemName: string;
  readonly leader: { readonly name: string | null; readonly address: string | null };
  /** Coaches without an address are told by nobody. */
  readonly coaches: readonly { readonly id: string; readonly name: string; readonly address: string | null }[];
  readonly owner: Named | null;
}

/** @throws DomainError NOT_FOUND for an engagement that the viewer is not on. */
export async function callPeople(db: Database, engagementId: string): Promise<CallPeople> {
  const [row] = await db.execute<{
    request_id: string;
    system_name: string;
    leader_name: string | null;
    leader_email: string | null;
    owner_name: string | null;
    owner_email: string | null;
    coaches: { id: string; name: string; email: string | null }[] | null;
  }>(sql`select * from call_people(${engagementId})`);
  if (!row) throw notFound("engagement", engagementId);
  return {
    requestId: row.request_id,
    systemName: row.system_name,
    leader: { name: row.leader_name, address: row.leader_email },
    coaches: (row.coaches ?? []).map(({ id, name, email }) => ({ id, name, address: email })),
    owner: row.owner_name !== null && row.owner_email !== null ? { name: row.owner_name, address: row.owner_email } : null,
  };
}

/** Calls that begin within a day and of which nobody was reminded; each is marked, so that it is done once. */
export const takeSoon = (db: Database, now: Date): Promise<PlannedCallRow[]> =>
  db
    .update(plannedCalls)
    .set({ remindedAt: now })
    .where(and(isNull(plannedCalls.remindedAt), isNull(plannedCalls.cancelledAt), isNull(plannedCalls.sessionId), sql`starts_at > ${now.toISOString()}::timestamptz`, sql`starts_at <= ${now.toISOString()}::timestamptz + interval '1 day'`, sql`made_at <= ${now.toISOString()}::timestamptz - interval '6 hours'`))
    .returning();

/** A coach's calls, from a month ago on, for their calendar. */
export async function callsOfFeed(db: Database, now: Date) {
  const rows = await db.execute<{
    id: string;
    starts_at: string;
    minutes: number;
    mode: PlannedCallRow["mode"];
    place: string | null;
    sequence: number;
    cancelled_at: string | null;
    made_at: string;
    system_name: string;
  }>(sql`select * from calendar_calls(${now.toISOString()}::timestamptz - interval '31 days')`);
  return rows.map((row) => ({
    id: row.id,
    startsAt: new Date(row.starts_at),
    minutes: row.minutes,
    mode: row.mode,
    place: row.place,
    sequence: row.sequence,
    cancelledAt: row.cancelled_at === null ? null : new Date(row.cancelled_at),
    madeAt: new Date(row.made_at),
    systemName: row.system_name,
  }));
}

/** Leaves a trace of the address at which a calendar reads a coach's calls, which lets in whoever holds it. */
export async function auditFeed(db: Database, done: "made" | "ended", coachId: string): Promise<void> {
  await db.execute(sql`select audit(${`calendar_feed.${done}`}, 'coach', ${coachId})`);
}
