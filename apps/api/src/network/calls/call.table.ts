import { date, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { SESSION_MODES } from "@arl/schema/enums";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { instant } from "../../db/columns";

/** Who logged a session here; an imported one has no row. */
export const sessionLogs = pgTable("session_logs", {
  sessionId: text("session_id").primaryKey(),
  loggedBy: text("logged_by"),
  loggedByName: text("logged_by_name").notNull(),
  loggedAt: instant("logged_at").notNull(),
  /** A digest of what was said, to know the same sent twice. */
  said: text().notNull(),
});

export const STEP_OWNERS = ["leader", "coach"] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

/** What was agreed in a session to be done next. */
export const sessionSteps = pgTable("session_steps", {
  id: uuid().primaryKey().defaultRandom(),
  sessionId: text("session_id").notNull(),
  engagementId: text("engagement_id").notNull(),
  position: smallint().notNull().default(0),
  text: text().notNull(),
  who: text({ enum: STEP_OWNERS }).notNull().default("leader"),
  due: date({ mode: "string" }),
  /** Null while open. */
  doneAt: instant("done_at"),
});
export type StepRow = typeof sessionSteps.$inferSelect;

/** What was shared in or after a session. */
export const sessionResources = pgTable(
  "session_resources",
  { sessionId: text("session_id").notNull(), resourceId: text("resource_id").notNull() },
  (row) => [primaryKey({ columns: [row.sessionId, row.resourceId] })],
);

/** A call that is agreed on; once held it has a session. */
export const plannedCalls = pgTable("planned_calls", {
  id: uuid().primaryKey(),
  engagementId: text("engagement_id").notNull(),
  startsAt: instant("starts_at").notNull(),
  minutes: smallint().notNull().default(45),
  mode: text({ enum: SESSION_MODES }).notNull().default("video"),
  /** A link or a telephone number; null = not said. */
  place: text(),
  timeZone: text("time_zone").notNull().default(NETWORK_TIME_ZONE),
  madeBy: text("made_by"),
  madeByName: text("made_by_name").notNull(),
  madeAt: instant("made_at").notNull(),
  sequence: integer().notNull().default(0),
  cancelledAt: instant("cancelled_at"),
  remindedAt: instant("reminded_at"),
  sessionId: text("session_id"),
});
export type PlannedCallRow = typeof plannedCalls.$inferSelect;
