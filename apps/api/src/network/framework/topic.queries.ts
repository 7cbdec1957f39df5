import { and, asc, count, eq, gt } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Page, PageRequest } from "../../page";
import { topics, type TopicRow } from "./topic.table";

/** Topics in the framework's order, without domains and NONE. */
export async function topicPage(db: Database, { limit, after }: PageRequest): Promise<Page<TopicRow>> {
  const isTopic = eq(topics.kind, "topic");
  const rows = await db
    .select()
    .from(topics)
    .where(and(isTopic, after ? gt(topics.position, Number(after.key) || 0) : undefined))
    .orderBy(asc(topics.position))
    .limit(limit + 1);
  const [all] = await db.select({ total: count() }).from(topics).where(isTopic);
  return { rows, total: all?.total ?? 0 };
}

/** Domains in the framework's order. */
export function listDomains(db: Database): Promise<TopicRow[]> {
  return db.select().from(topics).where(eq(topics.kind, "domain")).orderBy(asc(topics.position));
}
