import { randomUUID } from "node:crypto";
import type { Role, StaffPosition } from "@arl/schema/enums";
import type { Connection } from "../../db/client";
import { getAccount, giveRole } from "../account.queries";
import { keptPassword } from "../password";
import type { Account } from "../viewer";

export const PASSWORD = "a-long-enough-one";
let kept: Promise<string> | undefined;

export interface TestPerson {
  readonly email?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly positions?: readonly StaffPosition[];
  readonly providerId?: string;
  readonly coachId?: string;
}

/** Makes somebody with an account, whose password is PASSWORD, and perhaps a role. */
export async function putPerson(connection: Connection, { email = `${randomUUID()}@test.example`, name = "Some Body", role, positions = [], providerId, coachId }: TestPerson = {}): Promise<Account> {
  const id = randomUUID();
  kept ??= keptPassword(PASSWORD);
  await connection.sql`insert into auth.users (id, name, email, email_verified) values (${id}, ${name}, ${email}, true)`;
  await connection.sql`insert into auth.accounts (id, user_id, account_id, provider_id, password) values (${randomUUID()}, ${id}, ${id}, 'credential', ${await kept})`;
  if (role) await giveRole(connection.db, { userId: id, role, positions, providerId: providerId ?? null, coachId: coachId ?? null });
  return whoIs(connection, id);
}

export const putAdmin = (connection: Connection): Promise<Account> => putPerson(connection, { name: "Ada Admin", role: "staff", positions: ["admin"] });

/** The account as the server would find it now. @throws Error when it is gone or shut. */
export async function whoIs({ db }: Connection, id: string): Promise<Account> {
  const account = await getAccount(db, id);
  if (!account) throw new Error(`Nobody has the id ${id}.`);
  return account;
}

/** An organisation with a coach, made for a test. */
export async function putProvider({ sql }: Connection, id: string): Promise<{ providerId: string; coachId: string }> {
  const coachId = `${id}-coach`;
  await sql`insert into providers (id, name) values (${id}, ${`Organisation ${id}`})`;
  await sql`insert into coaches (id, provider_id, name) values (${coachId}, ${id}, 'A Coach')`;
  return { providerId: id, coachId };
}

/** The tokens of the links that were mailed to an address, oldest first. */
export async function mailedTokens({ sql }: Connection, email: string): Promise<string[]> {
  const rows = await sql<{ link: string }[]>`
    select payload ->> 'link' as link from mails where kind = 'invitation' and to_address = ${email} order by created_at, id`;
  return rows.map(({ link }) => link.replace(/^\/invitation\//, ""));
}

/** What the audit trail says of a subject, in its order: who did what. */
export async function trailOf({ sql }: Connection, subjectId: string): Promise<string[]> {
  const rows = await sql<{ said: string }[]>`select actor_name || ' ' || action as said from audit_events where subject_id = ${subjectId} order by id`;
  return rows.map(({ said }) => said);
}

/** What the database refuses: its code; "done" when it does not. */
export async function asAccount({ sql }: Connection, role: string, account: Account | null, statement: string): Promise<string> {
  const undone = new Error("undone");
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('role', ${role}, true), set_config('viewer.account_id', ${account?.id ?? ""}, true)`;
      const { count } = await tx.unsafe(statement);
      if (count === 0) throw new Error("no row");
      throw undone;
    });
  } catch (error) {
    if (error === undone) return "done";
    return (error as { code?: string }).code ?? (error as Error).message;
  }
  return "done";
}
