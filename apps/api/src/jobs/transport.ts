import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Options } from "nodemailer/lib/mailer";

/** A message as it is handed over. */
export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** When it was asked for: a repeat bears the same date. */
  readonly date: Date;
  /** Whom an answer reaches; null = nobody. */
  readonly replyTo: Sender | null;
  /** An invitation for the calendar. */
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly ics: string } | null;
  /** Where the reader ends mail of this kind; null = it cannot be done without. */
  readonly stopUrl: string | null;
}

export interface Transport {
  /** Hands a message over. @throws what the mail server or the file system says. */
  send(message: Message): Promise<void>;
  close(): void;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

const SECONDS = 1_000;

/** Hands messages to the server that `url` (smtp:// or smtps://) names. */
export function smtpTransport(url: string, from: Sender): Transport {
  const transport = createTransport({ url, connectionTimeout: 10 * SECONDS, greetingTimeout: 10 * SECONDS, socketTimeout: 20 * SECONDS });
  return { send: async (message) => void (await transport.sendMail(mailOf(message, from))), close: () => transport.close() };
}

/** Writes messages into a folder as .eml files, one for each mail, readable by the owner only. */
export function folderTransport(folder: string, from: Sender): Transport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    send: async (message) => {
      const { message: written } = await transport.sendMail(mailOf(message, from));
      await writeWhole(folder, `${message.date.toISOString().replace(/[:.]/g, "-")}-${message.kind}-${message.id}.eml`, written as Buffer);
    },
    close: () => transport.close(),
  };
}

/** Nobody sees half a file: it gets its name when all of it is on the disk. */
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${name}.part`);
  const file = await open(unfinished, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}

function mailOf({ to, subject, text, html, messageId, date, replyTo, calendar, stopUrl }: Message, from: Sender): Options {
  return {
    from,
    // As one address, whatever is in it: never read as a list.
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId,
    date,
    ...(replyTo && { replyTo }),
    ...(calendar && { icalEvent: { method: calendar.method, filename: "call.ics", content: calendar.ics } }),
    // One click ends it, as RFC 8058 has it.
    headers: { "Auto-Submitted": "auto-generated", ...(stopUrl && { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
