import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** What a person said a request is about, each time one did. */
export const requestTaggings = pgTable("request_taggings", {
  /** Made by the client, so that the same one sent again changes nothing. */
  id: uuid().primaryKey(),
  requestId: text("request_id").notNull(),
  /** NONE = not in the framework. */
  topics: text().array().notNull(),
  authorId: text("author_id").notNull(),
  at: instant("at").notNull(),
});
