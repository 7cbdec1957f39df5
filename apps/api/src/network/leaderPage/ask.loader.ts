import DataLoader from "dataloader";
import { and, asc, inArray, isNull } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { leaderAsks } from "./ask.table";

/** Everything that a request's leader has asked for since, oldest first. */
export const leaderAsksByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(leaderAsks).where(inArray(leaderAsks.requestId, [...ids])).orderBy(asc(leaderAsks.at), asc(leaderAsks.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });

/** What of it nobody has seen to yet, oldest first. */
export const openLeaderAsksByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(leaderAsks)
      .where(and(inArray(leaderAsks.requestId, [...ids]), isNull(leaderAsks.settledAt)))
      .orderBy(asc(leaderAsks.at), asc(leaderAsks.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });
