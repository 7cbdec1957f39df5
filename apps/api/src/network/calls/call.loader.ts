import DataLoader from "dataloader";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { resources } from "../resources/resource.table";
import { plannedCalls, sessionLogs, sessionResources, sessionSteps } from "./call.table";

/** An engagement's calls that are planned, neither held nor cancelled, the next first. One may lie in the past: nobody has logged it. */
export const plannedCallsByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(plannedCalls)
      .where(and(inArray(plannedCalls.engagementId, [...ids]), isNull(plannedCalls.cancelledAt), isNull(plannedCalls.sessionId)))
      .orderBy(asc(plannedCalls.startsAt), asc(plannedCalls.id));
    return grouped(ids, rows, ({ engagementId }) => engagementId);
  });

/** What was agreed in an engagement's sessions, in that order. */
export const stepsByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(sessionSteps).where(inArray(sessionSteps.engagementId, [...ids])).orderBy(asc(sessionSteps.engagementId), asc(sessionSteps.sessionId), asc(sessionSteps.position));
    return grouped(ids, rows, ({ engagementId }) => engagementId);
  });

/** What was agreed in a session. */
export const stepsBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(sessionSteps).where(inArray(sessionSteps.sessionId, [...ids])).orderBy(asc(sessionSteps.position));
    return grouped(ids, rows, ({ sessionId }) => sessionId);
  });

/** What was shared in a session, by title. */
export const resourcesBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: sessionResources.sessionId, resource: resources })
      .from(sessionResources)
      .innerJoin(resources, eq(resources.id, sessionResources.resourceId))
      .where(inArray(sessionResources.sessionId, [...ids]))
      .orderBy(asc(resources.title), asc(resources.id));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ resource }) => resource));
  });

/** Who logged a session here, and when; null of an imported one. */
export const logBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(sessionLogs).where(inArray(sessionLogs.sessionId, [...ids]));
    return grouped(ids, rows, ({ sessionId }) => sessionId).map(([log]) => log ?? null);
  });
