import type { Env } from "../env";
import { connect, type Connection, type ConnectOptions } from "./client";
import { openEmbedded } from "./embedded";

export interface OpenDatabase extends Connection {
  /** True for our own server, false for one that DATABASE_URL names. */
  readonly embedded: boolean;
  /** Brings our own server back, where it has died; does nothing about any other. */
  revive(): Promise<unknown>;
  /** Closes the pool and stops our own server, unless somebody else is using it. */
  close(): Promise<void>;
}

/** PostgreSQL before 15 lacks what the row policies and constraints are written with. */
const OLDEST_MAJOR = 15;

/**
 * Connects to the server that DATABASE_URL names, else to the embedded one in DATA_DIR, which is started if need be.
 * @throws Error that a person understands, when there is no server or it is too old.
 */
export async function openDatabase({ DATABASE_URL, DATA_DIR }: Pick<Env, "DATABASE_URL" | "DATA_DIR">, options?: ConnectOptions): Promise<OpenDatabase> {
  const own = DATABASE_URL === undefined ? await openEmbedded(DATA_DIR) : null;
  const connection = connect(own?.url ?? DATABASE_URL ?? "", options);
  const close = async () => {
    const idle = own !== null && !(await isUsedByOthers(connection));
    await connection.end();
    if (idle) await own.stop();
  };
  try {
    await requireVersion(connection);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { ...connection, embedded: own !== null, revive: async () => own?.revive(), close };
}

async function requireVersion({ sql }: Connection): Promise<void> {
  const [row] = await sql<{ major: number }[]>`select current_setting('server_version_num')::int / 10000 as major`.catch((cause: unknown) => {
    throw new Error("The database does not answer; check DATABASE_URL.", { cause });
  });
  if (row && row.major < OLDEST_MAJOR) {
    throw new Error(`DATABASE_URL names a PostgreSQL ${row.major} server; ${OLDEST_MAJOR} or newer is needed.`);
  }
}

/** Whether connections other than those of this pool are open. */
async function isUsedByOthers({ sql }: Connection): Promise<boolean> {
  try {
    const [row] = await sql<{ others: boolean }[]>`
      select exists (
        select from pg_stat_activity where backend_type = 'client backend' and split_part(application_name, ' jobs', 1) <> ${`coaching-network ${process.pid}`}
      ) as others`;
    return row?.others ?? false;
  } catch {
    return true;
  }
}
