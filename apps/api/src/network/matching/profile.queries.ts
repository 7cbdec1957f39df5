import { desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { coachProfiles, matchExclusions, type CoachProfileRow, type ExclusionRow } from "./profile.table";

/** Keeps what a coach says of themselves, in the place of what they said before. */
export async function setProfile(db: Database, profile: CoachProfileRow): Promise<void> {
  const { coachId: _stays, ...change } = profile;
  await db.insert(coachProfiles).values(profile).onConflictDoUpdate({ target: coachProfiles.coachId, set: change });
}

/** Who is not to be matched with whom, as it stands, the latest first. */
export const standingExclusions = (db: Database): Promise<ExclusionRow[]> =>
  db.select().from(matchExclusions).where(isNull(matchExclusions.endedAt)).orderBy(desc(matchExclusions.madeAt), desc(matchExclusions.id));

/** @throws DomainError CONFLICT for an id that stands for another exclusion. */
export async function exclude(db: Database, given: Omit<ExclusionRow, "endedAt" | "endedByName">): Promise<ExclusionRow> {
  await db.insert(matchExclusions).values(given).onConflictDoNothing();
  const [row] = await db.select().from(matchExclusions).where(eq(matchExclusions.id, given.id));
  if (!row) throw new Error("An exclusion that was made is there.");
  if (row.systemId !== given.systemId || row.coachId !== given.coachId || row.providerId !== given.providerId || row.why !== given.why) throw conflict("This id stands for another exclusion.");
  return row;
}

/** Ends an exclusion; one that has ended stays as it is. @throws DomainError NOT_FOUND */
export async function endExclusion(db: Database, id: string, endedByName: string, endedAt: Date): Promise<ExclusionRow> {
  const [held] = await db.select().from(matchExclusions).where(eq(matchExclusions.id, id)).for("update");
  if (!held) throw notFound("exclusion", id);
  if (held.endedAt !== null) return held;
  await db.update(matchExclusions).set({ endedByName, endedAt }).where(eq(matchExclusions.id, id));
  return { ...held, endedByName, endedAt };
}
