import { sql } from "drizzle-orm";
import type { Database } from "./client";

/**
 * Does some work of a mutation under a role of the database that has just the rights for it, and goes back to the viewer's.
 * Only in mutations: their root fields run one after the other, a query's side by side.
 */
export async function actAs<T>(db: Database, role: "network_intake", work: (db: Database) => Promise<T>): Promise<T> {
  const [before] = await db.execute<{ role: string }>(sql`select current_setting('role') as role, set_config('role', ${role}, true)`);
  if (!before) throw new Error("A setting has a value.");
  const result = await work(db);
  // Where the work fails, the transaction is taken back and its role with it.
  await db.execute(sql`select set_config('role', ${before.role}, true)`);
  return result;
}
