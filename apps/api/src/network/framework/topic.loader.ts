import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { arranged } from "../../db/arranged";
import { topics } from "./topic.table";

/** A topic or domain by its code. */
export const topicByCode = (db: Database) =>
  new DataLoader(async (codes: readonly string[]) => {
    const rows = await db.select().from(topics).where(inArray(topics.code, [...codes]));
    return arranged("topic", codes, rows, ({ code }) => code);
  });
