import { boolean, doublePrecision, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import type { Scope } from "../scope/scope.type";

export const ALERT_KINDS = ["oldest_unmatched", "session_rating", "response_rate", "topic_growth", "coverage"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A threshold that writes to who asked for it when a figure crosses it. */
export const alerts = pgTable("alerts", {
  id: uuid().primaryKey(),
  userId: text("user_id").notNull(),
  kind: text({ enum: ALERT_KINDS }).notNull(),
  threshold: doublePrecision().notNull(),
  /** The part of the network that it watches; never a period. */
  scope: jsonb().$type<Scope>().notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  lookedAt: instant("looked_at"),
  holds: boolean().notNull().default(false),
  heldSince: instant("held_since"),
  /** What the last look found, as a sentence. */
  found: text(),
});

export type AlertRow = typeof alerts.$inferSelect;
