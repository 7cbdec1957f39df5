import { date, doublePrecision, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** How a system's own people coach: in "Plus" teams of expert teachers, or each other. */
export const OWN_MODELS = ["plus_team", "peer"] as const;
export type OwnModel = (typeof OWN_MODELS)[number];

/** Coaching days that a system's own people offer. */
export const capacityOffers = pgTable("capacity_offers", {
  id: uuid().primaryKey(),
  systemId: text("system_id").notNull(),
  model: text({ enum: OWN_MODELS }).notNull(),
  schools: integer().notNull(),
  /** Who coach. */
  people: integer().notNull(),
  /** Who are coached; null = not known. */
  teachers: integer(),
  daysPerMonth: doublePrecision("days_per_month").notNull(),
  activeFrom: date("active_from", { mode: "string" }).notNull(),
  /** The first day on which they no longer do. */
  activeTo: date("active_to", { mode: "string" }),
  statedByName: text("stated_by_name").notNull(),
  statedAt: instant("stated_at").notNull(),
});
export type CapacityOfferRow = typeof capacityOffers.$inferSelect;

/** How many of them were used in a month, given by its first day. */
export const capacityUses = pgTable(
  "capacity_uses",
  {
    offerId: uuid("offer_id").notNull(),
    month: date({ mode: "string" }).notNull(),
    days: doublePrecision().notNull(),
    reportedByName: text("reported_by_name").notNull(),
    reportedAt: instant("reported_at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.offerId, row.month] })],
);
export type CapacityUseRow = typeof capacityUses.$inferSelect;
