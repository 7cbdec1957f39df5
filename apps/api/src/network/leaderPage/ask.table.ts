import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

export const LEADER_ASK_KINDS = ["more", "another_call", "colleague", "correction", "stop", "message"] as const;
export type LeaderAskKind = (typeof LEADER_ASK_KINDS)[number];

/** What a leader asks for by the private link of their request, until somebody has seen to it. */
export const leaderAsks = pgTable("leader_asks", {
  id: uuid().primaryKey().defaultRandom(),
  requestId: text("request_id").notNull(),
  kind: text({ enum: LEADER_ASK_KINDS }).notNull(),
  text: text(),
  at: instant("at").notNull(),
  settledAt: instant("settled_at"),
  settledBy: text("settled_by"),
  idempotencyKey: uuid("idempotency_key").notNull(),
});

export type LeaderAskRow = typeof leaderAsks.$inferSelect;
