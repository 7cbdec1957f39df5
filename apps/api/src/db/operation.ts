import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Database } from "./client";

/** One GraphQL operation's transaction. */
export interface Operation {
  readonly db: Database;
  /** Commits, or takes everything back. Safe to call twice. */
  end(outcome: "commit" | "rollback"): Promise<void>;
}

export interface OperationOptions {
  /** The database role of the viewer, whose row policies hold. */
  readonly role: string;
  /** Whose operation it is, for the audit trail; null for the public. */
  readonly accountId: string | null;
  readonly requestId: string;
  readonly coachId: string | null;
  readonly providerId: string | null;
  /** Reads see one snapshot and cannot write. */
  readonly readOnly: boolean;
}

class TakenBack extends Error {}

/**
 * Opens the transaction in which a whole operation runs: one viewer, one snapshot.
 * It stays open until `end`; the connection goes back to the pool without role or viewer.
 * @throws whatever the database says when it cannot be opened.
 */
export async function openOperation(
  pool: PostgresJsDatabase<Record<string, never>>,
  { role, accountId, requestId, coachId, providerId, readOnly }: OperationOptions,
): Promise<Operation> {
  const started = Promise.withResolvers<Database>();
  const ended = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<never>();
  const transaction = pool.transaction(
    async (tx) => {
      failWhen(lost.promise, tx);
      started.resolve(tx);
      await ended.promise;
    },
    { isolationLevel: "repeatable read", accessMode: readOnly ? "read only" : "read write" },
  );
  const finished = transaction.catch((error: unknown) => {
    started.reject(error);
    lost.reject(error);
    if (!(error instanceof TakenBack)) throw error;
  });
  // Each may fail while nobody is waiting for it: when the connection is cut, all of them do.
  for (const each of [finished, lost.promise, ended.promise]) each.catch(() => undefined);

  let isLost = false;
  lost.promise.catch(() => (isLost = true));
  const end: Operation["end"] = async (outcome) => {
    // Nothing more may be sent on a connection that is gone, not even that it is over.
    if (isLost) return outcome === "commit" && !readOnly ? finished : undefined;
    if (outcome === "commit") ended.resolve();
    else ended.reject(new TakenBack());
    await finished;
  };
  const db = await started.promise;
  try {
    await db.execute(sql`select set_config('role', ${role}, true),
      set_config('viewer.account_id', ${accountId ?? ""}, true), set_config('viewer.request_id', ${requestId}, true),
      set_config('viewer.coach_id', ${coachId ?? ""}, true), set_config('viewer.provider_id', ${providerId ?? ""}, true)`);
  } catch (error) {
    await end("rollback").catch(() => undefined);
    throw error;
  }
  return { db, end };
}

interface Prepared {
  execute(...values: unknown[]): Promise<unknown>;
}

interface Session {
  prepareQuery(...about: unknown[]): Prepared;
}

/**
 * Lets no query of a transaction outlive its connection. The driver leaves queries that were waiting in line without an
 * answer, and what is sent afterwards brings the process down.
 */
function failWhen(lost: Promise<never>, tx: Database): void {
  let isLost = false;
  lost.catch(() => (isLost = true));
  const session = tx._.session as unknown as Session;
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...about) => {
    const prepared = prepareQuery(...about);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (...values) => (isLost ? lost : Promise.race([execute(...values), lost]));
    return prepared;
  };
}
