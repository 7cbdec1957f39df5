import { doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** What a method proposed for a request, before anybody tagged it. */
export const tagSuggestions = pgTable(
  "tag_suggestions",
  {
    requestId: text("request_id").notNull(),
    topicCode: text("topic_code").notNull(),
    /** 1 = the first that was shown. */
    rank: smallint().notNull(),
    /** What the method took its own chance of being right for; null where it says none. */
    confidence: doublePrecision(),
    method: text().notNull(),
    at: instant("at").notNull(),
    /** Where the words stand that speak for it, in UTF-16 units of the narrative; null where no single word does. */
    needStart: integer("need_start"),
    needEnd: integer("need_end"),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.method, row.topicCode] })],
);
