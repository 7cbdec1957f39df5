import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** Domains, their topics, and NONE for what the framework does not name. A code is never used again for something else. */
export const topics = pgTable("topics", {
  code: text().primaryKey(),
  kind: text({ enum: ["domain", "topic", "outside"] }).notNull(),
  label: text().notNull(),
  definition: text().notNull(),
  /** Null for a domain and for NONE. */
  domainCode: text("domain_code"),
  /** The framework's own order. */
  position: integer().notNull(),
});

export type TopicRow = typeof topics.$inferSelect;

export const frameworkVersions = pgTable("framework_versions", {
  id: integer().primaryKey(),
  label: text().notNull(),
  publishedAt: instant("published_at").notNull(),
});

export const frameworkVersionTopics = pgTable(
  "framework_version_topics",
  { versionId: integer("version_id").notNull(), topicCode: text("topic_code").notNull() },
  (row) => [primaryKey({ columns: [row.versionId, row.topicCode] })],
);

/** Where a topic of one version went in the next; several rows where it was split or merged. */
export const frameworkCrosswalk = pgTable(
  "framework_crosswalk",
  {
    fromVersionId: integer("from_version_id").notNull(),
    toVersionId: integer("to_version_id").notNull(),
    fromTopicCode: text("from_topic_code").notNull(),
    toTopicCode: text("to_topic_code").notNull(),
  },
  (row) => [primaryKey({ columns: [row.fromVersionId, row.toVersionId, row.fromTopicCode, row.toTopicCode] })],
);
