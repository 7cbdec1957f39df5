import { desc, eq, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { LOCKS } from "../../db/locks";
import { learningEditions, learningMailRefusals, type EditionRow, type PublishedSentence } from "../../network/learning/learning.table";
import { auditCall, beginCall } from "./edit.queries";

/** Whoever publishes comes here one after the other, and sees what the one before did. */
export async function waitToPublish(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${LOCKS.learningCalls})`);
}

/** The latest edition of a week; null = none. */
export async function latestEdition(db: Database, week: string): Promise<EditionRow | null> {
  const [row] = await db.select().from(learningEditions).where(eq(learningEditions.week, week)).orderBy(desc(learningEditions.number)).limit(1);
  return row ?? null;
}

export interface NewEdition {
  readonly week: string;
  readonly number: number;
  readonly asOf: string;
  readonly sentences: readonly PublishedSentence[];
}

/** Keeps an edition and mails it, in the caller's transaction. */
export async function putEdition(db: Database, edition: NewEdition, by: Account, at: Date): Promise<EditionRow> {
  await beginCall(db, edition.week);
  const mailed = await mailEdition(db, edition);
  const [row] = await db
    .insert(learningEditions)
    .values({ ...edition, sentences: [...edition.sentences], mailed, publishedBy: by.id, publishedByName: by.name, publishedAt: at })
    .returning();
  if (!row) throw new Error("An edition that was published is there.");
  await auditCall(db, "learning_call.published", edition.week, { edition: edition.number, sentences: edition.sentences.length, mailed });
  return row;
}

/** Asks for one mail to each coach and lead whose account is open and who did not refuse. @returns to how many. */
async function mailEdition(db: Database, { week, number, sentences }: NewEdition): Promise<number> {
  const payload = JSON.stringify({ week, edition: number, link: `/calls/${week}`, sentences: sentences.map(({ section, text }) => ({ section, text })) });
  const [row] = await db.execute<{ mailed: number }>(sql`
    with readers as materialized (
      select distinct lower(p.email) as address from people() p
      where p.disabled_at is null
        and exists (select from memberships m where m.user_id = p.id and m.role in ('coach', 'provider'))
        and not exists (select from learning_mail_refusals r where r.user_id = p.id)
    ),
    asked as materialized (select enqueue_mail('learning_call', address, ${payload}::jsonb) as id from readers)
    select count(id)::int as mailed from asked`);
  return row?.mailed ?? 0;
}

/** Whether somebody is mailed what is published. */
export async function wantsMail(db: Database, userId: string): Promise<boolean> {
  const [row] = await db.select().from(learningMailRefusals).where(eq(learningMailRefusals.userId, userId));
  return row === undefined;
}

/** Keeps whether somebody wants it. */
export async function keepMailWish(db: Database, userId: string, wanted: boolean): Promise<void> {
  if (wanted) await db.delete(learningMailRefusals).where(eq(learningMailRefusals.userId, userId));
  else await db.insert(learningMailRefusals).values({ userId }).onConflictDoNothing();
}
