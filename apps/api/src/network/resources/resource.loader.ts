import DataLoader from "dataloader";
import { asc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { topics } from "../framework/topic.table";
import { resources, resourceTopics } from "./resource.table";

/** A resource by its id. */
export const resourceById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(resources).where(inArray(resources.id, [...ids]));
    return arranged("resource", ids, rows, ({ id }) => id);
  });

/** What a resource is about, in the framework's order. */
export const topicsByResource = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: resourceTopics.resourceId, topic: topics })
      .from(resourceTopics)
      .innerJoin(topics, eq(topics.code, resourceTopics.topicCode))
      .where(inArray(resourceTopics.resourceId, [...ids]))
      .orderBy(asc(topics.position));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ topic }) => topic));
  });
