import { doublePrecision, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import { TARGET_STEPS } from "./step.enums";

/** Days that each step may take before it is overdue. */
export const deskTargets = pgTable("desk_targets", { step: text({ enum: TARGET_STEPS }).primaryKey(), days: doublePrecision().notNull() });

export const DESK_EVENT_KINDS = ["assigned", "noted", "withdrawn", "reopened", "merged", "unmerged", "answered", "looked_into"] as const;
export type DeskEventKind = (typeof DESK_EVENT_KINDS)[number];

/** What was done at the desk. Only ever added to. */
export const deskEvents = pgTable("desk_events", {
  /** Made by whoever does it: a repeat is known by it. */
  id: uuid().primaryKey(),
  requestId: text("request_id").notNull(),
  kind: text({ enum: DESK_EVENT_KINDS }).notNull(),
  /** To whom it was given, what it was merged with, which question or session it is about. */
  about: text(),
  reason: text(),
  /** Staff's own words. */
  text: text(),
  byId: text("by_id").notNull(),
  byName: text("by_name").notNull(),
  at: instant("at").notNull(),
});
export type DeskEventRow = typeof deskEvents.$inferSelect;

/** A request that is another one told twice. */
export const requestMerges = pgTable("request_merges", {
  mergedId: text("merged_id").primaryKey(),
  keptId: text("kept_id").notNull(),
  topicsAdded: text("topics_added").array().notNull().default([]),
  mergedBy: text("merged_by").notNull(),
  mergedAt: instant("merged_at").notNull(),
});
