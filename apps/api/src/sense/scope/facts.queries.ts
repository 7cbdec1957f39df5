import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { CellFacts, RecordKind } from "../figure/protection";
import { itemTables } from "./dimension.queries";
import type { ScopedRows } from "./rows.queries";

/** What facts are wanted of. */
export interface FactsQuestion {
  /** The records that cells hold. */
  readonly population: RecordKind;
  readonly scoped: ScopedRows;
  /**
   * Which records are in which cells: a select over `marked i`, which has the columns of `items` (see `populationTables`), of
   * row_key and column_key (texts; records without one are in no cell), MARK, weight (of the record) and worth (of its
   * system; either may be null). Each record is in a cell once at most.
   */
  readonly contributions: SQL;
  /** Further common table expressions that `contributions` reads, each with a comma before it. */
  readonly also?: SQL;
  readonly protection: FactsProtection;
}

export interface FactsProtection {
  readonly secret: string;
  /** The viewer's own organisation, whose rows they know. */
  readonly ownProvider: string | null;
}

export interface KeyedFacts extends CellFacts {
  readonly row: string;
  readonly column: string;
}

/** `items` (id, system_id, system, at …) and `item_providers` (item_id, key) of a population. */
export function populationTables(population: RecordKind, scoped: ScopedRows): SQL {
  if (population !== "relationships") return itemTables(population === "requests" ? "REQUESTS" : "SESSIONS", scoped);
  return sql`
    numbered_systems as (select id, row_number() over ()::int as number from systems),
    items as (select q.*, n.number as system, q.first_held_at as at from (${scoped.relationships}) q join numbered_systems n on n.id = q.system_id),
    item_providers as (
      select distinct i.id as item_id, c.provider_id as key
      from items i join engagement_coaches ec on ec.engagement_id = i.id join coaches c on c.id = ec.coach_id
    )`;
}

/** What a contribution carries of its record. */
export const MARK = sql`i.number, i.system, i.record_key, i.by_others`;

type FactsRow = Readonly<
  Record<"records" | "systems" | "largestSystem" | "organisations" | "largestOrganisation", number> &
    Record<"otherRecords" | "otherSystems" | "otherLargestSystem" | "otherOrganisations" | "otherLargestOrganisation", number> &
    Record<"recordKey" | "systemKey" | "sum" | "largest", number>
> & { readonly row: string; readonly column: string };

/** Who stands behind each cell that is not empty, with the keys of its noise: one statement. */
export async function cellFacts(db: Database, { population, scoped, contributions, also = sql``, protection }: FactsQuestion): Promise<KeyedFacts[]> {
  const { secret, ownProvider } = protection;
  const rows = await db.execute<{ [Name in keyof FactsRow]: FactsRow[Name] }>(sql`
    with ${populationTables(population, scoped)} ${also},
    own as (select item_id from item_providers where key = ${ownProvider}::text),
    marked as materialized (
      select i.*, row_number() over ()::int as number, ${keyOf(secret, population, sql`i.id`)} as record_key, i.id not in (select item_id from own) as by_others
      from items i
    ),
    placed as materialized (
      select row_key collate "C" as row_key, column_key collate "C" as column_key, number, system, record_key, by_others, weight, worth
      from (${contributions}) c where row_key is not null and column_key is not null
    ),
    worked as materialized (
      select m.number, o.number as provider, o.is_hub
      from item_providers p join marked m on m.id = p.item_id
      join (select id, kind = 'hub' as is_hub, row_number() over ()::int as number from providers) o on o.id = p.key
    ),
    system_keys as (select system, ${keyOf(secret, "system", sql`system_id`)} as key from (select distinct system, system_id from items) s),
    by_system as (
      select row_key, column_key, system, count(*)::int as records, (count(*) filter (where by_others))::int as other_records,
        sum(record_key) as key, coalesce(sum(weight), max(worth), 0) as weight
      from placed group by 1, 2, 3
    ),
    of_systems as (
      select row_key, column_key, sum(records)::int as records, count(*)::int as systems, max(records) as largest,
        sum(other_records)::int as other_records, (count(*) filter (where other_records > 0))::int as other_systems, max(other_records) as other_largest,
        sum(b.key) as record_key, sum(k.key) as system_key, sum(weight) as weight, max(abs(weight)) as largest_weight
      from by_system b join system_keys k on k.system = b.system group by 1, 2
    ),
    by_organisation as (
      select row_key, column_key, provider, is_hub, count(*)::int as records, (count(*) filter (where by_others))::int as other_records
      from placed join worked using (number) group by 1, 2, 3, 4
    ),
    of_organisations as (
      select row_key, column_key, (count(*) filter (where not is_hub))::int as organisations, max(records) as largest,
        (count(*) filter (where not is_hub and other_records > 0))::int as other_organisations, max(other_records) as other_largest
      from by_organisation group by 1, 2
    )
    select row_key as row, column_key as "column", s.records, s.systems, s.largest as "largestSystem",
      coalesce(o.organisations, 0) as organisations, coalesce(o.largest, 0) as "largestOrganisation",
      s.other_records as "otherRecords", s.other_systems as "otherSystems", s.other_largest as "otherLargestSystem",
      coalesce(o.other_organisations, 0) as "otherOrganisations", coalesce(o.other_largest, 0) as "otherLargestOrganisation",
      mod(s.record_key, 4294967296)::float8 as "recordKey", mod(s.system_key, 4294967296)::float8 as "systemKey",
      s.weight::float8 as sum, s.largest_weight::float8 as largest
    from of_systems s left join of_organisations o using (row_key, column_key)`);
  return rows.map((row) => factsOf(row, ownProvider !== null));
}

/** First 32 bits of a keyed hash of an id: who does not have the secret cannot tell what noise a record makes. */
export function keyOf(secret: string, kind: string, id: SQL): SQL {
  return sql`('x' || encode(substr(sha256(convert_to(${`${secret}:${kind}:`}::text || ${id}, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint`;
}

function factsOf(row: FactsRow, hasOwnProvider: boolean): KeyedFacts {
  const { records, systems, largestSystem, organisations, largestOrganisation, recordKey, systemKey, sum, largest } = row;
  const others = {
    records: row.otherRecords,
    systems: row.otherSystems,
    largestSystem: row.otherLargestSystem,
    organisations: row.otherOrganisations,
    largestOrganisation: row.otherLargestOrganisation,
  };
  return {
    row: row.row,
    column: row.column,
    all: { records, systems, largestSystem, organisations, largestOrganisation },
    others: hasOwnProvider ? others : null,
    recordKey,
    systemKey,
    sum,
    largest,
  };
}
