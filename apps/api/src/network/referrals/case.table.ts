import { bigint, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import type { CaseState } from "./case";

/** A referral from draft to outcome. */
export const referralCases = pgTable("referral_cases", {
  id: uuid().primaryKey(),
  requestId: text("request_id").notNull(),
  destination: text().notNull(),
  destinationEmail: text("destination_email").notNull(),
  reason: text(),
  /** All that is passed on, word for word. */
  summary: text().notNull(),
  state: text().$type<CaseState>().notNull().default("drafted"),
  /** When whoever's turn it is should have done it; null once it has ended. */
  dueAt: instant("due_at"),
  remindedAt: instant("reminded_at"),
  draftedByName: text("drafted_by_name").notNull(),
  draftedAt: instant("drafted_at").notNull(),
});
export type ReferralCaseRow = typeof referralCases.$inferSelect;

/** Every step of every case. */
export const referralEvents = pgTable("referral_events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid("case_id").notNull(),
  action: text().notNull(),
  at: instant("at").notNull(),
  byName: text("by_name").notNull(),
  word: text(),
});
export type ReferralEventRow = typeof referralEvents.$inferSelect;
