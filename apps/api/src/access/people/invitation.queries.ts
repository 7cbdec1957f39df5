import { and, eq, isNull, sql } from "drizzle-orm";
import type { Role } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import { positionPage, sortableInstant } from "../../db/page.queries";
import type { InvitationState } from "../../enums";
import { enqueueMail } from "../../jobs/mail.queries";
import type { Page, PageRequest, Position } from "../../page";
import { invitationState } from "./invitation.loader";
import { invitations } from "./invitation.table";
import { invitationPath, newToken, tokenHash } from "./invitation.token";
import type { RoleDetails } from "./role.input";

/** Invitations, newest first; null = whatever their state. */
export function invitationPage(db: Database, state: InvitationState | null, request: PageRequest): Promise<Page<Position>> {
  const standing = state === null ? sql`true` : sql`${invitationState} = ${state}`;
  const listed = sql`select ${invitations.id} as id, ${sortableInstant(sql`${invitations.createdAt}`)} as key from ${invitations} where ${standing}`;
  return positionPage(db, listed, "descending", request);
}

export interface Inviter {
  readonly id: string;
  readonly name: string;
}

export interface NewInvitation extends RoleDetails {
  readonly email: string;
  readonly name: string | null;
}

/** How long a link can be used. */
const DAYS_OPEN = 14;

const untilThen = sql`now() + make_interval(days => ${DAYS_OPEN})`;

/**
 * Keeps an invitation, or renews the one that is open for this address and role.
 * @returns its id, and the token of its link, which is kept nowhere.
 */
export async function putInvitation(db: Database, { email, role, ...invited }: NewInvitation, inviter: Inviter): Promise<{ id: string; token: string }> {
  const token = newToken();
  const details = { ...invited, positions: [...invited.positions], tokenHash: tokenHash(token), invitedBy: inviter.id, invitedByName: inviter.name, expiresAt: untilThen };
  const [row] = await db
    .insert(invitations)
    .values({ email, role, ...details })
    .onConflictDoUpdate({ target: [invitations.email, invitations.role], targetWhere: sql`accepted_at is null and revoked_at is null`, set: details })
    .returning({ id: invitations.id });
  if (!row) throw new Error("An invitation that was kept has an id.");
  return { id: row.id, token };
}

/** Gives an open invitation a new link and 14 days from now. @returns its token; null when it is open no longer. */
export async function renewInvitation(db: Database, id: string): Promise<string | null> {
  const token = newToken();
  const rows = await db
    .update(invitations)
    .set({ tokenHash: tokenHash(token), expiresAt: untilThen })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  return rows.length > 0 ? token : null;
}

/** @returns whether it is revoked now; an accepted one is not. */
export async function revokeInvitation(db: Database, id: string): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ revokedAt: sql`coalesce(${invitations.revokedAt}, now())` })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return rows.length > 0;
}

export interface InvitationMail {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** Name of the organisation to which they are to belong. */
  readonly organisation: string | null;
  readonly invitedBy: string;
}

/** How an invitation's mail calls what they are to be. */
const CALLED: Readonly<Record<Role, string>> = { staff: "member of staff", coach: "coach", provider: "lead", funder: "funder", steward: "steward" };

/** Sends an invitation's link, once the operation has ended well, and says so in the audit trail. */
export async function sendInvitation(db: Database, id: string, { email, name, role, organisation, invitedBy }: InvitationMail, token: string): Promise<void> {
  await enqueueMail(db, "invitation", email, { name, role: CALLED[role], organisation, invitedBy, link: invitationPath(token), days: DAYS_OPEN });
  await db.execute(sql`select audit('person.invited', 'invitation', ${id}, ${JSON.stringify({ email, role })}::jsonb)`);
}

export async function recordRevocation(db: Database, id: string, email: string): Promise<void> {
  await db.execute(sql`select audit('invitation.revoked', 'invitation', ${id}, ${JSON.stringify({ email })}::jsonb)`);
}
