import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { leaders, systems } from "./system.table";

/** A system by its id. */
export const systemById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(systems).where(inArray(systems.id, [...ids]));
    return arranged("system", ids, rows, ({ id }) => id);
  });

/** A leader by their id. */
export const leaderById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(leaders).where(inArray(leaders.id, [...ids]));
    return arranged("leader", ids, rows, ({ id }) => id);
  });
