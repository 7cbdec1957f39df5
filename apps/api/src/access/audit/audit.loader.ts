import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { auditColumns, auditEvents } from "./audit.table";

/** An event by its id. */
export const auditEventById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select(auditColumns).from(auditEvents).where(inArray(auditEvents.id, ids.map(Number)));
    return arranged("event", ids, rows, ({ id }) => String(id));
  });
