import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { PgDatabase } from "drizzle-orm/pg-core";
import postgres from "postgres";

/** A pool or a transaction: whatever runs queries. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

export interface Connection {
  readonly sql: postgres.Sql;
  readonly db: PostgresJsDatabase<Record<string, never>>;
  /** Waits for what is under way, then closes. */
  end(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections at most. */
  readonly max?: number;
  /** Milliseconds after which a statement is cancelled; 0 = never. */
  readonly statementTimeoutMs?: number;
  /** Told of every statement that is sent. */
  readonly onStatement?: (statement: string) => void;
}

/** Opens a pool; connects on first use. `url` is a postgres:// address. */
export function connect(url: string, { max = 10, statementTimeoutMs = 0, onStatement }: ConnectOptions = {}): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => undefined,
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
    connection: {
      application_name: `coaching-network ${process.pid}`,
      TimeZone: "UTC",
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs * 2,
    },
  });
  return { sql, db: drizzle(sql), end: () => sql.end({ timeout: 5 }) };
}
