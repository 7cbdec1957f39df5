import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import postgres from "postgres";
import { LOCKS } from "./locks";
import type { OpenDatabase } from "./open";

/** Long enough to cost nothing, and short beside the time that the database takes to come up. */
const LOOK_MS = 250;

/** What says whether our own session still has the lock, and takes it where nobody has. */
const CLAIM = `select case when exists (
    select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and classid = 0 and objid = ${LOCKS.server}
  ) then true else pg_try_advisory_lock(${LOCKS.server}) end as ours`;

/**
 * Holds the embedded database for this server as long as its process lives. The lock is a session's, which ends with the database: where that
 * dies, it is brought back and held again.
 * @param lost called where another server has taken it meanwhile.
 * @returns what lets go of it.
 * @throws Error when another server holds it.
 */
export async function claimDatabase({ url, revive }: Pick<OpenDatabase, "url" | "revive">, dataDir: string, log: Pick<Logger, "warn" | "error">, lost: () => void): Promise<() => Promise<void>> {
  const session = postgres(url, { max: 1, backoff: () => 0, connect_timeout: 5, fetch_types: false, onnotice: () => undefined, connection: { application_name: `coaching-network ${process.pid}` } });
  const isOurs = async () => (await session.unsafe<{ ours: boolean }[]>(CLAIM))[0]?.ours ?? false;
  if (!(await isOurs())) {
    await session.end();
    throw new Error(`Another server is already running on DATA_DIR ${dataDir}. Stop it, or give this one a DATA_DIR of its own.`);
  }
  const ended = new AbortController();
  const holding = (async () => {
    for (let isAway = false; !ended.signal.aborted; ) {
      await pause(LOOK_MS, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
      if (ended.signal.aborted) return;
      try {
        if (!(await isOurs())) return lost();
        if (isAway) log.warn("the database is back");
        isAway = false;
      } catch (error) {
        if (ended.signal.aborted) return;
        if (!isAway) log.error({ err: error }, "the database is away");
        isAway = true;
        // While its former processes end it cannot start; the next look tries again.
        await revive().catch((cause: unknown) => log.warn({ err: cause }, "the database did not start yet"));
      }
    }
  })();
  return async () => {
    ended.abort();
    await session.end({ timeout: 1 });
    await holding;
  };
}
