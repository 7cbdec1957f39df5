import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { cellFacts, MARK, type FactsProtection, type KeyedFacts } from "../scope/facts.queries";
import type { ScopedRows } from "../scope/rows.queries";
import type { PlaceDimension } from "./place";
import { placeKey } from "./universe.queries";

/** The served systems of one key. */
export interface ServedGroup {
  readonly key: string;
  readonly systems: number;
  readonly notDistricts: number;
  /** Of those with a known enrollment: how many, and the sums of its powers. */
  readonly sized: number;
  readonly first: number;
  readonly second: number;
  readonly fourth: number;
}

/** Systems with a session in scope by key, UNKNOWN among them; keys of nobody are left out. */
export function servedGroups(db: Database, { sessions }: ScopedRows, by: PlaceDimension): Promise<ServedGroup[]> {
  return db.execute<{ [Name in keyof ServedGroup]: ServedGroup[Name] }>(sql`
    select ${placeKey(by, "s")} as key, count(*)::int as systems, (count(*) filter (where s.governance <> 'DISTRICT'))::int as "notDistricts",
      count(s.enrollment)::int as sized, coalesce(sum(s.enrollment), 0)::float8 as first,
      coalesce(sum(s.enrollment::float8 ^ 2), 0) as second, coalesce(sum(s.enrollment::float8 ^ 4), 0) as fourth
    from systems s join states st on st.code = s.state_code
    where s.id in (select system_id from (${sessions}) scoped) group by 1`);
}

/** The same with who stands behind it: rows `systems` and `students`; columns each key, `all`, and `known`. */
export function guardedServed(db: Database, scoped: ScopedRows, by: PlaceDimension, protection: FactsProtection): Promise<KeyedFacts[]> {
  const served = sql`(select m.*, s.enrollment, ${placeKey(by, "s")} as place from marked m join systems s on s.id = m.system_id join states st on st.code = s.state_code) i`;
  const each = (column: ReturnType<typeof sql>, where = sql`true`) => sql`
    select 'systems' as row_key, ${column} as column_key, ${MARK}, null::float8 as weight, null::float8 as worth from ${served} where ${where}
    union all select 'students', ${column}, ${MARK}, null, i.enrollment from ${served} where i.enrollment is not null and ${where}`;
  return cellFacts(db, {
    population: "sessions",
    scoped,
    protection,
    contributions: sql`${each(sql`i.place`)} union all ${each(sql`'all'`)} union all ${each(sql`'known'`, sql`i.place <> 'UNKNOWN'`)}`,
  });
}
