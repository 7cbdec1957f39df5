import DataLoader from "dataloader";
import { asc, inArray } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { capacityUses } from "./capacity.table";

/** What was used of an offer, the earliest month first. */
export const usesByOffer = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(capacityUses).where(inArray(capacityUses.offerId, [...ids])).orderBy(asc(capacityUses.month));
    return grouped(ids, rows, ({ offerId }) => offerId);
  });
