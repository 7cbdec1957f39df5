import { boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** A learning call, known by the Monday of its week, from when anything was written about it. */
export const learningCalls = pgTable("learning_calls", { week: date().primaryKey() });

/** What staff made of a sentence of the pack. */
export const learningEdits = pgTable(
  "learning_edits",
  {
    week: date().notNull(),
    sentenceId: text("sentence_id").notNull(),
    /** Null = as it was made. */
    text: text(),
    hidden: boolean().notNull().default(false),
    /** How the sentence read when it was last touched. */
    basedOn: text("based_on").notNull(),
    editedBy: text("edited_by").notNull(),
    editedByName: text("edited_by_name").notNull(),
    editedAt: instant("edited_at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.week, row.sentenceId] })],
);

export type EditRow = typeof learningEdits.$inferSelect;

export const learningNotes = pgTable("learning_notes", {
  id: uuid().primaryKey().defaultRandom(),
  week: date().notNull(),
  text: text().notNull(),
  addedBy: text("added_by").notNull(),
  addedByName: text("added_by_name").notNull(),
  addedAt: instant("added_at").notNull(),
});

export type NoteRow = typeof learningNotes.$inferSelect;

export const COMMITMENT_STATES = ["open", "kept", "dropped"] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** What an organisation said in a call that it would do. */
export const learningCommitments = pgTable("learning_commitments", {
  id: uuid().primaryKey().defaultRandom(),
  /** The call in which it was made. */
  week: date().notNull(),
  providerId: text("provider_id").notNull(),
  /** Null = the organisation. */
  who: text(),
  what: text().notNull(),
  due: date().notNull(),
  state: text({ enum: COMMITMENT_STATES }).notNull().default("open"),
  settledAt: instant("settled_at"),
  settledByName: text("settled_by_name"),
  addedBy: text("added_by").notNull(),
  addedByName: text("added_by_name").notNull(),
  addedAt: instant("added_at").notNull(),
});

export type CommitmentRow = typeof learningCommitments.$inferSelect;

/** A sentence as it was published. */
export interface PublishedSentence {
  readonly id: string;
  readonly section: string;
  readonly text: string;
}

/** What was sent, word for word. */
export const learningEditions = pgTable(
  "learning_editions",
  {
    week: date().notNull(),
    number: integer().notNull(),
    asOf: date("as_of").notNull(),
    sentences: jsonb().$type<readonly PublishedSentence[]>().notNull(),
    /** To how many it was mailed. */
    mailed: integer().notNull().default(0),
    publishedBy: text("published_by").notNull(),
    publishedByName: text("published_by_name").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.week, row.number] })],
);

export type EditionRow = typeof learningEditions.$inferSelect;

/** Who would rather not be mailed the published calls. */
export const learningMailRefusals = pgTable("learning_mail_refusals", { userId: text("user_id").primaryKey() });
