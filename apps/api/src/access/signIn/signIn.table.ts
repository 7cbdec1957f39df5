import { bigint, boolean, integer, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import { auth } from "../account.table";

/** A person's authenticator, as better-auth's two-factor plugin keeps it. */
export const twoFactors = auth.table("two_factors", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  secret: text().notNull(),
  backupCodes: text("backup_codes").notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer("failed_verification_count").notNull().default(0),
  lockedUntil: instant("locked_until"),
});

/** Requests by address, as better-auth counts them; `lastRequest` is in milliseconds since 1970. */
export const rateLimits = auth.table("rate_limits", {
  id: text().primaryKey(),
  key: text().notNull(),
  count: integer().notNull(),
  lastRequest: bigint("last_request", { mode: "number" }).notNull(),
});

/** Attempts by account, as we count them. */
export const attempts = auth.table("attempts", {
  key: text().primaryKey(),
  count: integer().notNull(),
  endsAt: instant("ends_at").notNull(),
});
