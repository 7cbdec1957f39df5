import { resolve } from "node:path";
import type { Logger } from "pino";
import type { Env } from "../env";
import { folderTransport, smtpTransport, type Sender } from "./transport";
import { startWorker, type Scheduled, type Worker } from "./worker";

/** Sends mail, and does what is scheduled; mail goes as the configuration says: through SMTP_URL, else into the folder `outbox` of DATA_DIR. */
export function startMail(databaseUrl: string, env: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "DATA_DIR">, publicUrl: string, log: Logger, scheduled: readonly Scheduled[]): Promise<Worker> {
  const from: Sender = { name: "Coaching network", address: env.MAIL_FROM ?? `no-reply@${domainOf(publicUrl)}` };
  const transport = env.SMTP_URL === undefined ? folderTransport(resolve(env.DATA_DIR, "outbox"), from) : smtpTransport(env.SMTP_URL, from);
  return startWorker({ databaseUrl, transport, publicUrl, log, scheduled });
}

/** Where mail comes from, if not said otherwise; an address that is a number is no domain. */
function domainOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return /[a-z]/i.test(hostname) && !hostname.includes(":") ? hostname : "network.localhost";
}
