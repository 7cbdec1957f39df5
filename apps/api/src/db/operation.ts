import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Database } from "./client";
import { Interrupted, repeatWhile, type Interruption } from "./interruption";

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
  /** The API key that it came with. */
  readonly keyId?: string | null;
  readonly requestId: string;
  readonly coachId: string | null;
  readonly providerId: string | null;
  /** Reads see one snapshot and cannot write. */
  readonly readOnly: boolean;
  /** Without it, only the time limit of statements ends the operation early. */
  readonly interruption?: Interruption;
}

class TakenBack extends Error {}

/** How long an operation waits for another's lock, and how long it may hold its own while it asks for nothing. */
const LOCK_WAIT = "2s";
const LONGEST_PAUSE = "10s";

/**
 * Opens the transaction in which a whole operation runs: one viewer, and for what only reads one snapshot.
 * It stays open until `end`; the connection goes back to the pool without role or viewer.
 * Interrupted, it is taken back at once: the statement that runs is cancelled and no further one is sent.
 * @throws whatever the database says when it cannot be opened, or an error of PostgreSQL's code 57014 when it is interrupted.
 */
export async function openOperation(
  pool: PostgresJsDatabase<Record<string, never>>,
  { readOnly, interruption, ...viewer }: OperationOptions,
): Promise<Operation> {
  if (interruption?.signal.aborted) throw new Interrupted();
  const course = new Course(interruption?.cancel ?? null);
  const { started, ended, broken } = course;
  const transaction = pool.transaction(
    async (tx) => {
      watch(tx, course);
      started.resolve(tx);
      await ended.promise;
    },
    // Figures of one page are of one moment. A write that waited for another's has to see what that did.
    readOnly ? { isolationLevel: "repeatable read", accessMode: "read only" } : { isolationLevel: "read committed", accessMode: "read write" },
  );
  const finished = transaction
    .finally(() => (course.isOver = true))
    .catch((error: unknown) => {
      for (const each of [started, broken]) each.reject(error);
      if (!(error instanceof TakenBack)) throw error;
    });
  // Each may fail while nobody is waiting for it: when the connection is cut, all of them do.
  for (const each of [finished, broken.promise, ended.promise]) each.catch(() => undefined);

  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    void course.takeBack();
  };
  const { signal } = interruption ?? {};
  signal?.addEventListener("abort", interrupt, { once: true });
  const end: Operation["end"] = async (outcome) => {
    signal?.removeEventListener("abort", interrupt);
    if (outcome === "commit" && !readOnly && isInterrupted) throw new Interrupted();
    // Nothing more may be sent on a connection that is gone, not even that it is over.
    if (course.isOver) return outcome === "commit" && !readOnly ? finished : undefined;
    if (outcome === "commit" && !isInterrupted) ended.resolve();
    else await course.takeBack();
    await finished;
  };
  const db = await Promise.race([started.promise, broken.promise]);
  try {
    course.backend = await become(db, viewer);
  } catch (error) {
    await end("rollback").catch(() => undefined);
    throw error;
  }
  return { db, end };
}

/** How far a transaction has come. */
class Course {
  readonly started = Promise.withResolvers<Database>();
  readonly ended = Promise.withResolvers<void>();
  /** Fails when nothing more can be asked: the connection is gone, or the transaction is being taken back. */
  readonly broken = Promise.withResolvers<never>();
  isOver = false;
  /** Statements that were sent and have no answer yet. */
  running = 0;
  /** The database's process that serves it, once that is known. */
  backend: number | null = null;
  readonly #cancel: Interruption["cancel"] | null;
  #takingBack: Promise<void> | null = null;

  constructor(cancel: Interruption["cancel"] | null) {
    this.#cancel = cancel;
  }

  /** Sends no further statement, cancels those that run, and only then lets go of the connection: nobody else's may be hit. */
  takeBack(): Promise<void> {
    this.#takingBack ??= this.#takeBack();
    return this.#takingBack;
  }

  async #takeBack(): Promise<void> {
    this.broken.reject(new Interrupted());
    const [cancel, backend] = [this.#cancel, this.backend];
    if (cancel && backend !== null) await repeatWhile(() => this.running > 0 && !this.isOver, () => cancel(backend));
    this.ended.reject(new TakenBack());
  }
}

/** Gives the transaction its viewer and its limits. @returns the id of the database's process that serves it. */
async function become(db: Database, { role, accountId, keyId, requestId, coachId, providerId }: Omit<OperationOptions, "readOnly" | "interruption">): Promise<number> {
  const [row] = await db.execute<{ backend: number }>(sql`select pg_backend_pid() as backend, set_config('role', ${role}, true),
    set_config('viewer.account_id', ${accountId ?? ""}, true), set_config('viewer.key_id', ${keyId ?? ""}, true), set_config('viewer.request_id', ${requestId}, true),
    set_config('viewer.coach_id', ${coachId ?? ""}, true), set_config('viewer.provider_id', ${providerId ?? ""}, true),
    set_config('lock_timeout', ${LOCK_WAIT}, true), set_config('idle_in_transaction_session_timeout', ${LONGEST_PAUSE}, true)`);
  return row?.backend ?? 0;
}

interface Prepared {
  execute(...values: unknown[]): Promise<unknown>;
}

interface Session {
  prepareQuery(...about: unknown[]): Prepared;
}

/**
 * Counts a transaction's queries, and lets none outlive its connection. The driver leaves queries that were waiting in
 * line without an answer, and what is sent afterwards brings the process down.
 */
function watch(tx: Database, course: Course): void {
  const broken = course.broken.promise;
  let isBroken = false;
  broken.catch(() => (isBroken = true));
  const session = tx._.session as unknown as Session;
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...about) => {
    const prepared = prepareQuery(...about);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (...values) => {
      if (isBroken) return broken;
      course.running += 1;
      return Promise.race([execute(...values).finally(() => (course.running -= 1)), broken]);
    };
    return prepared;
  };
}
