import { LINK_DAYS, linkPath, newToken, tokenHash, type LinkKind } from "../access/links/link";
import type { MailKind } from "./mail.table";

/** As much of a pg client as is needed; the job queue lends its own. */
export interface PgClient {
  query<Row>(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
}

/** A mail that is to go out. */
export interface OutgoingMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly toAddress: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly messageId: string;
  readonly createdAt: Date;
  /** The network's name, and whether its records are invented. */
  readonly network: string;
  readonly demo: boolean;
}

/** Counts an attempt. @returns the mail; null when it is gone, or was sent already. */
export async function takeMail(client: PgClient, id: string): Promise<OutgoingMail | null> {
  const { rows } = await client.query<OutgoingMail>(
    `update mails set attempts = attempts + 1 from network_settings
     where id = $1 and state = 'waiting'
     returning id, kind, to_address as "toAddress", payload, message_id as "messageId", created_at as "createdAt",
       name as network, demo_loaded_at is not null as demo`,
    [id],
  );
  return rows[0] ?? null;
}

/** Makes one more private link, for the mail that is about to go out to an address. @returns its path. */
export async function linkFor(client: PgClient, kind: LinkKind, subjectId: string, sentTo: string): Promise<string> {
  const token = newToken();
  await client.query("select make_link($1, $2, $3, $4::integer, $5)", [kind, subjectId, tokenHash(token), LINK_DAYS[kind], sentTo]);
  return linkPath(kind, token);
}

/** Whether the address wants no mail of this kind. */
export async function isRefused(client: PgClient, kind: MailKind, address: string): Promise<boolean> {
  const { rows } = await client.query<{ refused: boolean }>("select exists (select from mail_refusals where kind = $1 and address = lower($2)) as refused", [kind, address]);
  return rows[0]?.refused ?? false;
}

/** The mail was handed over. Outside a demo network the link that lets its holder in is kept no longer. */
export async function markSent(client: PgClient, { id, demo }: OutgoingMail): Promise<void> {
  await client.query(
    `update mails set state = 'sent', sent_at = now(), last_error = null, payload = case when $2 then payload else payload - 'link' end where id = $1`,
    [id, demo],
  );
}

/** The attempt failed; `final` gives the mail up. */
export async function markFailed(client: PgClient, id: string, error: string, final: boolean): Promise<void> {
  await client.query(`update mails set last_error = $2, state = case when $3 then 'failed' else state end where id = $1`, [id, error, final]);
}

/** Keeps what a demo network's mail says, for its outbox. */
export async function keepText(client: PgClient, id: string, text: string, html: string): Promise<void> {
  await client.query(`update mails set text = $2, html = $3 where id = $1`, [id, text, html]);
}

/** Gives back jobs whose worker is gone. */
export async function releaseLostJobs(client: PgClient): Promise<void> {
  await client.query("select release_lost_jobs()", []);
}

/**
 * Gives back jobs that a living worker of this process holds and is not at: it was done with them while the database was gone,
 * and could not say so. Those that it took within the last minute may just have begun.
 */
export async function releaseForgottenJobs(client: PgClient, { workers, jobs }: { readonly workers: ReadonlySet<string>; readonly jobs: ReadonlySet<string> }): Promise<void> {
  await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_by = any ($1::text[]) and locked_at < now() - interval '1 minute' and not id::text = any ($2::text[])`,
    [[...workers], [...jobs]],
  );
}
