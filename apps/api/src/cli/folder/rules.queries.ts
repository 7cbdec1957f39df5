import { sql } from "drizzle-orm";
import type { Connection } from "../../db/client";
import { makeRules, type Rules } from "./rules";

/** The rules for reading files into this network at `now`. */
export async function loadRules({ db }: Connection, now: Date): Promise<Rules> {
  const topics = await db.execute<{ code: string }>(sql`select code from topics where kind <> 'domain'`);
  const states = await db.execute<{ code: string; fips: string; name: string }>(sql`select code, fips, name from states`);
  const [directory] = await db.execute<{ loaded: boolean }>(sql`select exists (select from districts) as loaded`);
  return makeRules(
    now,
    topics.map(({ code }) => code),
    states,
    directory?.loaded ?? false,
  );
}
