import { sql } from "drizzle-orm";
import type { Connection } from "../../db/client";
import { makeRules, type Rules } from "./rules";

/** The rules for reading files into this network at `now`. */
export async function loadRules({ db }: Connection, now: Date): Promise<Rules> {
  // The code of a merged topic is read as what it went into.
  const topics = await db.execute<{ code: string; heir: string }>(sql`select code, heir from topic_heirs() join topics using (code) where kind <> 'domain'`);
  const states = await db.execute<{ code: string; fips: string; name: string }>(sql`select code, fips, name from states`);
  const [directory] = await db.execute<{ loaded: boolean }>(sql`select exists (select from districts) as loaded`);
  return makeRules(
    now,
    topics.map(({ code, heir }) => [code, heir] as const),
    states,
    directory?.loaded ?? false,
  );
}
