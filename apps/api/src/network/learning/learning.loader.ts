import DataLoader from "dataloader";
import { asc, desc, inArray, sql } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { learningCommitments, learningEdits, learningEditions, learningNotes } from "./learning.table";

/** A call's published editions, the latest first. */
export const editionsByWeek = (db: Database) =>
  new DataLoader(async (weeks: readonly string[]) => {
    const rows = await db.select().from(learningEditions).where(inArray(learningEditions.week, [...weeks])).orderBy(desc(learningEditions.number));
    return grouped(weeks, rows, ({ week }) => week);
  });

/** What staff made of a call's sentences. */
export const editsByWeek = (db: Database) =>
  new DataLoader(async (weeks: readonly string[]) => {
    const rows = await db.select().from(learningEdits).where(inArray(learningEdits.week, [...weeks]));
    return grouped(weeks, rows, ({ week }) => week);
  });

/** What staff noted for a call, oldest first. */
export const notesByWeek = (db: Database) =>
  new DataLoader(async (weeks: readonly string[]) => {
    const rows = await db.select().from(learningNotes).where(inArray(learningNotes.week, [...weeks])).orderBy(asc(learningNotes.addedAt), asc(learningNotes.id));
    return grouped(weeks, rows, ({ week }) => week);
  });

/** What was committed to in a call, by when it is due. */
export const commitmentsByWeek = (db: Database) =>
  new DataLoader(async (weeks: readonly string[]) => {
    const rows = await db.select().from(learningCommitments).where(inArray(learningCommitments.week, [...weeks])).orderBy(asc(learningCommitments.due), asc(learningCommitments.addedAt), asc(learningCommitments.id));
    return grouped(weeks, rows, ({ week }) => week);
  });

/** What a call has before it of earlier ones: the commitments of the call before, and older ones that are open or were settled since. */
export const commitmentsCarriedTo = (db: Database) =>
  new DataLoader(async (weeks: readonly string[]) => {
    const rows = await db
      .select()
      .from(learningCommitments)
      .orderBy(asc(learningCommitments.due), asc(learningCommitments.addedAt), asc(learningCommitments.id));
    return weeks.map((week) => {
      const before = new Date(Date.parse(`${week}T00:00:00Z`) - 7 * 86_400_000);
      return rows.filter((row) => row.week < week && (row.settledAt === null || row.settledAt >= before || row.week >= before.toISOString().slice(0, 10)));
    });
  });

/** Open commitments that were due before a day, the longest due first. */
export const overdueCommitments = (db: Database, today: string) =>
  db.select().from(learningCommitments).where(sql`state = 'open' and due < ${today}::date`).orderBy(asc(learningCommitments.due), asc(learningCommitments.id));
