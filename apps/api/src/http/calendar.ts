import type { FastifyInstance, FastifyRequest } from "fastify";
import { openLink } from "../access/links/link.queries";
import { networkClock } from "../clock";
import type { Connection } from "../db/client";
import { openOperation } from "../db/operation";
import { getSettings } from "../db/settings.queries";
import { DomainError } from "../errors";
import { feedOf } from "../network/calls/calendar";
import { callsOfFeed } from "../network/calls/plan.queries";

export interface CalendarOptions {
  readonly connection: Connection;
  /** Counts the request against what its sender may. @throws DomainError RATE_LIMITED */
  readonly admit: (request: FastifyRequest) => Promise<unknown>;
}

/** A token of a private link: 256 bits in base64url. */
const TOKEN = /^([\w-]{20,100})\.ics$/;

/**
 * GET /calendar/TOKEN.ics: a coach's calls, from a month ago on, for a calendar that subscribes to them (RFC 5545, RFC 7986). Whoever holds the address reads
 * times and systems; it works until the coach ends it. Every address that does not work is answered alike.
 */
export function mountCalendar(app: FastifyInstance, { connection, admit }: CalendarOptions): void {
  app.get<{ Params: { file: string } }>("/calendar/:file", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    try {
      await admit(request);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const status = error.code === "RATE_LIMITED" ? 429 : 401;
      return reply.code(status).send({ errors: [{ message: error.message, extensions: { code: error.code } }] });
    }
    const token = TOKEN.exec(request.params.file)?.[1];
    const feed = token === undefined ? null : await feedByToken(connection, token, request.id);
    if (feed === null) return reply.code(404).send({ errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND" } }] });
    return reply.type("text/calendar; charset=utf-8").header("content-disposition", 'inline; filename="coaching-calls.ics"').send(feed);
  });
}

/** @returns null where the link never was, or was ended. */
async function feedByToken({ db, cancel }: Connection, token: string, requestId: string): Promise<string | null> {
  const { signal } = new AbortController();
  // Opening a link sets who looks for the rest of the transaction; nothing is written.
  const { db: tx, end } = await openOperation(db, { role: "network_link", accountId: null, requestId, coachId: null, providerId: null, readOnly: false, interruption: { signal, cancel } });
  try {
    const link = await openLink(tx, token);
    if (link?.kind !== "calendar") return null;
    const { demoLoadedAt } = await getSettings(tx);
    const calls = await callsOfFeed(tx, networkClock(demoLoadedAt)());
    return feedOf("Coaching calls", calls.map((call) => ({ ...call, summary: `Coaching call: ${call.systemName}`, organizer: null, attendees: [] })));
  } finally {
    await end("rollback");
  }
}
