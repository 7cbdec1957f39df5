import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../db/columns";

/** Every kind of mail that the network sends; each has its template in mails/. */
export const MAIL_KINDS = ["invitation", "password_reset", "magic_link", "password_changed", "key_made", "learning_call", "alert"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const MAIL_STATES = ["waiting", "sent", "failed"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Mail that was asked for, with what became of it. */
export const mails = pgTable("mails", {
  id: uuid().primaryKey(),
  kind: text({ enum: MAIL_KINDS }).notNull(),
  toAddress: text("to_address").notNull(),
  payload: jsonb().notNull().default({}),
  /** As it was sent; in a demo network only. */
  text: text(),
  html: text(),
  messageId: text("message_id").notNull(),
  state: text({ enum: MAIL_STATES }).notNull().default("waiting"),
  attempts: integer().notNull().default(0),
  lastError: text("last_error"),
  createdAt: instant("created_at").notNull().defaultNow(),
  sentAt: instant("sent_at"),
});
