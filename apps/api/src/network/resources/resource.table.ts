import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { RESOURCE_KINDS } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** Guidance or a tool in the public hub. */
export const resources = pgTable("resources", {
  id: text().primaryKey(),
  title: text().notNull(),
  url: text().notNull(),
  kind: text({ enum: RESOURCE_KINDS }),
  /** Null = shared by nobody in particular. */
  providerId: text("provider_id"),
  publishedAt: instant("published_at"),
  /** Exclusive. */
  retiredAt: instant("retired_at"),
});

export type ResourceRow = typeof resources.$inferSelect;

export const resourceTopics = pgTable(
  "resource_topics",
  { resourceId: text("resource_id").notNull(), topicCode: text("topic_code").notNull() },
  (row) => [primaryKey({ columns: [row.resourceId, row.topicCode] })],
);
