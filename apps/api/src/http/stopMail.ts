import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openLink } from "../access/links/link.queries";
import type { Connection } from "../db/client";
import { openOperation } from "../db/operation";
import { DomainError } from "../errors";
import { mailOfLink, stop } from "../network/stopMail/stopMail.queries";

interface StopMailOptions {
  readonly connection: Pick<Connection, "db">;
  /** Counts a request. @throws DomainError RATE_LIMITED */
  readonly admit: (request: FastifyRequest) => Promise<void>;
}

/**
 * POST /stop/TOKEN: the button that mail programs show beside a mail that names it, as RFC 8058 has it. Whatever the body says, it ends mail of
 * that kind to that address, without a page in between; GET is the page, and ends nothing.
 */
export function mountStopMail(app: FastifyInstance, { connection, admit }: StopMailOptions): void {
  app.post<{ Params: { token: string } }>("/stop/:token", async (request, reply) => {
    try {
      await admit(request);
    } catch (error) {
      if (error instanceof DomainError) return answer(reply.header("retry-after", "60"), 429, error.message, error.code);
      throw error;
    }
    const isEnded = await endMail(connection, request.params.token, request.id);
    return isEnded ? reply.code(200).send({ stopped: true }) : answer(reply, 404, "This link does not work any more.", "NOT_FOUND");
  });
}

const answer = (reply: FastifyReply, status: number, message: string, code: string) => reply.code(status).send({ errors: [{ message, extensions: { code } }] });

/** @returns whether the token is that of a mail's link. */
async function endMail({ db }: Pick<Connection, "db">, token: string, requestId: string): Promise<boolean> {
  const operation = await openOperation(db, { role: "network_link", accountId: null, requestId, coachId: null, providerId: null, readOnly: false });
  try {
    const link = await openLink(operation.db, token);
    if (link?.kind === "mail") await stop(operation.db, mailOfLink(link.subjectId));
    await operation.end("commit");
    return link?.kind === "mail";
  } catch (error) {
    await operation.end("rollback");
    throw error;
  }
}
