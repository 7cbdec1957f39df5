import DataLoader from "dataloader";
import { asc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { coachColumns, coaches } from "../providers/provider.table";
import { engagementCoaches, engagements } from "./engagement.table";

/** An engagement by its id. */
export const engagementById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(engagements).where(inArray(engagements.id, [...ids]));
    return arranged("engagement", ids, rows, ({ id }) => id);
  });

/** A request's engagements, oldest first. */
export const engagementsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(engagements)
      .where(inArray(engagements.requestId, [...ids]))
      .orderBy(asc(engagements.matchedAt), asc(engagements.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });

/** An engagement's team, its lead first. */
export const coachesByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: engagementCoaches.engagementId, coach: coachColumns })
      .from(engagementCoaches)
      .innerJoin(coaches, eq(coaches.id, engagementCoaches.coachId))
      .where(inArray(engagementCoaches.engagementId, [...ids]))
      .orderBy(asc(engagementCoaches.position));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ coach }) => coach));
  });
