import { sql } from "drizzle-orm";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** How a topic stands: in the framework, or in its history alone. */
export const TOPIC_STANDINGS = ["current", "divided", "retired", "merged"] as const;

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
  standing: text({ enum: TOPIC_STANDINGS }).notNull().default("current"),
  /** The first version that it is no topic of; null while it is one. */
  endedIn: integer("ended_in"),
});

/** What of a topic is told; how it stands is read where that matters. */
export type TopicRow = Omit<typeof topics.$inferSelect, "standing" | "endedIn"> & Partial<Pick<typeof topics.$inferSelect, "standing" | "endedIn">>;

/** Whether lists show a row of `topics`: not where it was merged, nor where it was divided or retired and nothing is left under it. */
export const isListed = sql<boolean>`(topics.code in (select listed_topics()))`;

export const frameworkVersions = pgTable("framework_versions", {
  id: integer().primaryKey(),
  label: text().notNull(),
  publishedAt: instant("published_at").notNull(),
  /** Null = the one the repository ships. */
  publishedByName: text("published_by_name"),
});

/** A version's topics as they were in it. */
export const frameworkVersionTopics = pgTable(
  "framework_version_topics",
  {
    versionId: integer("version_id").notNull(),
    topicCode: text("topic_code").notNull(),
    label: text().notNull(),
    definition: text().notNull(),
    domainCode: text("domain_code"),
    position: integer().notNull(),
  },
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
