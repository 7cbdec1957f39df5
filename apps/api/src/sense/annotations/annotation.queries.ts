import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { notFound } from "../../errors";
import { isUuid } from "../../input";
import { annotations, type AnnotationRow } from "./annotation.table";

/** All of them, the earliest first. */
export const listAnnotations = (db: Database): Promise<AnnotationRow[]> => db.select().from(annotations).orderBy(asc(annotations.onDay), asc(annotations.id));

export type NewAnnotation = Pick<AnnotationRow, "onDay" | "untilDay" | "text" | "topicCode">;

export async function addAnnotation(db: Database, authorName: string, annotation: NewAnnotation): Promise<AnnotationRow> {
  const [row] = await db.insert(annotations).values({ id: randomUUID(), authorName, ...annotation }).returning();
  if (!row) throw new Error("An insert answers with its row.");
  return row;
}

/** @throws DomainError NOT_FOUND. */
export async function changeAnnotation(db: Database, id: string, change: NewAnnotation): Promise<AnnotationRow> {
  const [row] = isUuid(id) ? await db.update(annotations).set(change).where(eq(annotations.id, id)).returning() : [];
  if (!row) throw notFound("annotation", id);
  return row;
}

/** @throws DomainError NOT_FOUND. */
export async function removeAnnotation(db: Database, id: string): Promise<void> {
  const gone = isUuid(id) ? await db.delete(annotations).where(eq(annotations.id, id)).returning({ id: annotations.id }) : [];
  if (gone.length === 0) throw notFound("annotation", id);
}
