import DataLoader from "dataloader";
import type { Database } from "../../db/client";
import { loadOf, type CoachLoad } from "./candidates";
import { poolRows } from "./pool.queries";
import { readSettings } from "./settings.queries";

/** A coach, as of a moment. */
export interface LoadKey {
  readonly id: string;
  readonly now: Date;
}

/** What a coach has on hand; null of one who has left. It counts the rows that the viewer may see: theirs to ask of themselves, their organisation's, or of all. */
export const loadByCoach = (db: Database) =>
  new DataLoader(
    async (keys: readonly LoadKey[]): Promise<(CoachLoad | null)[]> => {
      const [first] = keys;
      if (!first) return [];
      const { hoursAMonth } = await readSettings(db);
      const rows = await poolRows(db, first.now, hoursAMonth, keys.map(({ id }) => id));
      const loads = new Map(rows.map((row) => [row.id, loadOf(row)]));
      return keys.map(({ id }) => loads.get(id) ?? null);
    },
    { cacheKeyFn: ({ id }: LoadKey) => id },
  );
