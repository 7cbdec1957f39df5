import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { newToken, linkPath, tokenHash } from "../../access/links/link";
import type { Database } from "../../db/client";
import type { RecordedVisit, SubmittedRequest } from "./intake.input";
import { intakeVisits } from "./intake.table";

/** Says, signed, that the form was opened at this moment of the real clock. */
export async function formToken(db: Database, at: Date): Promise<string> {
  const [row] = await db.execute<{ token: string }>(sql`select intake_token(${at.toISOString()}::timestamptz) as token`);
  if (!row) throw new Error("A function answers with one row.");
  return row.token;
}

/** For how many seconds the form has been open; null where the token is none of ours. */
export async function formAge(db: Database, token: string, at: Date): Promise<number | null> {
  const [row] = await db.execute<{ age: number | null }>(sql`select intake_token_age(${token}, ${at.toISOString()}::timestamptz) as age`);
  return row?.age ?? null;
}

/** What was said, by which the same is told from another under the same key. The form's clock and token are not part of it. */
export function fingerprint({ leaid, systemName, state, narrative, urgency, email }: SubmittedRequest): string {
  return createHash("sha256").update(JSON.stringify([leaid, systemName, state, narrative, urgency, email])).digest("hex");
}

/** The request that came in under a key; null where none has. */
export async function submissionOf(db: Database, key: string): Promise<{ readonly requestId: string; readonly said: string } | null> {
  const [row] = await db.execute<{ request_id: string; said: string }>(sql`select request_id, said from intake_submissions where idempotency_key = ${key}::uuid`);
  return row ? { requestId: row.request_id, said: row.said } : null;
}

/** Takes a key for a request. Whoever comes at the same time waits here. @returns whether it was free. */
export async function claimKey(db: Database, key: string, requestId: string, said: string, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into intake_submissions (idempotency_key, request_id, said, at) values (${key}::uuid, ${requestId}, ${said}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning request_id`);
  return rows.length > 0;
}

/**
 * The state of the district that a leaid stands for: the directory's, or, where none is loaded, that of its first two digits.
 * Null where there is no such district.
 */
export async function stateOfLeaid(db: Database, leaid: string): Promise<string | null> {
  const [row] = await db.execute<{ state: string | null }>(sql`
    select coalesce((select state_code from districts where leaid = ${leaid}),
      (select code from states where fips = left(${leaid}, 2) and not exists (select from districts))) as state`);
  return row?.state ?? null;
}

export async function isState(db: Database, code: string): Promise<boolean> {
  return (await db.execute(sql`select from states where code = ${code}`)).length > 0;
}

/** The system, made where it is new. Until the transaction ends, nobody else makes a leader of it. */
export async function keepSystem(db: Database, id: string, { leaid, systemName }: Pick<SubmittedRequest, "leaid" | "systemName">, state: string): Promise<void> {
  await db.execute(sql`
    insert into systems (id, leaid, name, state_code) values (${id}, ${leaid}, ${systemName ?? leaid}, ${state})
    on conflict (id) do update set state_code = excluded.state_code`);
}

/** The leader of that address in the system, made where they are new. @returns their id. */
export async function keepLeader(db: Database, systemId: string, email: string): Promise<string> {
  const found = () => db.execute<{ id: string }>(sql`select id from leaders where system_id = ${systemId} and lower(email) = ${email} limit 1`);
  const [known] = await found();
  if (known) return known.id;
  const [made] = await db.execute<{ id: string }>(sql`
    insert into leaders (id, system_id, email) values (gen_random_uuid()::text, ${systemId}, ${email}) returning id`);
  if (!made) throw new Error("An insert returns its row.");
  return made.id;
}

/** Where a request came from, and who sent it. */
export interface NewRequest {
  readonly id: string;
  readonly systemId: string;
  readonly leaderId: string;
}

export async function addRequest(db: Database, { id, systemId, leaderId }: NewRequest, said: SubmittedRequest, now: Date): Promise<void> {
  await db.execute(sql`
    insert into requests (id, system_id, leader_id, submitted_at, narrative, urgency, seconds_to_submit, stated_leaid, stated_name, leader_email)
    values (${id}, ${systemId}, ${leaderId}, ${now.toISOString()}::timestamptz, ${said.narrative}, ${said.urgency}, ${said.secondsToSubmit},
      ${said.leaid}, ${said.leaid === null ? said.systemName : null}, ${said.email})`);
  await db.execute(sql`select audit('request.submitted', 'request', ${id}, ${JSON.stringify({ system: systemId, urgency: said.urgency })}::jsonb)`);
}

/** How many requests came in for an address since a moment. */
export async function requestsFor(db: Database, email: string, since: Date): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::integer as count from requests where lower(leader_email) = ${email} and submitted_at > ${since.toISOString()}::timestamptz`);
  return row?.count ?? 0;
}

/** How the system is called that a request is about. */
export async function systemName(db: Database, id: string): Promise<string> {
  const [row] = await db.execute<{ name: string }>(sql`select name from systems where id = ${id}`);
  return row?.name ?? "";
}

/** Days for which the page that asked may go on: it was opened without proof of the address, which the mail's own link is. */
const DAYS_WITHOUT_MAIL = 1;

/** A private link to a request for whoever has just sent it. @returns its path. */
export async function linkForSender(db: Database, requestId: string): Promise<string> {
  const token = newToken();
  await db.execute(sql`select make_link('request', ${requestId}, ${tokenHash(token)}, ${DAYS_WITHOUT_MAIL}::integer)`);
  return linkPath("request", token);
}

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** Keeps how far somebody came; what is told later of the same visit takes its place, until it was submitted. */
export async function keepVisit(db: Database, { id, fields, lastField, milliseconds, submitted }: RecordedVisit, now: Date): Promise<void> {
  const reached = {
    fields: fields.map(({ field, milliseconds: ms }) => ({ field, seconds: seconds(ms) })),
    lastField,
    seconds: seconds(milliseconds),
    submitted,
  };
  await db
    .insert(intakeVisits)
    .values({ id, openedAt: new Date(now.getTime() - milliseconds), ...reached })
    .onConflictDoUpdate({ target: intakeVisits.id, set: reached, setWhere: sql`not ${intakeVisits.submitted}` });
}
