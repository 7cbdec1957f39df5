import DataLoader from "dataloader";
import { and, asc, inArray, isNull } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { coachProfiles, matchExclusions } from "./profile.table";

/** What a coach says of themselves; null where nothing was said, or it is not the viewer's to read. */
export const profileByCoach = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(coachProfiles).where(inArray(coachProfiles.coachId, [...ids]));
    return grouped(ids, rows, ({ coachId }) => coachId).map(([row]) => row ?? null);
  });

/** Who is not to be matched with a system, as it stands. */
export const exclusionsBySystem = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(matchExclusions)
      .where(and(inArray(matchExclusions.systemId, [...ids]), isNull(matchExclusions.endedAt)))
      .orderBy(asc(matchExclusions.madeAt), asc(matchExclusions.id));
    return grouped(ids, rows, ({ systemId }) => systemId);
  });
