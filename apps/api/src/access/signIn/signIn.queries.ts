import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { users } from "../account.table";
import { attempts } from "./signIn.table";

/** @returns whether the account was shut by staff, or is gone. */
export async function isShut(db: Database, userId: string): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(and(eq(users.id, userId), isNull(users.disabledAt)));
  return rows.length === 0;
}

/** Whom an address belongs to; null when to nobody. */
export async function findPerson(db: Database, email: string): Promise<{ id: string; open: boolean } | null> {
  const [row] = await db.select({ id: users.id, disabledAt: users.disabledAt }).from(users).where(eq(users.email, email.toLowerCase()));
  return row ? { id: row.id, open: row.disabledAt === null } : null;
}

/**
 * Counts one more attempt. The first one opens a window of so many minutes.
 * @returns how many there were in the window, this one included, and how many seconds are left of it.
 */
export async function countAttempt(db: Database, key: string, minutes: number): Promise<{ count: number; secondsLeft: number }> {
  const ends = sql`now() + make_interval(mins => ${minutes})`;
  const isOver = sql`${attempts.endsAt} <= now()`;
  const [row] = await db
    .insert(attempts)
    .values({ key, count: 1, endsAt: ends as unknown as Date })
    .onConflictDoUpdate({
      target: attempts.key,
      set: { count: sql`case when ${isOver} then 1 else ${attempts.count} + 1 end`, endsAt: sql`case when ${isOver} then ${ends} else ${attempts.endsAt} end` },
    })
    .returning({ count: attempts.count, secondsLeft: sql<number>`ceil(extract(epoch from ${attempts.endsAt} - now()))::int` });
  if (!row) throw new Error("An insertion answers with its row.");
  if (row.count === 1) await db.delete(attempts).where(lt(attempts.endsAt, sql`now()`));
  return row;
}

/** Forgets what was counted. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}

/** Something that happened at the door. */
export interface SignInEvent {
  readonly action: "sign_in.failed" | "sign_in.succeeded" | "two_factor.on" | "two_factor.off" | "password.changed" | "sessions.revoked";
  /** Who did it; null when nobody can know. */
  readonly accountId: string | null;
  readonly subject: { readonly type: "person" | "address"; readonly id: string };
  readonly requestId: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Leaves an event in the audit trail. */
export async function recordEvent(db: Database, { action, accountId, subject, requestId, detail }: SignInEvent): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('viewer.account_id', ${accountId ?? ""}, true), set_config('viewer.request_id', ${requestId}, true)`);
    const [trail] = await tx.execute<{ there: boolean }>(sql`select to_regprocedure('audit(text, text, text, jsonb, text)') is not null as there`);
    if (!trail?.there) return;
    await tx.execute(sql`select audit(${action}, ${subject.type}, ${subject.id}, ${JSON.stringify(detail)}::jsonb)`);
  });
}
