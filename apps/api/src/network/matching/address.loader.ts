import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { coaches } from "../providers/provider.table";

/** Where mail to a coach goes; null where no address is known. For staff, whose right alone it is. */
export const addressByCoach = (db: Database) =>
  new DataLoader(async (ids: readonly string[]): Promise<(string | null)[]> => {
    const rows = await db.select({ id: coaches.id, email: coaches.email }).from(coaches).where(inArray(coaches.id, [...ids]));
    const addresses = new Map(rows.map(({ id, email }) => [id, email]));
    return ids.map((id) => addresses.get(id) ?? null);
  });
