import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { requestDetails } from "./details.table";

/** What a request's leader added to it: times that suit, languages; null where nothing. */
export const detailsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(requestDetails).where(inArray(requestDetails.requestId, [...ids]));
    const found = new Map(rows.map((row) => [row.requestId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
