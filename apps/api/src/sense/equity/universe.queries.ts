import { and, sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import { textArray } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { PlaceDimension } from "./place";

/** What reach is compared with: regular districts and their students, by one dimension. */
export interface Universe {
  readonly source: "NATIONAL_COUNTS" | "DIRECTORY";
  /** Districts, and their students, whose key is known. */
  readonly districts: number;
  readonly students: number;
  /** How much the sizes of districts are spread: mean of their squares over the square of their mean; 1 where all are as large. */
  readonly spread: number;
  readonly groups: ReadonlyMap<string, UniverseGroup>;
}

interface UniverseGroup {
  readonly districts: number;
  readonly students: number;
}

interface Row {
  readonly key: string;
  readonly districts: number;
  readonly students: number;
  readonly squares: number;
}

/** The regular districts of the directory, in the columns of `universe_counts`. */
const LISTED = sql`
  select state_code, locale,
    case when child_poverty_pct is null then 'UNKNOWN' when child_poverty_pct < 10 then 'UNDER_10'
      when child_poverty_pct < 20 then 'FROM_10_TO_20' when child_poverty_pct < 30 then 'FROM_20_TO_30' else 'OVER_30' end as poverty_band,
    case when enrollment is null then 'UNKNOWN' when enrollment < 1000 then 'UNDER_1K'
      when enrollment < 5000 then 'FROM_1K_TO_5K' when enrollment < 25000 then 'FROM_5K_TO_25K' else 'OVER_25K' end as enrollment_band,
    1 as districts, coalesce(enrollment, 0) as students
  from districts where is_regular and gone_at is null`;

const COUNTED = sql`select state_code, locale, poverty_band, enrollment_band, districts, students from universe_counts`;

/** The column of `u` (the universe) or of systems, with `st` their state, that holds the key of a dimension. */
export function placeKey(dimension: PlaceDimension, of: "u" | "s"): SQL {
  const alias = sql.raw(of);
  switch (dimension) {
    case "STATE":
      return sql`${alias}.state_code`;
    case "REGION":
      return sql`st.region`;
    case "LOCALE":
      return sql`coalesce(${alias}.locale, 'UNKNOWN')`;
    case "POVERTY_BAND":
      return sql`${alias}.poverty_band`;
    case "ENROLLMENT_BAND":
      return sql`${alias}.enrollment_band`;
  }
}

/** Districts of the places and kinds that a scope asks for; what the universe does not hold, such as governance, does not narrow it. */
function inScope(scope: CheckedScope): SQL | undefined {
  const among = (column: SQL, values: readonly string[]) => (values.length === 0 ? undefined : sql`${column} = any(${textArray(values)})`);
  return and(
    among(sql`u.state_code`, scope.states),
    among(sql`st.region`, scope.regions),
    among(sql`u.locale`, scope.locales),
    among(sql`u.poverty_band`, scope.povertyBands),
    among(sql`u.enrollment_band`, scope.enrollmentBands),
  );
}

/** @param db one that may read the directory, which is open to all; the transaction of protected figures may not. */
export async function universeBy(db: Database, scope: CheckedScope, by: PlaceDimension): Promise<Universe> {
  const [{ listed } = { listed: false }] = await db.execute<{ listed: boolean }>(sql`
    select demo_loaded_at is null and exists (select from districts where is_regular and gone_at is null) as listed from network_settings`);
  const key = placeKey(by, "u");
  const rows = await db.execute<{ [Name in keyof Row]: Row[Name] }>(sql`
    select ${key} as key, sum(u.districts)::int as districts, sum(u.students)::float8 as students, sum(u.students::float8 * u.students / u.districts) as squares
    from (${listed ? LISTED : COUNTED}) u join states st on st.code = u.state_code
    where ${and(sql`${key} <> 'UNKNOWN'`, inScope(scope))} group by 1`);
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [districts, students] = [sum((row) => row.districts), sum((row) => row.students)];
  return {
    source: listed ? "DIRECTORY" : "NATIONAL_COUNTS",
    districts,
    students,
    spread: students > 0 ? (districts * sum((row) => row.squares)) / students ** 2 : 1,
    groups: new Map(rows.map((row) => [row.key, { districts: row.districts, students: row.students }])),
  };
}
