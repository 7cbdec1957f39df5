import { eq } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { leaderAsks, type LeaderAskRow } from "../leaderPage/ask.table";
import { doOnce } from "./done.queries";

interface Answering {
  readonly key: string;
  readonly by: Account;
  readonly now: Date;
}

/**
 * Settles what a leader asked.
 * @param text the answer; null where none need be given in words.
 * @returns what was asked, and whether it was settled just now.
 * @throws DomainError NOT_FOUND, or CONFLICT where it is settled already.
 */
export async function answer(db: Database, askId: string, text: string | null, { key, by, now }: Answering): Promise<{ readonly ask: LeaderAskRow; readonly isNew: boolean }> {
  const [ask] = await db.select().from(leaderAsks).where(eq(leaderAsks.id, askId));
  if (!ask) throw notFound("question", askId);
  let isNew = false;
  await doOnce(db, { id: key, requestId: ask.requestId, kind: "answered", about: askId, text }, { by, now }, async () => {
    const [present] = await db.select({ settledAt: leaderAsks.settledAt }).from(leaderAsks).where(eq(leaderAsks.id, askId)).for("update");
    if (present?.settledAt) throw conflict("Somebody has answered it already.");
    await db.update(leaderAsks).set({ settledAt: now < ask.at ? ask.at : now, settledBy: by.id }).where(eq(leaderAsks.id, askId));
    isNew = true;
  });
  return { ask, isNew };
}
