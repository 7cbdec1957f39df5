import { randomUUID } from "node:crypto";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { isUuid } from "../../input";
import { savedViews, type SavedViewRow } from "./view.table";

/** Of one person: more than this is no list to choose from. */
const MOST_VIEWS = 100;

/** The viewer's own views, and those that are shared with them; the database decides which. By name. */
export const listViews = (db: Database): Promise<SavedViewRow[]> => db.select().from(savedViews).orderBy(asc(savedViews.name), asc(savedViews.id));

export type NewView = Pick<SavedViewRow, "userId" | "ownerName" | "name" | "path" | "search" | "sharedWith">;

/**
 * Keeps a view; one of the same owner and name is replaced.
 * @throws DomainError CONFLICT when there are too many.
 */
export async function saveView(db: Database, view: NewView): Promise<SavedViewRow> {
  const others = await db.$count(savedViews, and(eq(savedViews.userId, view.userId), ne(savedViews.name, view.name)));
  if (others >= MOST_VIEWS) throw conflict(`You keep ${MOST_VIEWS} views. Remove one that is not needed.`);
  const { path, search, sharedWith } = view;
  const [row] = await db
    .insert(savedViews)
    .values({ id: randomUUID(), ...view })
    .onConflictDoUpdate({ target: [savedViews.userId, savedViews.name], set: { path, search, sharedWith, changedAt: sql`now()` } })
    .returning();
  if (!row) throw new Error("An insert answers with its row.");
  return row;
}

/** @throws DomainError NOT_FOUND where the viewer has no such view. */
export async function removeView(db: Database, userId: string, id: string): Promise<void> {
  const gone = isUuid(id) ? await db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.userId, userId))).returning({ id: savedViews.id }) : [];
  if (gone.length === 0) throw notFound("view of yours", id);
}
