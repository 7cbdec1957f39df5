import { bigint, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

export const TEAM_EVENTS = ["joined", "left", "lead"] as const;
export type TeamEventKind = (typeof TEAM_EVENTS)[number];

/** How a team came to be what it is. */
export const engagementCoachEvents = pgTable("engagement_coach_events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  engagementId: text("engagement_id").notNull(),
  coachId: text("coach_id").notNull(),
  kind: text({ enum: TEAM_EVENTS }).notNull(),
  at: instant("at").notNull(),
  byName: text("by_name").notNull(),
  why: text(),
});
export type TeamEventRow = typeof engagementCoachEvents.$inferSelect;

export const CONSENT_SUBJECTS = ["specialist", "referral"] as const;
export type ConsentSubject = (typeof CONSENT_SUBJECTS)[number];
export const CONSENT_ANSWERS = ["yes", "no"] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** What a leader was asked to agree to. */
export const consents = pgTable("consents", {
  id: uuid().primaryKey().defaultRandom(),
  requestId: text("request_id").notNull(),
  what: text({ enum: CONSENT_SUBJECTS }).notNull(),
  /** The offer that it lets come true; null for a referral. */
  offerId: uuid("offer_id"),
  /** What would be shared, as the leader reads it. */
  scope: text().notNull(),
  askedAt: instant("asked_at").notNull(),
  answeredAt: instant("answered_at"),
  answer: text({ enum: CONSENT_ANSWERS }),
  answeredByName: text("answered_by_name"),
});
export type ConsentRow = typeof consents.$inferSelect;
