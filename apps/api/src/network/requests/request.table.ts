import { bigint, doublePrecision, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { LOCALES, SYSTEM_KINDS, URGENCIES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A system asking for help, once. */
export const requests = pgTable("requests", {
  id: text().primaryKey(),
  systemId: text("system_id").notNull(),
  leaderId: text("leader_id"),
  submittedAt: instant("submitted_at").notNull(),
  /** What is on the leader's mind, in their words. */
  narrative: text(),
  urgency: text({ enum: URGENCIES }),
  /** The form's own clock. */
  secondsToSubmit: integer("seconds_to_submit"),
  withdrawnAt: instant("withdrawn_at"),
  // What this request said about its system and leader, as it was said; systems and leaders are settled from these.
  statedLeaid: text("stated_leaid"),
  statedName: text("stated_name"),
  statedKind: text("stated_kind", { enum: SYSTEM_KINDS }),
  statedSchools: integer("stated_schools"),
  statedEnrollment: integer("stated_enrollment"),
  statedLocale: text("stated_locale", { enum: LOCALES }),
  statedLowIncomeShare: doublePrecision("stated_low_income_share"),
  leaderName: text("leader_name"),
  leaderEmail: text("leader_email"),
  leaderRole: text("leader_role"),
});

/** What the API reads of a request. What it said of its system and leader is read there, where it was settled. */
export const requestColumns = {
  id: requests.id,
  systemId: requests.systemId,
  leaderId: requests.leaderId,
  submittedAt: requests.submittedAt,
  narrative: requests.narrative,
  urgency: requests.urgency,
  secondsToSubmit: requests.secondsToSubmit,
  withdrawnAt: requests.withdrawnAt,
};

export type RequestRow = Pick<typeof requests.$inferSelect, keyof typeof requestColumns>;

/** Every tag given to or taken from a request, by whom and when. Only ever added to. */
export const tagEvents = pgTable("tag_events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  requestId: text("request_id").notNull(),
  topicCode: text("topic_code").notNull(),
  action: text({ enum: ["added", "removed"] }).notNull(),
  /** asked: the leader's own choice; tagged: the network's. */
  stage: text({ enum: ["asked", "tagged"] }).notNull(),
  author: text().notNull(),
  at: instant("at").notNull(),
});

export type TagEventRow = typeof tagEvents.$inferSelect;

/** The tags that stand. A trigger keeps it from tag_events; nothing else writes it. */
export const requestTopics = pgTable(
  "request_topics",
  { requestId: text("request_id").notNull(), topicCode: text("topic_code").notNull() },
  (row) => [primaryKey({ columns: [row.requestId, row.topicCode] })],
);

/** What somebody else would have tagged, having read the request on their own. It changes no tag. */
export const tagOpinions = pgTable(
  "tag_opinions",
  {
    requestId: text("request_id").notNull(),
    topicCode: text("topic_code").notNull(),
    author: text().notNull(),
    at: instant("at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.author, row.topicCode] })],
);
