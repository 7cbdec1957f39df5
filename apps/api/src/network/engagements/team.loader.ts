import DataLoader from "dataloader";
import { asc, inArray } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { consents, engagementCoachEvents } from "./team.table";

/** How an engagement's team came to be what it is, oldest first; nothing of what was imported. */
export const teamEventsByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(engagementCoachEvents).where(inArray(engagementCoachEvents.engagementId, [...ids])).orderBy(asc(engagementCoachEvents.id));
    return grouped(ids, rows, ({ engagementId }) => engagementId);
  });

/** What a request's leader was asked to agree to, oldest first. */
export const consentsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(consents).where(inArray(consents.requestId, [...ids])).orderBy(asc(consents.askedAt), asc(consents.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });
