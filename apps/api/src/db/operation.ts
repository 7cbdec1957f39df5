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
  readonly coachId: string | null;
  readonly providerId: string | null;
  /** Reads see one snapshot and cannot write. */
  readonly readOnly: boolean;
}

class TakenBack extends Error {}

/**
 * Opens the transaction in which a whole operation runs: one viewer, one snapshot.
 * It stays open until `end`; the connection goes back to the pool without role or viewer.
 */
export async function openOperation(
  pool: PostgresJsDatabase<Record<string, never>>,
  { role, coachId, providerId, readOnly }: OperationOptions,
): Promise<Operation> {
  const started = Promise.withResolvers<Database>();
  const ended = Promise.withResolvers<void>();
  const finished = pool
    .transaction(
      async (tx) => {
        await tx.execute(sql`select set_config('role', ${role}, true),
          set_config('viewer.coach_id', ${coachId ?? ""}, true), set_config('viewer.provider_id', ${providerId ?? ""}, true)`);
        started.resolve(tx);
        await ended.promise;
      },
      { isolationLevel: "repeatable read", accessMode: readOnly ? "read only" : "read write" },
    )
    .catch((error: unknown) => {
      started.reject(error);
      if (!(error instanceof TakenBack)) throw error;
    });
  const db = await started.promise.catch(async (error: unknown) => {
    await finished.catch(() => undefined);
    throw error;
  });
  return {
    db,
    end: (outcome) => {
      if (outcome === "commit") ended.resolve();
      else ended.reject(new TakenBack());
      return finished;
    },
  };
}
