import { and, eq, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { notFound } from "../../errors";
import { learningCalls, learningEdits, learningNotes, type NoteRow } from "../../network/learning/learning.table";

/** The weeks of calls that something was written about; or those that were published. */
export async function knownWeeks(db: Database, unpublished: boolean): Promise<string[]> {
  const table = unpublished ? sql`learning_calls` : sql`learning_editions`;
  const rows = await db.execute<{ week: string }>(sql`select distinct week::text as week from ${table}`);
  return rows.map(({ week }) => week);
}

export interface Touch {
  readonly week: string;
  readonly sentenceId: string;
  /** How the sentence is made now. */
  readonly basedOn: string;
}

/** Begins a call's record, so that something can be kept of it. */
export async function beginCall(db: Database, week: string): Promise<void> {
  await db.insert(learningCalls).values({ week }).onConflictDoNothing();
}

/** Keeps other words for a sentence, or that it is hidden. */
export async function touchSentence(db: Database, { week, sentenceId, basedOn }: Touch, change: { readonly text?: string; readonly hidden?: boolean }, by: Account, at: Date): Promise<void> {
  await beginCall(db, week);
  const details = { ...change, basedOn, editedBy: by.id, editedByName: by.name, editedAt: at };
  await db
    .insert(learningEdits)
    .values({ week, sentenceId, ...details })
    .onConflictDoUpdate({ target: [learningEdits.week, learningEdits.sentenceId], set: details });
  await auditCall(db, change.hidden ? "pack.hidden" : "pack.edited", week, { sentence: sentenceId, ...(change.text !== undefined && { text: change.text }) });
}

/** Puts a sentence back to how it is made. @returns whether anything was otherwise. */
export async function restoreSentence(db: Database, week: string, sentenceId: string): Promise<boolean> {
  const rows = await db
    .delete(learningEdits)
    .where(and(eq(learningEdits.week, week), eq(learningEdits.sentenceId, sentenceId)))
    .returning({ week: learningEdits.week });
  await auditCall(db, "pack.restored", week, { sentence: sentenceId });
  return rows.length > 0;
}

export async function addNote(db: Database, week: string, text: string, by: Account, at: Date): Promise<NoteRow> {
  await beginCall(db, week);
  const [row] = await db.insert(learningNotes).values({ week, text, addedBy: by.id, addedByName: by.name, addedAt: at }).returning();
  if (!row) throw new Error("A note that was added is there.");
  await auditCall(db, "pack.noted", week, { note: row.id });
  return row;
}

/** @throws DomainError NOT_FOUND. */
export async function removeNote(db: Database, id: string): Promise<void> {
  const [row] = await db.delete(learningNotes).where(eq(learningNotes.id, id)).returning();
  if (!row) throw notFound("note", id);
  await auditCall(db, "pack.note_removed", row.week, { note: id });
}

/** Leaves an event of a call in the audit trail. */
export async function auditCall(db: Database, action: string, week: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await db.execute(sql`select audit(${action}, 'learning_call', ${week}, ${JSON.stringify(detail)}::jsonb)`);
}
