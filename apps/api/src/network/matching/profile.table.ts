import { date, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { ENROLLMENT_BANDS, LOCALES } from "@arl/schema/enums";
import type { WeeklyWindow } from "@arl/analysis/matching/ask";
import { instant } from "../../db/columns";

/** What the import does not know of a coach. */
export const coachProfiles = pgTable("coach_profiles", {
  coachId: text("coach_id").primaryKey(),
  /** Beside English. */
  languages: text().array().notNull().default([]),
  timeZone: text("time_zone"),
  windows: jsonb().$type<readonly WeeklyWindow[]>().notNull().default([]),
  /** Null = no bound but the hours. */
  maxRelationships: smallint("max_relationships"),
  locales: text({ enum: LOCALES }).array().notNull().default([]),
  enrollmentBands: text("enrollment_bands", { enum: ENROLLMENT_BANDS }).array().notNull().default([]),
  /** The first day on which they take on new work again. */
  pausedUntil: date("paused_until", { mode: "string" }),
  updatedByName: text("updated_by_name").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type CoachProfileRow = typeof coachProfiles.$inferSelect;

export const EXCLUSION_REASONS = ["leader_said_no", "conflict_of_interest"] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Who is not to be matched with a system: a coach, or all of an organisation. */
export const matchExclusions = pgTable("match_exclusions", {
  id: uuid().primaryKey(),
  coachId: text("coach_id"),
  providerId: text("provider_id"),
  systemId: text("system_id").notNull(),
  why: text({ enum: EXCLUSION_REASONS }).notNull(),
  note: text(),
  madeByName: text("made_by_name").notNull(),
  madeAt: instant("made_at").notNull(),
  endedByName: text("ended_by_name"),
  endedAt: instant("ended_at"),
});
export type ExclusionRow = typeof matchExclusions.$inferSelect;
