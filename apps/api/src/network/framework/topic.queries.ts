import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { badCursor, type Page, type PageRequest } from "../../page";
import { isListed, topics, type TopicRow } from "./topic.table";

/**
 * Topics in the framework's order, without domains and NONE.
 * @throws DomainError BAD_USER_INPUT for a cursor of another list.
 */
export async function topicPage(db: Database, { limit, after }: PageRequest): Promise<Page<TopicRow>> {
  if (after && !/^\d{1,6}$/.test(after.key)) throw badCursor();
  const isTopic = and(eq(topics.kind, "topic"), isListed);
  const rows = await db
    .select()
    .from(topics)
    .where(and(isTopic, after ? gt(topics.position, Number(after.key)) : undefined))
    .orderBy(asc(topics.position))
    .limit(limit + 1);
  const [all] = await db.select({ total: count() }).from(topics).where(isTopic);
  return { rows, total: all?.total ?? 0 };
}

/** Domains in the framework's order. */
export function listDomains(db: Database): Promise<TopicRow[]> {
  return db.select().from(topics).where(eq(topics.kind, "domain")).orderBy(asc(topics.position));
}

/** What a code means today: a merged one the topic that it went into; null for what was never a code. */
export async function topicNow(db: Database, code: string): Promise<TopicRow | null> {
  const [row] = await db
    .select()
    .from(topics)
    .where(sql`topics.code in (select h.heir from topic_heirs() h where h.code = ${code})`);
  return row ?? null;
}
