import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A page with everything in its address, under a name. */
export const savedViews = pgTable("saved_views", {
  id: uuid().primaryKey(),
  userId: text("user_id").notNull(),
  ownerName: text("owner_name").notNull(),
  name: text().notNull(),
  /** Within the dashboard. */
  path: text().notNull(),
  /** The address's parameters as they are written, without the question mark. */
  search: text().notNull(),
  /** Roles whose people see it as well. */
  sharedWith: text("shared_with", { enum: ROLES }).array().notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  changedAt: instant("changed_at").notNull().defaultNow(),
});

export type SavedViewRow = typeof savedViews.$inferSelect;
