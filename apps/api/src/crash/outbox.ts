import { readdirSync, readFileSync } from "node:fs";
import type { MailRow } from "./traces.queries";

export interface Delivery {
  readonly sent: number;
  /** Not sent yet, with a job that will. */
  readonly waiting: number;
  /** Tried more than once. */
  readonly repeated: number;
  /** Given up; or waiting without a job; or said to be sent and not in the outbox. */
  readonly lost: number;
  /** Messages in the outbox that nobody asked for, or whose Message-ID is not the mail's. */
  readonly strange: number;
}

/** Compares the mails of the table with the messages in the outbox's folder. */
export function compareOutbox(mails: readonly MailRow[], folder: string): Delivery {
  const ids = new Map(mails.map((mail) => [mail.messageId, mail]));
  const found = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".eml"))) {
    const id = /^message-id:\s*(<[^>]+>)/im.exec(readFileSync(`${folder}/${file}`, "utf8"))?.[1] ?? file;
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  const count = (holds: (mail: MailRow) => boolean) => mails.filter(holds).length;
  return {
    sent: count(({ state }) => state === "sent"),
    waiting: count(({ state, queued }) => state === "waiting" && queued),
    repeated: count(({ attempts }) => attempts > 1),
    lost: count(({ state, queued, messageId }) => state === "failed" || (state === "waiting" && !queued) || (state === "sent" && !found.has(messageId))),
    strange: [...found].filter(([id, files]) => !ids.has(id) || files > 1).length,
  };
}
