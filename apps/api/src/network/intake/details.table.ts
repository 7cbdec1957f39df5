import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** A stretch of one weekday in the leader's local time: `day` 1 Monday to 7 Sunday, `from` and `to` in minutes after midnight. */
export interface SuitingWindow {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** What a leader adds to a request when it is in. */
export const requestDetails = pgTable("request_details", {
  requestId: text("request_id").primaryKey(),
  /** IANA name; null where nothing was said of times. */
  timeZone: text("time_zone"),
  windows: jsonb().$type<readonly SuitingWindow[]>().notNull().default([]),
  /** Beside English. */
  languages: text().array().notNull().default([]),
  at: instant("at").notNull(),
});

export type RequestDetailsRow = typeof requestDetails.$inferSelect;
