import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

/** What a process hears on a channel of the database. */
export interface Channel {
  /** Calls `hear` with each message, and with null where some may have been missed. @returns what ends that. */
  listen(hear: (message: string | null) => void): () => void;
  end(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Listens on a channel over one connection of its own, which is opened when somebody first listens and again whenever it breaks.
 * @param name lower-case letters; it is part of the statement.
 */
export function openChannel(url: string, name: string): Channel {
  const heard = new Set<(message: string | null) => void>();
  const tell = (message: string | null) => heard.forEach((hear) => hear(message));
  let running: Promise<void> | undefined;
  let client: postgres.Sql | undefined;
  const ended = new AbortController();

  const run = async () => {
    for (let wait = FIRST_PAUSE_MS; !ended.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const closed = Promise.withResolvers<void>();
      client = listener(url, (channel, message) => channel === name && tell(message), closed.resolve);
      try {
        await client.unsafe(`listen ${name}`);
        wait = FIRST_PAUSE_MS;
        // Whatever was said while nobody listened is not said again.
        tell(null);
        await closed.promise;
      } catch {
        // The database is away; it is asked again after a pause.
      }
      await client.end({ timeout: 1 }).catch(() => undefined);
      await pause(wait, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    listen(hear) {
      heard.add(hear);
      running ??= run();
      return () => heard.delete(hear);
    },
    async end() {
      ended.abort();
      heard.clear();
      await client?.end({ timeout: 1 }).catch(() => undefined);
      await running;
    },
  };
}

/** The driver's own `listen` gives up when the database is away for longer than it takes to connect. */
function listener(url: string, onnotify: (channel: string, message: string) => void, onclose: () => void): postgres.Sql {
  const options = { max: 1, idle_timeout: 0, max_lifetime: null, fetch_types: false, connect_timeout: 5, onnotice: () => undefined, connection: { application_name: `coaching-network ${process.pid}` }, onnotify, onclose };
  return postgres(url, options);
}
