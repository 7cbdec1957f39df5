import type { Database } from "../../db/client";
import { settleLeader, settleSystems } from "../systems/settle.queries";
import { complete } from "./ask.queries";
import type { CompletedRequest } from "./leaderPage.input";

/** Keeps what a leader added, and makes their system and themselves what their requests say. */
export async function completeAndSettle(db: Database, requestId: string, said: CompletedRequest, now: Date): Promise<void> {
  const { systemId, leaderId } = await complete(db, requestId, said, now);
  await settleSystems(db, [systemId]);
  if (leaderId !== null) await settleLeader(db, leaderId);
}
