import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { states } from "./state.table";

/** A state by its postal code. */
export const stateByCode = (db: Database) =>
  new DataLoader(async (codes: readonly string[]) => {
    const rows = await db.select().from(states).where(inArray(states.code, [...codes]));
    return arranged("state", codes, rows, ({ code }) => code);
  });
