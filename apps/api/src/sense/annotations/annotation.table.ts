import { date, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** What happened in the world on a day, or over some. */
export const annotations = pgTable("annotations", {
  id: uuid().primaryKey(),
  onDay: date("on_day", { mode: "string" }).notNull(),
  untilDay: date("until_day", { mode: "string" }),
  text: text().notNull(),
  /** A topic or domain; null = of everything. */
  topicCode: text("topic_code"),
  authorName: text("author_name").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export type AnnotationRow = typeof annotations.$inferSelect;
