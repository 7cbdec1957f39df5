import type { Database } from "../db/client";
import { tagEvents, tagOpinions } from "../network/requests/request.table";
import type { DemoNetwork } from "./network";

/** Writes what leaders chose as events of their own stage, and what a second reader said beside the tags. Neither changes a tag that stands. */
export async function loadTopicChoices(tx: Database, { asked, opinions }: DemoNetwork): Promise<void> {
  await tx
    .insert(tagEvents)
    .values(asked.map(({ requestId, topic, author, at }) => ({ requestId, topicCode: topic, action: "added" as const, stage: "asked" as const, author, at })));
  await tx.insert(tagOpinions).values(opinions.map(({ requestId, topic, author, at }) => ({ requestId, topicCode: topic, author, at })));
}
