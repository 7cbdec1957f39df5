import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** What a mail link is to, as its subject is written. */
export interface MailOfKind {
  readonly kind: string;
  readonly address: string;
}

export function mailOfLink(subject: string): MailOfKind {
  const space = subject.indexOf(" ");
  return { kind: subject.slice(0, space), address: subject.slice(space + 1) };
}

/** Whether the holder of a mail link wants no more of it. */
export async function isStopped(db: Database, { kind, address }: MailOfKind): Promise<boolean> {
  return (await db.execute(sql`select from mail_refusals where kind = ${kind} and address = ${address}`)).length > 0;
}

/** No mail of this kind goes to the address from now on. */
export async function stop(db: Database, { kind, address }: MailOfKind): Promise<void> {
  const rows = await db.execute(sql`insert into mail_refusals (kind, address) values (${kind}, ${address}) on conflict do nothing returning kind`);
  if (rows.length > 0) await db.execute(sql`select audit('mail.stopped', 'mail_kind', ${kind})`);
}

/** It goes there again. */
export async function takeBack(db: Database, { kind, address }: MailOfKind): Promise<void> {
  const rows = await db.execute(sql`delete from mail_refusals where kind = ${kind} and address = ${address} returning kind`);
  if (rows.length > 0) await db.execute(sql`select audit('mail.wanted_again', 'mail_kind', ${kind})`);
}
