import { randomUUID } from "node:crypto";
import type { Database } from "../db/client";
import { annotations } from "../sense/annotations/annotation.table";

/** What happened outside the network while it ran; of these nothing is invented. */
const EVENTS = [
  { onDay: "2020-06-05", untilDay: null, text: "Most districts end the school year", topicCode: null },
  { onDay: "2020-08-17", untilDay: "2020-09-08", text: "Most districts begin the next one", topicCode: null },
  { onDay: "2020-12-27", untilDay: null, text: "Second relief act is signed", topicCode: "FIN-REL" },
] as const;

/** Marks on the demo network's time axis. */
export async function loadAnnotations(tx: Database): Promise<void> {
  await tx.insert(annotations).values(EVENTS.map((event) => ({ id: randomUUID(), authorName: "Demo staff", ...event })));
}
