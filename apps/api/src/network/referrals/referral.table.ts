import { pgTable, text } from "drizzle-orm/pg-core";
import { REFERRAL_OUTCOMES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A need deeper than coaching, sent on to somebody outside the network. */
export const referrals = pgTable("referrals", {
  id: text().primaryKey(),
  requestId: text("request_id").notNull(),
  sentAt: instant("sent_at").notNull(),
  destination: text().notNull(),
  reason: text(),
  /** Null = not known yet. */
  outcome: text({ enum: REFERRAL_OUTCOMES }),
  outcomeAt: instant("outcome_at"),
});

export type ReferralRow = typeof referrals.$inferSelect;
