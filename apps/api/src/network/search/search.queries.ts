import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { SearchResult } from "./search.type";

export interface Search {
  /** Letters and digits alone, lower case; at least one. */
  readonly words: readonly string[];
  readonly first: number;
  /** Whether systems and coaches are looked through; which of them, row policies decide. */
  readonly rows: boolean;
  readonly now: Date;
}

/** Of one kind no more are given, so that one with many of a name does not crowd out the rest. */
const MOST_OF_A_KIND = 6;

/** What is meant first by words that fit several kinds as well. */
const IN_ORDER = "array['TOPIC', 'DOMAIN', 'SYSTEM', 'COACH', 'PROVIDER', 'RESOURCE']";

/** Least likeness to some words of a name, where not every word typed begins one of its. Shorter texts are like too much. */
const LEAST_LIKENESS = 0.55;
const LEAST_LETTERS = 4;

/**
 * What is like the words typed, best first: its code or id itself, then names that begin with them, then names each word begins a
 * word of, and only where there are none, names that are spelt alike. Looks through all names, since there are at most some thousands.
 */
export async function searchNetwork(db: Database, { words, first, rows, now }: Search): Promise<SearchResult[]> {
  const typed = words.join(" ");
  const begun = sql.join(words.map((word) => sql`(' ' || name) like ${`% ${word}%`}`), sql` and `);
  const alike = typed.length < LEAST_LETTERS ? sql`0::float8` : sql`word_similarity(${typed}, name)`;
  const found = await db.execute<{ [Name in keyof SearchResult]: SearchResult[Name] }>(sql`
    with things as (${sql.join([...openThings(now), ...(rows ? rowThings : [])], sql` union all `)}),
    named as (select *, regexp_replace(lower(label || ' ' || coalesce(also, '')), '[[:punct:][:space:]]+', ' ', 'g') as name from things),
    scored as materialized (
      select kind, id, label, detail, url, case
        when lower(id) = ${typed.replaceAll(" ", "-")} or lower(coalesce(also, '')) = ${typed} then 4
        when name like ${`${typed}%`} then 3
        when ${begun} then 2
        else ${alike} end as score
      from named
    ),
    placed as (select *, row_number() over (partition by kind order by score desc, label, id) as place from scored
      where score >= 2 or (score >= ${LEAST_LIKENESS} and not exists (select from scored meant where meant.score >= 2)))
    select kind, id, label, detail, url from placed where place <= ${MOST_OF_A_KIND}
    order by score desc, array_position(${sql.raw(IN_ORDER)}, kind), label, id limit ${first}`);
  return [...found];
}

/** Each: kind, id, label, detail, url, and what else it is found by. */
const openThings = (now: Date): SQL[] => [
  sql`select case t.kind when 'domain' then 'DOMAIN' else 'TOPIC' end as kind, t.code as id, t.label, d.label as detail, null as url, t.code as also
    from topics t left join topics d on d.code = t.domain_code where t.standing <> 'merged'`,
  sql`select 'PROVIDER', id, name, null, null, null from providers`,
  sql`select 'RESOURCE', id, title, replace(kind, '_', ' '), url, null from resources
    where (published_at is null or published_at <= ${now.toISOString()}::timestamptz) and (retired_at is null or retired_at > ${now.toISOString()}::timestamptz)`,
];

const rowThings: readonly SQL[] = [
  sql`select 'SYSTEM', s.id, s.name, st.name, null, s.leaid from systems s join states st on st.code = s.state_code`,
  sql`select 'COACH', c.id, c.name, p.name, null, null from coaches c join providers p on p.id = c.provider_id`,
];
