import { eq, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { badInput, notFound } from "../../errors";
import { learningCalls, learningCommitments, type CommitmentRow, type CommitmentState } from "./learning.table";

export type NewCommitment = Pick<CommitmentRow, "week" | "providerId" | "who" | "what" | "due">;

/** @throws DomainError BAD_USER_INPUT where there is no such organisation. */
export async function requireOrganisation(db: Database, id: string): Promise<void> {
  const [organisation] = await db.execute(sql`select from providers where id = ${id}`);
  if (!organisation) throw badInput("input.providerId", "There is no such organisation.");
}

/** Writes a commitment down. */
export async function addCommitment(db: Database, given: NewCommitment, by: Account, at: Date): Promise<CommitmentRow> {
  await db.insert(learningCalls).values({ week: given.week }).onConflictDoNothing();
  const [row] = await db
    .insert(learningCommitments)
    .values({ ...given, addedBy: by.id, addedByName: by.name, addedAt: at })
    .returning();
  if (!row) throw new Error("A commitment that was added is there.");
  await audited(db, "commitment.added", row);
  return row;
}

/** Says what became of a commitment, or takes that back. @throws DomainError NOT_FOUND. */
export async function settleCommitment(db: Database, id: string, state: CommitmentState, by: Account, at: Date): Promise<CommitmentRow> {
  const settled = state === "open" ? { settledAt: null, settledByName: null } : { settledAt: at, settledByName: by.name };
  const [row] = await db
    .update(learningCommitments)
    .set({ state, ...settled })
    .where(eq(learningCommitments.id, id))
    .returning();
  if (!row) throw notFound("commitment", id);
  await audited(db, "commitment.settled", row);
  return row;
}

async function audited(db: Database, action: string, { id, week, providerId, state }: CommitmentRow): Promise<void> {
  await db.execute(sql`select audit(${action}, 'commitment', ${id}, ${JSON.stringify({ week, organisation: providerId, state })}::jsonb)`);
}
