import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../db/columns";

/** Every kind of mail that the network sends; each has its template in mails/. */
export const MAIL_KINDS = [
  "invitation", "password_reset", "magic_link", "password_changed", "key_made", "learning_call", "alert",
  // To a leader.
  "request_received", "colleague_added", "request_matched", "leader_answered", "call_planned", "call_reminder", "call_cancelled", "rate_call", "specialist_joins",
  "referral_consent", "referral_on_its_way", "referral_outcome", "request_closed",
  // To a coach.
  "offer_made", "offer_reminder", "offer_withdrawn", "engagement_begun", "leader_asks_more",
  // To whom a request is sent on.
  "referral_sent",
  // To staff.
  "request_new", "offer_answered", "referral_answered", "desk_digest",
] as const;
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
  /** The request that it is about; null = none. */
  requestId: text("request_id"),
});

/** Addresses that want no mail of a kind. */
export const mailRefusals = pgTable(
  "mail_refusals",
  { kind: text({ enum: MAIL_KINDS }).notNull(), address: text().notNull(), at: instant("at").notNull().defaultNow() },
  (row) => [primaryKey({ columns: [row.kind, row.address] })],
);
