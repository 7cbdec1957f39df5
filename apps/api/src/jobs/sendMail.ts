import type { Task } from "graphile-worker";
import { z } from "zod";
import { envelopePayload, type Envelope } from "./envelope";
import { render } from "./mails/render";
import { isRefused, keepText, linkFor, markFailed, markSent, takeMail, type OutgoingMail, type PgClient } from "./sending.queries";
import type { Transport } from "./transport";

export interface SendMailOptions {
  readonly transport: Transport;
  /** Where the network is reached. */
  readonly publicUrl: string;
}

const job = z.object({ mailId: z.uuid() });

const LONGEST_ERROR = 500;

/**
 * The job that sends one mail. It may run more than once for one mail, since a process can end between handing it over and
 * saying so; the Message-ID is the same each time.
 */
export function sendMail({ transport, publicUrl }: SendMailOptions): Task {
  return async (payload, { job: { attempts, max_attempts }, withPgClient }) => {
    const withClient = <T>(work: (client: PgClient) => Promise<T>) => withPgClient((client) => work(client as unknown as PgClient));
    const mail = await withClient((client) => takeMail(client, job.parse(payload).mailId));
    if (!mail) return;
    try {
      const envelope = envelopePayload.parse(mail.payload);
      if (envelope.canStop && (await withClient((client) => isRefused(client, mail.kind, mail.toAddress)))) {
        await withClient((client) => markFailed(client, mail.id, "The address wants no mail of this kind.", true));
        return;
      }
      const links = await withClient((client) => linksOf(client, mail, envelope));
      const said = render({ ...mail, payload: { ...mail.payload, ...links.payload } }, publicUrl);
      if (mail.demo) await withClient((client) => keepText(client, mail.id, said.text, said.html));
      const stopUrl = links.stop && new URL(links.stop, publicUrl).href;
      const { id, kind, messageId, toAddress: to, createdAt: date } = mail;
      await transport.send({ ...said, id, kind, to, messageId, date, stopUrl, replyTo: envelope.replyTo ?? null, calendar: envelope.calendar ?? null });
    } catch (error) {
      const hopeless = isRefusal(error);
      await withClient((client) => markFailed(client, mail.id, told(error), hopeless || attempts >= max_attempts));
      if (hopeless) return;
      throw error;
    }
    await withClient((client) => markSent(client, mail satisfies OutgoingMail));
  };
}

/** The private links that a mail bears, made anew each time it is sent: nothing that lets anybody in is kept. */
async function linksOf(client: PgClient, { kind, toAddress }: OutgoingMail, { linkTo, canStop }: Envelope) {
  return {
    payload: linkTo ? { link: await linkFor(client, linkTo.kind, linkTo.subjectId, toAddress) } : {},
    stop: canStop ? await linkFor(client, "mail", `${kind} ${toAddress.toLowerCase()}`, toAddress) : null,
  };
}

/** The server said for good that it takes no such mail; a wrong password or a full mailbox may pass. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (code === "EENVELOPE" || code === "EMESSAGE") && typeof responseCode === "number" && responseCode >= 500;
}

/** What went wrong, for staff; what a template lacked is told without what the payload held. */
function told(error: unknown): string {
  if (error instanceof z.ZodError) return `The mail lacks ${error.issues.map(({ path }) => path.join(".")).join(", ")}.`;
  return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
}
