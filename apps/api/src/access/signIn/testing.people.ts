import type { TestDatabase } from "../../db/testing";
import { createAccounts, putAccount } from "../accounts";

export const PASSWORD = "ten-characters-or-more";

/** Makes somebody with an account. @returns their id. */
export function person({ db }: TestDatabase, email: string): Promise<string> {
  const accounts = createAccounts(db, { secret: "a-secret-for-tests-that-is-long-enough", publicUrl: "http://127.0.0.1", trustedOrigins: [], rateLimit: "off" });
  return putAccount(accounts, email, "Ada Park", PASSWORD);
}

interface Letter {
  readonly kind: string;
  readonly to: string;
  readonly link: string;
}

/** What was written to whom, in order. */
export const letters = ({ sql }: TestDatabase) => sql<Letter[]>`select kind, to_address as to, payload->>'link' as link from mails order by created_at`;

/** The token of the last link that was sent. @throws Error when there is none. */
export async function lastToken(database: TestDatabase): Promise<string> {
  const token = (await letters(database)).map(({ link }) => new URL(link, "http://network.example").searchParams.get("token")).findLast((found) => found !== null);
  if (!token) throw new Error("No link was sent.");
  return token;
}

/** Hears what is left in the audit trail, in place of the trail itself. @returns what was heard, in order. */
export async function listen({ sql }: TestDatabase): Promise<() => Promise<readonly Heard[]>> {
  await sql.unsafe(`create table heard (id int generated always as identity, action text, actor text, subject_type text, subject_id text, detail jsonb, request_id text);
    create or replace function audit(action text, subject_type text, subject_id text, detail jsonb default '{}', reason text default null) returns bigint
    language sql volatile security definer as $$
      insert into heard (action, actor, subject_type, subject_id, detail, request_id)
      values (audit.action, current_setting('viewer.account_id', true), audit.subject_type, audit.subject_id, audit.detail, current_setting('viewer.request_id', true))
      returning id::bigint $$`);
  return () => sql<Heard[]>`select action, actor, subject_type as "subjectType", subject_id as "subjectId", detail from heard order by id`;
}

interface Heard {
  readonly action: string;
  readonly actor: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, string>>;
}
