import DataLoader from "dataloader";
import { asc, desc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { topics } from "../framework/topic.table";
import { requestColumns, requests, requestTopics, tagEvents } from "./request.table";

/** A request by its id. */
export const requestById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select(requestColumns).from(requests).where(inArray(requests.id, [...ids]));
    return arranged("request", ids, rows, ({ id }) => id);
  });

/** A system's requests, newest first. */
export const requestsBySystem = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select(requestColumns)
      .from(requests)
      .where(inArray(requests.systemId, [...ids]))
      .orderBy(desc(requests.submittedAt), desc(requests.id));
    return grouped(ids, rows, ({ systemId }) => systemId);
  });

/** The topics that a request is tagged with now, in the framework's order. */
export const topicsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: requestTopics.requestId, topic: topics })
      .from(requestTopics)
      .innerJoin(topics, eq(topics.code, requestTopics.topicCode))
      .where(inArray(requestTopics.requestId, [...ids]))
      .orderBy(asc(topics.position));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ topic }) => topic));
  });

/** A request's tag events, oldest first. */
export const tagEventsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(tagEvents).where(inArray(tagEvents.requestId, [...ids])).orderBy(asc(tagEvents.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });
