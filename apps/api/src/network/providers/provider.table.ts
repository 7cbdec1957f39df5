import { getTableColumns } from "drizzle-orm";
import { doublePrecision, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { COACH_ROLES, PROVIDER_KINDS } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** An organisation whose coaches work in the network; the hub is one of them. */
export const providers = pgTable("providers", {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: PROVIDER_KINDS }).notNull().default("provider"),
  website: text(),
});

export type ProviderRow = typeof providers.$inferSelect;

export const coaches = pgTable("coaches", {
  id: text().primaryKey(),
  providerId: text("provider_id").notNull(),
  name: text().notNull(),
  email: text(),
  role: text({ enum: COACH_ROLES }).notNull().default("generalist"),
  /** Coaching hours offered a month; null = not known, counted in no capacity. */
  hoursPerMonth: doublePrecision("hours_per_month"),
  activeFrom: instant("active_from"),
  /** Exclusive. */
  activeTo: instant("active_to"),
});

/** What the API reads of a coach. Their address is the hub's to know: colleagues have no right to the column. */
export const coachColumns = (({ email: _unread, ...read }) => read)(getTableColumns(coaches));

export type CoachRow = Omit<typeof coaches.$inferSelect, "email">;

/** What a coach is strong in. */
export const coachTopics = pgTable(
  "coach_topics",
  { coachId: text("coach_id").notNull(), topicCode: text("topic_code").notNull() },
  (row) => [primaryKey({ columns: [row.coachId, row.topicCode] })],
);

/** The states a coach serves; no row = any. */
export const coachStates = pgTable(
  "coach_states",
  { coachId: text("coach_id").notNull(), stateCode: text("state_code").notNull() },
  (row) => [primaryKey({ columns: [row.coachId, row.stateCode] })],
);
