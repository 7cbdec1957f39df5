import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { ROLES, STAFF_POSITIONS } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** Somebody asked to join, or to be something more, by a link that came to their address. */
export const invitations = pgTable("invitations", {
  id: text().primaryKey().default(sql`gen_random_uuid()::text`),
  /** In lower case. */
  email: text().notNull(),
  name: text(),
  role: text({ enum: ROLES }).notNull(),
  positions: text({ enum: STAFF_POSITIONS }).array().notNull().default([]),
  providerId: text("provider_id"),
  coachId: text("coach_id"),
  /** SHA-256 of the link's token, in hexadecimal digits; no viewer reads it. */
  tokenHash: text("token_hash").notNull(),
  /** Null when that account is gone. */
  invitedBy: text("invited_by"),
  invitedByName: text("invited_by_name").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  /** Exclusive. */
  expiresAt: instant("expires_at").notNull(),
  acceptedAt: instant("accepted_at"),
  acceptedBy: text("accepted_by"),
  revokedAt: instant("revoked_at"),
});
