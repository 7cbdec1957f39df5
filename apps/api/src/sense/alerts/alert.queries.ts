import { randomUUID } from "node:crypto";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { memberships, users } from "../../access/account.table";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { isUuid } from "../../input";
import { scopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import { alerts, type AlertRow } from "./alert.table";
import type { Finding } from "./finding";

const MOST_ALERTS = 30;

/** The viewer's own, the oldest first. */
export const listAlerts = (db: Database): Promise<AlertRow[]> => db.select().from(alerts).orderBy(asc(alerts.createdAt), asc(alerts.id));

/** @throws DomainError CONFLICT when there are too many. */
export async function addAlert(db: Database, alert: Pick<AlertRow, "userId" | "kind" | "threshold" | "scope">): Promise<AlertRow> {
  if ((await db.$count(alerts, eq(alerts.userId, alert.userId))) >= MOST_ALERTS) throw conflict(`You have ${MOST_ALERTS} alerts. Remove one that is not needed.`);
  const [row] = await db.insert(alerts).values({ id: randomUUID(), ...alert }).returning();
  if (!row) throw new Error("An insert answers with its row.");
  return row;
}

/** @throws DomainError NOT_FOUND where the viewer has no such alert. */
export async function removeAlert(db: Database, id: string): Promise<void> {
  const gone = isUuid(id) ? await db.delete(alerts).where(eq(alerts.id, id)).returning({ id: alerts.id }) : [];
  if (gone.length === 0) throw notFound("alert of yours", id);
}

export interface WatchedAlert {
  readonly alert: AlertRow;
  readonly email: string;
}

/** Alerts of everybody who is still staff, as the server. */
export const watchedAlerts = (db: Database): Promise<WatchedAlert[]> =>
  db
    .select({ alert: alerts, email: users.email })
    .from(alerts)
    .innerJoin(users, and(eq(users.id, alerts.userId), isNull(users.disabledAt)))
    .innerJoin(memberships, and(eq(memberships.userId, alerts.userId), eq(memberships.role, "staff")))
    .orderBy(asc(alerts.createdAt), asc(alerts.id));

/**
 * Keeps what a look found, and asks for a mail where the figure has crossed the threshold since the last one. As the server.
 * @returns whether mail was asked for.
 */
export async function keepFinding(db: Database, { alert, email }: WatchedAlert, { holds, sentence }: Finding, payload: object): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select({ holds: alerts.holds }).from(alerts).where(eq(alerts.id, alert.id)).for("update");
    if (!before) return false;
    const begins = holds && !before.holds;
    const heldSince = begins ? { heldSince: sql`now()` } : holds ? {} : { heldSince: null };
    await tx.update(alerts).set({ lookedAt: sql`now()`, holds, found: sentence, ...heldSince }).where(eq(alerts.id, alert.id));
    if (begins) await tx.execute(sql`select enqueue_mail('alert', ${email}, ${JSON.stringify(payload)}::jsonb)`);
    return begins;
  });
}

export interface OldestOpen {
  /** Days, in fractions; null where none is open. */
  readonly days: number | null;
  readonly open: number;
}

/** How long the oldest request that nobody was matched with has waited. */
export async function oldestOpen(db: Database, scope: CheckedScope, now: Date): Promise<OldestOpen> {
  const { requests, asOf } = scopedRows(scope, now);
  const [row] = await db.execute<{ days: number | null; open: number }>(sql`
    with scoped as (${requests})
    select (extract(epoch from ${asOf} - min(r.submitted_at)) / 86400)::float8 as days, count(*)::int as open
    from scoped r
    where r.withdrawn_at is null
      and not exists (select from engagements e where e.request_id = r.id and e.matched_at < ${asOf})
      and not exists (select from referrals f where f.request_id = r.id and f.sent_at < ${asOf})`);
  return row ?? { days: null, open: 0 };
}

export async function countRequests(db: Database, scope: CheckedScope, now: Date): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`with scoped as (${scopedRows(scope, now).requests}) select count(*)::int as count from scoped`);
  return row?.count ?? 0;
}
