import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { ScopedRows } from "../scope/rows.queries";

export interface ServedSizes {
  /** Students of each system with a session in scope whose enrollment is known. */
  readonly sizes: readonly number[];
  readonly unknown: number;
}

export async function servedSizes(db: Database, { sessions }: ScopedRows): Promise<ServedSizes> {
  const [row] = await db.execute<{ sizes: number[]; unknown: number }>(sql`
    select coalesce(json_agg(enrollment) filter (where enrollment is not null), '[]') as sizes, (count(*) filter (where enrollment is null))::int as unknown
    from systems where id in (select system_id from (${sessions}) scoped)`);
  return row ?? { sizes: [], unknown: 0 };
}
