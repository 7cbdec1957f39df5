import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { MIGRATIONS } from "../paths";
import type { Connection } from "./client";
import { migrateJobQueue } from "./jobQueue";
import { LOCKS } from "./locks";
import { loadReference } from "./reference";

/** Brings the database to the newest migration and its reference data to what the repository ships. */
export async function migrate({ db, url }: Connection): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.migration})`);
    await migrateJobQueue(url);
    await applyMigrations(db, { migrationsFolder: MIGRATIONS });
    await loadReference(db);
  });
}

/** True when every migration that the repository ships has been applied. */
export async function isMigrated({ db }: Connection): Promise<boolean> {
  const [ledger] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!ledger?.there) return false;
  const [applied] = await db.execute<{ count: number }>(sql`select count(*)::int as count from drizzle.__drizzle_migrations`);
  return (applied?.count ?? 0) >= shippedMigrations();
}

function shippedMigrations(): number {
  const journal: { entries: unknown[] } = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8"));
  return journal.entries.length;
}
