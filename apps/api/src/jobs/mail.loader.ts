import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import { arranged } from "../db/arranged";
import type { Database } from "../db/client";
import { mails } from "./mail.table";

/** What a viewer may know of a mail; the database keeps the rest of the row to itself. */
const SEEN = {
  id: mails.id,
  kind: mails.kind,
  toAddress: mails.toAddress,
  text: mails.text,
  html: mails.html,
  state: mails.state,
  attempts: mails.attempts,
  lastError: mails.lastError,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
};

export type MailRow = Pick<typeof mails.$inferSelect, keyof typeof SEEN>;

/** A mail by its id. */
export const mailById = (db: Database) =>
  new DataLoader<string, MailRow>(async (ids) => {
    const rows = await db.select(SEEN).from(mails).where(inArray(mails.id, [...ids]));
    return arranged("mail", ids, rows, ({ id }) => id);
  });
