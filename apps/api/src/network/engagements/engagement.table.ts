import { pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { CLOSE_REASONS } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A request matched with a coach or a team. With at least one held session it is a relationship. */
export const engagements = pgTable("engagements", {
  id: text().primaryKey(),
  requestId: text("request_id").notNull(),
  matchedAt: instant("matched_at").notNull(),
  /** Null while open. */
  closedAt: instant("closed_at"),
  closeReason: text("close_reason", { enum: CLOSE_REASONS }),
});

export type EngagementRow = typeof engagements.$inferSelect;

/** The team; the coach at position 0 leads. */
export const engagementCoaches = pgTable(
  "engagement_coaches",
  {
    engagementId: text("engagement_id").notNull(),
    coachId: text("coach_id").notNull(),
    position: smallint().notNull(),
  },
  (row) => [primaryKey({ columns: [row.engagementId, row.coachId] })],
);
