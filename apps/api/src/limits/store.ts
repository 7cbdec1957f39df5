import { connect, type Connection } from "../db/client";

interface Statement {
  readonly text: string;
  readonly values?: readonly (string | number)[];
}

/** What rate-limiter-flexible asks of a PostgreSQL client. */
export interface Store {
  query(statement: Statement): Promise<{ rows: object[]; rowCount: number }>;
  end(): Promise<void>;
}

/** Counting takes well under a millisecond; who waits longer than this for it counts without. */
const PATIENCE_MS = 250;

/** Connections apart from the operations': when those are all busy, callers are still counted. */
const CONNECTIONS = 2;

/** Opens a store of what callers have used, over the same driver as everything else; connects on first use. */
export function openStore({ url }: Pick<Connection, "url">): Store {
  const { sql, end } = connect(url, { max: CONNECTIONS, statementTimeoutMs: PATIENCE_MS });
  return {
    query: async ({ text, values = [] }) => {
      const rows = await inTime(sql.unsafe<object[]>(text, [...values], { prepare: true }));
      return { rows: [...rows], rowCount: rows.count };
    },
    end,
  };
}

/** @throws Error when it takes too long. */
async function inTime<Answer>(answering: Promise<Answer>): Promise<Answer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("The store of allowances does not answer in time.")), PATIENCE_MS);
  try {
    return await Promise.race([answering, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
