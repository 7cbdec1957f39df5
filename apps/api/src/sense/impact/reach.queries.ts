import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { cellFacts, MARK, type FactsProtection, type KeyedFacts } from "../scope/facts.queries";
import type { ScopedRows } from "../scope/rows.queries";

export interface LocaleReach {
  readonly locale: string;
  /** Of the systems whose enrollment is known, and how many those are. */
  readonly students: number;
  readonly studentsKnown: number;
}

/** Students of the systems with a session in scope by locale; systems without a known locale are left out. */
export function studentsByLocale(db: Database, { sessions }: ScopedRows): Promise<LocaleReach[]> {
  return db.execute<{ [Name in keyof LocaleReach]: LocaleReach[Name] }>(sql`
    select locale, coalesce(sum(enrollment), 0)::float8 as students, count(enrollment)::int as "studentsKnown"
    from systems where id in (select system_id from (${sessions}) scoped) and locale is not null group by locale`);
}

/** The same with who stands behind it: column the locale, or `all`. */
export function guardedStudentsByLocale(db: Database, scoped: ScopedRows, protection: FactsProtection): Promise<KeyedFacts[]> {
  const counted = sql`marked i join systems s on s.id = i.system_id where s.locale is not null and s.enrollment is not null`;
  return cellFacts(db, {
    population: "sessions",
    scoped,
    protection,
    contributions: sql`
      select 'students' as row_key, s.locale as column_key, ${MARK}, null::float8 as weight, s.enrollment as worth from ${counted}
      union all select 'students', 'all', ${MARK}, null, s.enrollment from ${counted}`,
  });
}

export interface NationalLocale {
  readonly locale: string;
  readonly districts: number;
  readonly students: number;
}

/** All regular districts of the nation, and their students, by locale. */
export function nationByLocale(db: Database): Promise<NationalLocale[]> {
  return db.execute<{ [Name in keyof NationalLocale]: NationalLocale[Name] }>(sql`
    select locale, sum(districts)::int as districts, sum(students)::float8 as students from universe_counts where locale <> 'UNKNOWN' group by locale`);
}
