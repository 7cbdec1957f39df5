import { boolean, pgSchema, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ROLES, STAFF_POSITIONS } from "@arl/schema/enums";
import { instant } from "../db/columns";

/** The schema that the sign-in service has to itself. */
export const auth = pgSchema("auth");

/** The four tables that better-auth reads and writes; the property names are its own. */
export const users = auth.table("users", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text(),
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
  /** When staff shut the account; null = it is open. Ours, like the next: the sign-in service knows of neither. */
  disabledAt: instant("disabled_at"),
  lastSignInAt: instant("last_sign_in_at"),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
});

export const authSessions = auth.table("sessions", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  token: text().notNull(),
  expiresAt: instant("expires_at").notNull(),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

export const accounts = auth.table("accounts", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: instant("access_token_expires_at"),
  refreshTokenExpiresAt: instant("refresh_token_expires_at"),
  scope: text(),
  password: text(),
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

export const verifications = auth.table("verifications", {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant("expires_at").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** What a person is in the network. */
export const memberships = pgTable(
  "memberships",
  {
    userId: text("user_id").notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** Of staff: what they do. */
    positions: text({ enum: STAFF_POSITIONS }).array().notNull().default([]),
    /** Of coaches and provider leads. */
    providerId: text("provider_id"),
    /** Of coaches whose rows are in the network. */
    coachId: text("coach_id"),
  },
  (row) => [primaryKey({ columns: [row.userId, row.role] })],
);
