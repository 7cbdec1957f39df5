import { createRequire } from "node:module";
import { Logger, runMigrations, type SharedOptions } from "graphile-worker";

/** A pool of the job queue's own driver. */
export type JobPool = NonNullable<SharedOptions["pgPool"]>;

interface PoolOptions {
  readonly connectionString: string;
  readonly max: number;
  readonly application_name: string;
}

/** The driver comes without types of its own; the job queue's say what a pool is. */
const { Pool } = createRequire(import.meta.url)("pg") as { Pool: new (options: PoolOptions) => JobPool };

/** Opens a pool for the job queue; connects on first use. Given to the job queue, it is ours to end, and to wait for. */
export function openJobPool(url: string, max: number): JobPool {
  const pool = new Pool({ connectionString: url, max, application_name: `coaching-network ${process.pid} jobs` });
  // Whoever asks over a connection that was lost is told so; a connection that nobody uses is replaced.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Says nothing: what goes wrong is thrown. */
const silent = new Logger(() => () => undefined);

/** Brings the job queue's own schema, `graphile_worker`, to the newest version. Our migrations refer to it, so it comes first. */
export async function migrateJobQueue(url: string): Promise<void> {
  const pgPool = openJobPool(url, 1);
  try {
    await runMigrations({ pgPool, logger: silent });
  } finally {
    await pgPool.end();
  }
}
