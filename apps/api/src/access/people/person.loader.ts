import DataLoader from "dataloader";
import { inArray, sql, type SQL } from "drizzle-orm";
import { ROLES } from "@arl/schema/enums";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { memberships, users } from "../account.table";

export type MembershipRow = typeof memberships.$inferSelect;

/** What staff may know of an account. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly twoFactor: boolean;
}

const nullable = (instant: SQL<Date>) => instant as SQL<Date | null>;

/** A person by their id. The accounts themselves are the sign-in service's; a function of the database shows what may be seen. */
export const personById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows: PersonRow[] = await db
      .select({
        id: sql<string>`p.id`,
        name: sql<string>`p.name`,
        email: sql<string>`p.email`,
        createdAt: sql`p.created_at`.mapWith(users.createdAt),
        disabledAt: nullable(sql`p.disabled_at`.mapWith(users.disabledAt)),
        lastSignInAt: nullable(sql`p.last_sign_in_at`.mapWith(users.lastSignInAt)),
        twoFactor: sql<boolean>`p.two_factor`,
      })
      .from(sql`people() p`)
      .where(inArray(sql`p.id`, [...ids]));
    return arranged("person", ids, rows, ({ id }) => id);
  });

/** The roles that a person holds, in the order of their list. */
export const membershipsByPerson = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(memberships).where(inArray(memberships.userId, [...ids]));
    return grouped(ids, rows.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)), ({ userId }) => userId);
  });
