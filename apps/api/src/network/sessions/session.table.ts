import { boolean, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { SESSION_MODES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A held call. */
export const sessions = pgTable("sessions", {
  id: text().primaryKey(),
  engagementId: text("engagement_id").notNull(),
  heldAt: instant("held_at").notNull(),
  /** 1 to 600. */
  minutes: smallint(),
  mode: text({ enum: SESSION_MODES }),
  /** 1 stabilise, 2 define, 3 plan and implement, 4 redesign. */
  challengeLevel: smallint("challenge_level"),
});

export type SessionRow = typeof sessions.$inferSelect;

/** Who coached the session; no row = the engagement's coaches. */
export const sessionCoaches = pgTable(
  "session_coaches",
  { sessionId: text("session_id").notNull(), coachId: text("coach_id").notNull() },
  (row) => [primaryKey({ columns: [row.sessionId, row.coachId] })],
);

/** What was coached; no row = the topics of the request. */
export const sessionTopics = pgTable(
  "session_topics",
  { sessionId: text("session_id").notNull(), topicCode: text("topic_code").notNull() },
  (row) => [primaryKey({ columns: [row.sessionId, row.topicCode] })],
);

/** For the engagement's coaches only, so apart from the session. */
export const sessionNotes = pgTable("session_notes", {
  sessionId: text("session_id").primaryKey(),
  note: text().notNull(),
});

/** The leader's word on one session. */
export const ratings = pgTable("ratings", {
  sessionId: text("session_id").primaryKey(),
  ratedAt: instant("rated_at").notNull(),
  /** 1 to 5. */
  rating: smallint().notNull(),
  /** Null = not said. */
  wantsMore: boolean("wants_more"),
  comment: text(),
});

export type RatingRow = typeof ratings.$inferSelect;
