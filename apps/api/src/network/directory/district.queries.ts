import { inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Page, PageRequest } from "../../page";
import { districts, type DistrictRow } from "./district.table";
import { states, type StateRow } from "./state.table";
import { searchText } from "./searchText";

/** A district and how well it matched, as text that sorts from best to worst. */
export type FoundDistrict = DistrictRow & { readonly rank: string };

/** More matches are never looked through: whoever needs them types another letter. */
const MOST_MATCHES = 200;

/**
 * Districts whose name, city or state is like what was typed, best first. Those that the directory no longer lists are
 * left out.
 */
export async function searchDistricts(db: Database, search: string, { limit, after }: PageRequest): Promise<Page<FoundDistrict>> {
  const typed = searchText(search);
  if (typed === "") return { rows: [], total: 0 };
  // The threshold decides what the index finds; it holds for this transaction only.
  await db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${typed.length < 5 ? "0.5" : "0.4"}, true)`);
  const found = await db.execute<{ id: string; rank: string; total: number }>(sql`
    with matches as (
      select d.leaid as id,
        word_similarity(${typed}, d.search_text) + 0.5 * similarity(${typed}, d.search_text)
          + case when d.search_text like ${`${typed}%`} then 0.5 else 0 end
          + 0.02 * ln(1 + coalesce(d.enrollment, 0)) / ln(1000000) as score
      from districts d where ${typed} <% d.search_text and d.gone_at is null
      order by score desc, d.leaid limit ${MOST_MATCHES}
    ), ranked as (select id, to_char(9 - score, 'FM0.000000') as rank, (count(*) over ())::int as total from matches)
    select id, rank, total from ranked
    ${after ? sql`where (rank collate "C", id collate "C") > (${after.key}, ${after.id})` : sql``}
    order by rank collate "C", id collate "C" limit ${limit + 1}`);
  if (found.length === 0) return { rows: [], total: 0 };
  const rows = await db.select().from(districts).where(inArray(districts.leaid, found.map(({ id }) => id)));
  const byId = new Map(rows.map((row) => [row.leaid, row]));
  return {
    rows: found.flatMap(({ id, rank }) => {
      const row = byId.get(id);
      return row ? [{ ...row, rank }] : [];
    }),
    total: found[0]?.total ?? 0,
  };
}

/** Every state, by name. */
export function listStates(db: Database): Promise<StateRow[]> {
  return db.select().from(states).orderBy(states.name);
}
