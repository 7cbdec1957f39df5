import { and, eq, isNull, sql } from "drizzle-orm";
import type { Role } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import { positionPage } from "../../db/page.queries";
import { conflict, forbidden } from "../../errors";
import type { Page, PageRequest, Position } from "../../page";
import { memberships } from "../account.table";
import { invitations } from "./invitation.table";
import type { MembershipRow } from "./person.loader";

export interface PersonFilter {
  /** Part of the name or the address, in whatever case; null = no matter. */
  readonly search: string | null;
  readonly role: Role | null;
}

/** People by name. */
export function personPage(db: Database, { search, role }: PersonFilter, request: PageRequest): Promise<Page<Position>> {
  const like = search === null ? sql`true` : sql`position(lower(${search}) in lower(p.name)) > 0 or position(lower(${search}) in p.email) > 0`;
  const holding = role === null ? sql`true` : sql`exists (select from memberships m where m.user_id = p.id and m.role = ${role})`;
  return positionPage(db, sql`select p.id, lower(p.name) as key from people() p where (${like}) and ${holding}`, "ascending", request);
}

/** The id of the person with this address; null when nobody has it. */
export async function personIdOf(db: Database, email: string): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`select id from people() where email = ${email}`);
  return row?.id ?? null;
}

/** A role that somebody holds; null when they do not. */
export async function heldRole(db: Database, personId: string, role: Role): Promise<MembershipRow | null> {
  const [row] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.userId, personId), eq(memberships.role, role)));
  return row ?? null;
}

/**
 * Takes a role, and with it an open invitation to it. Nothing happens to who holds neither.
 * @throws DomainError CONFLICT when nobody would be left to give roles, FORBIDDEN for who was shut or made less at the same moment.
 */
export async function takeRole(db: Database, person: { readonly id: string; readonly email: string }, role: Role): Promise<void> {
  await keepingAnAdmin(db.delete(memberships).where(and(eq(memberships.userId, person.id), eq(memberships.role, role))));
  // To who is no admin any more the database shows nothing that could be deleted, and says nothing of it.
  if (await heldRole(db, person.id, role)) throw forbidden("You are no longer an admin.");
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.email, person.email), eq(invitations.role, role), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
}

/**
 * Shuts an account and ends its sessions, or opens it again; repeated, nothing happens.
 * @throws DomainError CONFLICT when nobody would be left to give roles.
 */
export async function disablePerson(db: Database, id: string, disabled: boolean): Promise<void> {
  await keepingAnAdmin(db.execute(sql`select disable_person(${id}, ${disabled})`));
}

/** The code that the database gives where a network would be left without an admin. */
const NO_ADMIN_LEFT = "NW001";

/** @throws DomainError CONFLICT where the database finds that nobody would be left to give roles. */
export async function keepingAnAdmin<Done>(change: PromiseLike<Done>): Promise<Done> {
  try {
    return await change;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code !== NO_ADMIN_LEFT) throw error;
    throw conflict("They are the last admin. Make somebody else one first.");
  }
}
