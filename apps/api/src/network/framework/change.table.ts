import { bigint, boolean, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import type { NewTopic } from "./draft";

/** What the draft of the next version does, and, once it is published, what that version did. */
export const frameworkChanges = pgTable("framework_changes", {
  id: uuid().primaryKey(),
  /** The order in which they were made. */
  number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
  kind: text({ enum: ["add", "rename", "split", "merge", "retire"] }).notNull(),
  /** The topics of the version before that it is about. */
  topics: text().array().notNull(),
  newTopics: jsonb("new_topics").$type<readonly NewTopic[]>().notNull(),
  /** What they are merged into, where that is there already. */
  intoCode: text("into_code"),
  label: text(),
  definition: text(),
  authorId: text("author_id").notNull(),
  authorName: text("author_name").notNull(),
  at: instant("at").notNull(),
  /** Null = in the draft. */
  versionId: integer("version_id"),
});

export type FrameworkChangeRow = typeof frameworkChanges.$inferSelect;

/** Every row that stands under another code than it did. */
export const topicReexpressions = pgTable("topic_reexpressions", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  versionId: integer("version_id").notNull(),
  subjectKind: text("subject_kind", { enum: ["request", "session", "coach", "resource", "annotation"] }).notNull(),
  subjectId: text("subject_id").notNull(),
  fromTopicCode: text("from_topic_code").notNull(),
  toTopicCode: text("to_topic_code").notNull(),
  already: boolean().notNull(),
  by: text({ enum: ["crosswalk", "person"] }).notNull(),
  byName: text("by_name").notNull(),
  at: instant("at").notNull(),
});
