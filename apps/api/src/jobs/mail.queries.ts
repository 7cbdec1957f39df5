import { sql } from "drizzle-orm";
import type { Database } from "../db/client";
import { positionPage, sortableInstant } from "../db/page.queries";
import type { Page, PageRequest, Position } from "../page";
import type { MailKind, MailState } from "./mail.table";

/**
 * Asks for a mail in the caller's transaction: it goes out after that commits, and not at all when it is taken back.
 * @param payload what the kind's template needs; a `link` may leave out where the network is reached.
 * @returns the mail's id.
 */
export async function enqueueMail(db: Database, kind: MailKind, toAddress: string, payload: Readonly<Record<string, unknown>>): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`select enqueue_mail(${kind}, ${toAddress}, ${JSON.stringify(payload)}::jsonb) as id`);
  if (!row) throw new Error("A function answers with one row.");
  return row.id;
}

export interface MailFilter {
  /** Null = no matter. */
  readonly state: MailState | null;
  /** Part of the address; null = no matter. */
  readonly search: string | null;
}

/** Mail that the viewer may see, the newest first. */
export function mailPage(db: Database, { state, search }: MailFilter, request: PageRequest): Promise<Page<Position>> {
  const inState = state === null ? sql`true` : sql`state = ${state}`;
  const addressed = search === null ? sql`true` : sql`position(lower(${search}) in lower(to_address)) > 0`;
  const listed = sql`select id::text as id, ${sortableInstant(sql`created_at`)} as key from mails where ${inState} and ${addressed}`;
  return positionPage(db, listed, "descending", request);
}

/** Sends a mail again. @returns whether it will be, there is none, or the link in it is no longer kept. */
export async function resend(db: Database, id: string): Promise<"queued" | "unknown" | "forgotten"> {
  const [row] = await db.execute<{ outcome: "queued" | "unknown" | "forgotten" }>(sql`select resend_mail(${id}::uuid) as outcome`);
  if (!row) throw new Error("A function answers with one row.");
  return row.outcome;
}

/** Leaves in the audit trail that the viewer sent a mail again. */
export async function auditResending(db: Database, id: string): Promise<void> {
  await db.execute(sql`select audit('mail.resent', 'mail', ${id})`);
}
