import DataLoader from "dataloader";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { arranged } from "../../db/arranged";
import { frameworkCrosswalk, topics } from "./topic.table";

/** A topic or domain by its code. */
export const topicByCode = (db: Database) =>
  new DataLoader(async (codes: readonly string[]) => {
    const rows = await db.select().from(topics).where(inArray(topics.code, [...codes]));
    return arranged("topic", codes, rows, ({ code }) => code);
  });

/** The topics that each code went into in the version it ended in; none for those that are topics still, or were retired. */
export const successorsByCode = (db: Database) =>
  new DataLoader(async (codes: readonly string[]) => {
    const rows = await db
      .select({ topic: topics, of: frameworkCrosswalk.fromTopicCode })
      .from(frameworkCrosswalk)
      .innerJoin(topics, eq(topics.code, frameworkCrosswalk.toTopicCode))
      .where(
        and(
          inArray(frameworkCrosswalk.fromTopicCode, [...codes]),
          sql`(${frameworkCrosswalk.fromTopicCode}, ${frameworkCrosswalk.toVersionId}) in (select code, ended_in from topics where ended_in is not null)`,
        ),
      )
      .orderBy(asc(topics.position));
    return codes.map((code) => rows.filter(({ of }) => of === code).map(({ topic }) => topic));
  });

/** Codes of merged topics by the topic that each stands for today. */
export const formerCodesByCode = (db: Database) =>
  new DataLoader(async (codes: readonly string[]) => {
    const rows = await db.execute<{ code: string; heir: string }>(sql`select code, heir from topic_heirs() where code <> heir order by code`);
    return codes.map((code) => rows.filter(({ heir }) => heir === code).map((row) => row.code));
  });
