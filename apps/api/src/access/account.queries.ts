import { randomBytes } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { StaffPosition } from "@arl/schema/enums";
import type { Database } from "../db/client";
import { appSecrets } from "../db/settings.table";
import { memberships, users } from "./account.table";
import type { Account } from "./viewer";

/**
 * The account of a signed-in user; null when it is gone, or shut. Who leads one organisation and coaches for another is
 * of the one they lead: it is the leads' rights that go by the organisation, the coaches' go by the coach.
 */
export async function getAccount(db: Database, userId: string): Promise<Account | null> {
  const rows = await db
    .select({ user: users, membership: memberships })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  const [first] = rows;
  if (!first) return null;
  const held = rows.flatMap(({ membership }) => (membership ? [membership] : []));
  const organisations = ["provider", "coach"].map((role) => held.find((each) => each.role === role)?.providerId ?? null);
  return {
    id: first.user.id,
    name: first.user.name,
    email: first.user.email,
    roles: held.map(({ role }) => role),
    positions: held.flatMap(({ positions }) => positions),
    providerId: organisations.find((id) => id !== null) ?? null,
    coachId: held.find(({ coachId }) => coachId !== null)?.coachId ?? null,
    key: null,
  };
}

/** Whether who is looking signs in with a second factor; asked as the viewer, of their own account only. */
export async function viewerHasTwoFactor(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ on: boolean }>(sql`select viewer_two_factor() as "on"`);
  return row?.on ?? false;
}

export interface NewMembership {
  readonly userId: string;
  readonly role: Account["roles"][number];
  readonly positions: readonly StaffPosition[];
  readonly providerId: string | null;
  readonly coachId: string | null;
}

/** Gives a role; giving one again changes what it is for. */
export async function giveRole(db: Database, membership: NewMembership): Promise<void> {
  const { userId, role, providerId, coachId } = membership;
  const positions = [...membership.positions];
  await db
    .insert(memberships)
    .values({ userId, role, positions, providerId, coachId })
    .onConflictDoUpdate({ target: [memberships.userId, memberships.role], set: { positions, providerId, coachId } });
}

/** The secret that signs session cookies: made once, then the same for every process on this database. */
export async function authSecret(db: Database): Promise<string> {
  const name = "auth";
  await db.insert(appSecrets).values({ name, value: randomBytes(32).toString("hex") }).onConflictDoNothing();
  const [row] = await db.select().from(appSecrets).where(eq(appSecrets.name, name));
  if (!row) throw new Error("The secret that signs session cookies could not be kept.");
  return row.value;
}

export async function hasAccount(db: Database, email: string): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return rows.length > 0;
}

/** Removes accounts with their sessions, passwords and roles. */
export async function removeAccounts(db: Database, emails: readonly string[]): Promise<void> {
  await db.delete(users).where(inArray(users.email, [...emails]));
}
