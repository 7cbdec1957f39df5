import type { Database } from "../../db/client";
import { deskRows } from "./facts.queries";
import { queueOf, type QueueItem } from "./queue";
import { deskTargetsNow } from "./target.queries";

/** The queue of a moment, read once in an operation whatever asks for it. */
export const deskQueue = (db: Database) => {
  let queue: Promise<readonly QueueItem[]> | undefined;
  return (now: Date): Promise<readonly QueueItem[]> => (queue ??= loadQueue(db, now));
};

/** Everything that needs a hand, what needs it most first. */
export async function loadQueue(db: Database, now: Date): Promise<readonly QueueItem[]> {
  const [rows, targets] = [await deskRows(db, now), await deskTargetsNow(db)];
  return queueOf(rows, now, targets);
}

/** What is to be done about one request; null = it has ended. */
export async function loadItem(db: Database, requestId: string, now: Date): Promise<QueueItem | null> {
  const [rows, targets] = [await deskRows(db, now, [requestId]), await deskTargetsNow(db)];
  return queueOf(rows, now, targets)[0] ?? null;
}
