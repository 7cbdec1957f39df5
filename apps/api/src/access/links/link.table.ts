import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";
import type { LinkKind } from "./link";

/** Private links, by the hash of their token. No role reads them; functions of the database open, make and end them. */
export const links = pgTable("links", {
  id: uuid().primaryKey().defaultRandom(),
  kind: text().$type<LinkKind>().notNull(),
  subjectId: text("subject_id").notNull(),
  tokenHash: text("token_hash").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  expiresAt: instant("expires_at"),
  endedAt: instant("ended_at"),
  /** The address of the mail that it went out in; null = it was given on a page. */
  sentTo: text("sent_to"),
});
