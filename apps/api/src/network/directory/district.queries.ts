import { inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import { positionPage } from "../../db/page.queries";
import type { Page, PageRequest } from "../../page";
import { districts, type DistrictRow } from "./district.table";
import { searchText, tellingWords } from "./searchText";
import { states, type StateRow } from "./state.table";

/** A district and how well it matched, as text that sorts from best to worst. */
export type FoundDistrict = DistrictRow & { readonly rank: string };

/** More matches are never looked through: whoever needs them types another letter. */
const MOST_MATCHES = 200;

/** Least likeness of what was typed to some words of a district; short texts are like too much. */
const LEAST_LIKENESS = 0.4;
const LEAST_LIKENESS_SHORT = 0.5;
const SHORT = 5;

/**
 * Districts whose name, city or state is like what was typed, best first. Those that the directory no longer lists are
 * left out.
 */
export async function searchDistricts(db: Database, search: string, request: PageRequest): Promise<Page<FoundDistrict>> {
  const typed = searchText(search);
  if (typed === "") return { rows: [], total: 0 };
  await prepareSearch(db);
  const { rows: found, total } = await positionPage(db, ranked(typed), "ascending", request);
  const rows = found.length === 0 ? [] : await db.select().from(districts).where(inArray(districts.leaid, found.map(({ id }) => id)));
  const byId = new Map(rows.map((row) => [row.leaid, row]));
  return {
    rows: found.flatMap(({ id, key }) => {
      const row = byId.get(id);
      return row ? [{ ...row, rank: key }] : [];
    }),
    total,
  };
}

/**
 * Settings for the rest of the transaction, the same for every search: how alike is enough for the index, and that the
 * index is used, since the planner does not know how costly it is to work out likeness for every district.
 */
export async function prepareSearch(db: Database): Promise<void> {
  await db.execute(sql`
    select set_config('pg_trgm.word_similarity_threshold', ${String(LEAST_LIKENESS)}, true), set_config('enable_seqscan', 'off', true)`);
}

/** The best matches as id and key. Exported for the test that looks at how they are found. */
export function ranked(typed: string): SQL {
  const { match, likeness } = matching(typed);
  return sql`
    select id, to_char(9 - score, 'FM0.000000') as key from (
      select d.leaid as id, ${likeness}
        + case when d.search_text like ${`${typed}%`} then 0.5 else 0 end
        + 0.3 * ln(1 + coalesce(d.enrollment, 0)) / ln(1000000) as score
      from districts d where ${match} and d.gone_at is null
      order by score desc, d.leaid limit ${MOST_MATCHES}
    ) matches`;
}

/**
 * By likeness to the words that tell districts apart; a letter or two, and words that thousands of names share, are
 * looked for as they stand at the beginning of words, since likeness to them says nothing and takes long to work out.
 */
function matching(typed: string): { match: SQL; likeness: SQL } {
  const telling = tellingWords(typed);
  if (telling.length < 3) {
    const begun = typed.split(" ").map((word) => sql`(d.search_text like ${`${word}%`} or d.search_text like ${`% ${word}%`})`);
    return { match: sql.join(begun, sql` and `), likeness: sql`0` };
  }
  const alike = sql`word_similarity(${telling}, d.search_text)`;
  const enough = telling.length < SHORT ? sql`and ${alike} >= ${LEAST_LIKENESS_SHORT}` : sql``;
  return { match: sql`${telling} <% d.search_text ${enough}`, likeness: sql`${alike} + 0.5 * similarity(${typed}, d.search_text)` };
}

/** Every state, by name. */
export function listStates(db: Database): Promise<StateRow[]> {
  return db.select().from(states).orderBy(states.name);
}
