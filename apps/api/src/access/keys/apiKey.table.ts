import { pgTable, text } from "drizzle-orm/pg-core";
import { KEY_SCOPES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** Keys by which programs read in the name of a person. The key itself is not kept. */
export const apiKeys = pgTable("api_keys", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  name: text().notNull(),
  /** Its first characters, by which its owner knows it again. */
  prefix: text().notNull(),
  /** SHA-256 of the key; no viewer's role reads it. */
  hash: text().notNull(),
  scopes: text({ enum: KEY_SCOPES }).array().notNull(),
  /** The organisation whose lead made it. */
  providerId: text("provider_id"),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
  /** The key that took its place. */
  rotatedTo: text("rotated_to"),
});
