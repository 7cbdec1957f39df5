import { sql } from "drizzle-orm";
import type { Database } from "./client";
import { networkSettings } from "./settings.table";

export interface Settings {
  readonly name: string;
  /** Null in a real network. */
  readonly demoLoadedAt: Date | null;
}

export async function getSettings(db: Database): Promise<Settings> {
  const [row] = await db.select().from(networkSettings);
  if (!row) throw new Error("The network's settings are missing; run `npm run arl -- migrate`.");
  return row;
}

export async function markAsDemo(db: Database, name: string, loadedAt: Date): Promise<void> {
  await db.update(networkSettings).set({ name, demoLoadedAt: loadedAt });
}

/** True while the network holds no provider, request, resource or district. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ empty: boolean }>(sql`
    select not exists (select from providers) and not exists (select from requests)
      and not exists (select from resources) and not exists (select from districts) as empty`);
  return row?.empty ?? false;
}
