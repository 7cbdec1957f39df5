import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { PgDatabase } from "drizzle-orm/pg-core";
import postgres from "postgres";

/** A pool or a transaction: whatever runs queries. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

export interface Connection {
  /** Where it leads: a postgres:// address. */
  readonly url: string;
  readonly sql: postgres.Sql;
  readonly db: PostgresJsDatabase<Record<string, never>>;
  /**
   * A small pool of its own for protected figures: an operation that holds a connection of the other pool may wait for one of
   * this, never the other way round, so that operations cannot wait for each other.
   */
  readonly statistics: PostgresJsDatabase<Record<string, never>>;
  /** Cancels what the database's process with this id is running, over a connection apart: those of the pool may all be busy. */
  cancel(backend: number): Promise<void>;
  /** Another connection with the same options, to another address. */
  reopen(url: string): Connection;
  /** Waits for what is under way, then closes. */
  end(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections at most. */
  readonly max?: number;
  /** Milliseconds after which a statement is cancelled; 0 = never. */
  readonly statementTimeoutMs?: number;
  /** Who does what is done over it when nobody is signed in, as the audit trail tells it; the system, if not said. */
  readonly by?: string;
  /** Told of every statement that is sent. */
  readonly onStatement?: (statement: string) => void;
}

/** Operations that compute protected figures at once; the others wait. */
const STATISTICS_CONNECTIONS = 4;

/** Seconds between attempts to reach a database that is away. The driver's own grow to 20, and it counts those of all connections together. */
const againAfter = (): number => 0.25;

/** Opens a pool; connects on first use. `url` is a postgres:// address. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10, statementTimeoutMs = 0, by, onStatement } = options;
  const pool = (most: number) => postgres(url, {
    max: most,
    backoff: againAfter,
    onnotice: () => undefined,
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
    connection: {
      application_name: `coaching-network ${process.pid}`,
      TimeZone: "UTC",
      ...(by !== undefined && { "viewer.by": by }),
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs * 2,
    },
  });
  const [sql, statistics] = [pool(max), pool(STATISTICS_CONNECTIONS)];
  const apart = postgres(url, {
    max: 1,
    backoff: againAfter,
    idle_timeout: 30,
    connect_timeout: 5,
    onnotice: () => undefined,
    // A process is cancelled by the login that opened it, whatever role that begins with.
    connection: { application_name: `coaching-network ${process.pid}`, role: "none" },
  });
  return {
    url,
    sql,
    db: drizzle(sql),
    statistics: drizzle(statistics),
    reopen: (address) => connect(address, options),
    cancel: async (backend) => void (await apart`select pg_cancel_backend(${backend})`),
    end: async () => void (await Promise.all([sql.end({ timeout: 5 }), statistics.end({ timeout: 5 }), apart.end({ timeout: 5 })])),
  };
}
