import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** A team takes a request on; a specialist joins an engagement that there is. */
export const OFFER_KINDS = ["team", "specialist"] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

export const OFFER_STATES = ["open", "accepted", "declined", "withdrawn", "expired"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export const OFFER_ANSWERS = ["accepted", "declined"] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** Why a coach says no. */
export const DECLINE_REASONS = ["no_time", "not_my_topic", "conflict_of_interest", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A request that coaches were asked to take on, or to help with. */
export const offers = pgTable("offers", {
  id: uuid().primaryKey(),
  kind: text({ enum: OFFER_KINDS }).notNull().default("team"),
  requestId: text("request_id").notNull(),
  /** Of a specialist the engagement to join; of a team the one that came of it. */
  engagementId: text("engagement_id"),
  madeBy: text("made_by"),
  madeByName: text("made_by_name").notNull(),
  madeAt: instant("made_at").notNull(),
  dueAt: instant("due_at").notNull(),
  state: text({ enum: OFFER_STATES }).notNull().default("open"),
  endedAt: instant("ended_at"),
  remindedAt: instant("reminded_at"),
  /** What is asked, in the words of whoever asks. */
  message: text(),
  /** How the team stood when it was asked. */
  proposal: jsonb(),
});

/** What whoever is asked reads of an offer; the rest is staff's. */
export const offerColumns = {
  id: offers.id,
  kind: offers.kind,
  requestId: offers.requestId,
  engagementId: offers.engagementId,
  madeByName: offers.madeByName,
  madeAt: offers.madeAt,
  dueAt: offers.dueAt,
  state: offers.state,
  endedAt: offers.endedAt,
  message: offers.message,
};
export type OfferRow = Pick<typeof offers.$inferSelect, keyof typeof offerColumns>;

/** Whom an offer asks; the coach at position 0 is to lead. */
export const offerCoaches = pgTable(
  "offer_coaches",
  {
    offerId: uuid("offer_id").notNull(),
    coachId: text("coach_id").notNull(),
    position: smallint().notNull(),
    answer: text({ enum: OFFER_ANSWERS }),
    answeredAt: instant("answered_at"),
    answeredByName: text("answered_by_name"),
    why: text({ enum: DECLINE_REASONS }),
    note: text(),
  },
  (row) => [primaryKey({ columns: [row.offerId, row.coachId] })],
);
/** What colleagues read of an answer: not why somebody said no. */
export interface OfferCoachRow {
  readonly offerId: string;
  readonly coachId: string;
  readonly position: number;
  readonly answer: OfferAnswer | null;
  readonly answeredAt: Date | null;
}

/** What staff chose between two teams. */
export const matchChoices = pgTable("match_choices", {
  offerId: uuid("offer_id").primaryKey(),
  chosen: jsonb().notNull(),
  other: jsonb().notNull(),
  overridden: boolean().notNull(),
  reason: text(),
  note: text(),
  madeByName: text("made_by_name").notNull(),
  madeAt: instant("made_at").notNull(),
});

export const matchSettings = pgTable("match_settings", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  /** Coaching hours a month that a relationship is expected to take. */
  hoursAMonth: doublePrecision("hours_a_month").notNull().default(2),
  offerHours: integer("offer_hours").notNull().default(48),
  reoffers: boolean().notNull().default(false),
  learnSince: instant("learn_since"),
});
export type MatchSettingsRow = typeof matchSettings.$inferSelect;
