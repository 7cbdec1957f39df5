import { eq, sql } from "drizzle-orm";
import { learn, type Learned, type Override, type TermValues } from "@arl/analysis/matching/learn";
import { DEFAULT_WEIGHTS, type Term } from "@arl/analysis/matching/weights";
import type { Database } from "../../db/client";
import { matchSettings, type MatchSettingsRow } from "./offer.table";

/** More choices, further back, would be learned from no better. */
const MOST_CHOICES = 500;

export async function readSettings(db: Database): Promise<MatchSettingsRow> {
  const [row] = await db.select().from(matchSettings);
  if (!row) throw new Error("The network has settings.");
  return row;
}

/** @returns false where the viewer may not. */
export async function changeSettings(db: Database, change: Partial<Omit<MatchSettingsRow, "onlyRow">>): Promise<boolean> {
  const rows = await db.update(matchSettings).set(change).where(eq(matchSettings.onlyRow, true)).returning();
  return rows.length > 0;
}

/** What staff have chosen since weights were last put back, the latest of it. */
export async function choicesSince(db: Database, since: Date | null): Promise<(Override & { readonly overridden: boolean })[]> {
  const rows = await db.execute<{ chosen: TermValues; other: TermValues; reason: Term | "NOT_RECORDED" | null; overridden: boolean }>(sql`
    select chosen, other, reason, overridden from match_choices where ${since === null ? sql`true` : sql`made_at >= ${since.toISOString()}::timestamptz`}
    order by made_at desc, offer_id limit ${MOST_CHOICES}`);
  return rows.map(({ chosen, other, reason, overridden }) => ({ chosen, over: other, reason, overridden }));
}

/** The weights in force: the first ones, moved towards what staff chose. The same choices give the same weights. */
export const learnedWeights = async (db: Database, since: Date | null): Promise<Learned> => learn(DEFAULT_WEIGHTS, await choicesSince(db, since));
