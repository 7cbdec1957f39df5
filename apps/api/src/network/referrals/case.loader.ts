import DataLoader from "dataloader";
import { asc, desc, inArray } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { referralCases, referralEvents } from "./case.table";

/** What a request was, or is to be, sent on by, the latest first. */
export const casesByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(referralCases).where(inArray(referralCases.requestId, [...ids])).orderBy(desc(referralCases.draftedAt), asc(referralCases.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });

/** The steps of a case, oldest first. */
export const eventsByCase = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(referralEvents).where(inArray(referralEvents.caseId, [...ids])).orderBy(asc(referralEvents.id));
    return grouped(ids, rows, ({ caseId }) => caseId);
  });
