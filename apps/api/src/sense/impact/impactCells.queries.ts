import { sql, type SQL } from "drizzle-orm";
import { middleOf } from "@arl/analysis/disclosure/protectedMean";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { nothing, type CellFacts } from "../figure/protection";
import { cellFacts, MARK, type FactsProtection, type FactsQuestion } from "../scope/facts.queries";
import type { ScopedRows } from "../scope/rows.queries";
import { askedForMore, DAYS_TO_FIRST_SESSION, DAYS_TO_MATCH, followedRequests, numberedCalls, relationshipLength } from "./impact.queries";

/** Cells of one population by name, and where a name stands for several, by key. */
export interface Cells {
  /** An empty cell where there is none of that name. */
  of(name: string, key?: string): CellFacts;
  /** The keys under which a name has cells that are not empty. */
  keysOf(name: string): string[];
}

/** Ends of the intervals in which waiting is told, in days. */
export const WAIT_DAYS: readonly number[] = [...Array.from({ length: 14 }, (_, day) => day + 1), ...Array.from({ length: 8 }, (_, week) => 21 + 7 * week)];

/** Months of a relationship that are told apart. */
const MOST_MONTHS = 60;
export const LENGTH_MONTHS: readonly number[] = Array.from({ length: MOST_MONTHS }, (_, month) => month + 1);

export const RATING_SCALE = [1, 5] as const;
export const LEVEL_SCALE = [1, 4] as const;

/** all; match, matchless, call, callless by interval of WAIT_DAYS: events and censorings. */
export function requestCells(db: Database, scoped: ScopedRows, protection: FactsProtection): Promise<Cells> {
  return cellsOf(db, {
    population: "requests",
    scoped,
    protection,
    also: sql`, ${followedRequests(scoped)}`,
    contributions: sql`
      ${allItems}
      union all ${spells(sql`marked i join followed on followed.id = i.id`, DAYS_TO_MATCH, WAIT_DAYS, "match", "matchless")}
      union all ${spells(sql`marked i join followed on followed.id = i.id`, DAYS_TO_FIRST_SESSION, WAIT_DAYS, "call", "callless")}`,
  });
}

/**
 * all; rated (weight: rating from the middle of the scale) and rated squared; rating by rating; locale, state and title_i by
 * key; locale known, title_i known, schools known and students known of the systems served, these two with their number.
 */
export function sessionCells(db: Database, scoped: ScopedRows, protection: FactsProtection): Promise<Cells> {
  const rating = sql`(g.rating - ${middleOf(...RATING_SCALE)}::float8)`;
  const rated = sql`marked i join ratings g on g.session_id = i.id and g.rated_at < ${scoped.asOf}`;
  const served = sql`marked i join systems s on s.id = i.system_id`;
  return cellsOf(db, {
    population: "sessions",
    scoped,
    protection,
    contributions: sql`
      ${allItems}
      union all select 'rated', '', ${MARK}, ${rating}, null from ${rated}
      union all select 'rated squared', '', ${MARK}, ${rating} * ${rating}, null from ${rated}
      union all select 'rating', g.rating::text, ${MARK}, null, null from ${rated}
      union all select 'locale', coalesce(s.locale, 'UNKNOWN'), ${MARK}, null, null from ${served}
      union all select 'locale known', '', ${MARK}, null, null from ${served} where s.locale is not null
      union all select 'state', s.state_code, ${MARK}, null, null from ${served}
      union all select 'title_i', s.title_i::text, ${MARK}, null, null from ${served}
      union all select 'title_i known', '', ${MARK}, null, null from ${served} where s.title_i is not null
      union all select 'schools known', '', ${MARK}, null, s.schools from ${served} where s.schools is not null
      union all select 'students known', '', ${MARK}, null, s.enrollment from ${served} where s.enrollment is not null`,
  });
}

/** all; returned; closed and open by month of LENGTH_MONTHS: events and censorings. */
export function relationshipCells(db: Database, scoped: ScopedRows, protection: FactsProtection): Promise<Cells> {
  const length = relationshipLength(scoped.asOf);
  const months = { days: sql`(${length.days}) / ${DAYS_PER_MONTH}::float8`, happened: length.happened };
  return cellsOf(db, {
    population: "relationships",
    scoped,
    protection,
    contributions: sql`
      ${allItems}
      union all select 'returned', '', ${MARK}, null, null from marked i where i.sessions > 1 or ${askedForMore(sql`i`, scoped.asOf)}
      union all ${spells(sql`marked i`, months, LENGTH_MONTHS, "closed", "open")}`,
  });
}

/** level and level squared by call, for the first `calls` calls (weight: level from the middle of the scale). */
export function callCells(db: Database, scoped: ScopedRows, protection: FactsProtection, calls: number): Promise<Cells> {
  const level = sql`(level - ${middleOf(...LEVEL_SCALE)}::float8)`;
  const told = sql`marked i join numbered on numbered.engagement_id = i.id where level is not null and call <= ${calls}`;
  return cellsOf(db, {
    population: "relationships",
    scoped,
    protection,
    also: sql`, numbered as (${numberedCalls(sql`items`, scoped.asOf)})`,
    contributions: sql`
      select 'level' as row_key, call::text as column_key, ${MARK}, ${level} as weight, null::float8 as worth from ${told}
      union all select 'level squared', call::text, ${MARK}, ${level} * ${level}, null from ${told}`,
  });
}

const allItems = sql`select 'all' as row_key, '' as column_key, ${MARK}, null::float8 as weight, null::float8 as worth from marked i`;

/** Which of its intervals each spell ends in, by how it ends: interval n lies before the n-th end. */
function spells(from: SQL, { days, happened }: { days: SQL; happened: SQL }, ends: readonly number[], event: string, censored: string): SQL {
  const starts = sql`${sql.param([0, ...ends])}::float8[]`;
  return sql`select case when ${happened} then ${event} else ${censored} end, width_bucket(greatest(${days}, 0), ${starts})::text, ${MARK}, null, null from ${from}`;
}

async function cellsOf(db: Database, question: FactsQuestion): Promise<Cells> {
  const facts = await cellFacts(db, question);
  const byName = Map.groupBy(facts, ({ row }) => row);
  const empty = nothing(question.protection.ownProvider !== null);
  return {
    of: (name, key = "") => byName.get(name)?.find(({ column }) => column === key) ?? empty,
    keysOf: (name) => (byName.get(name) ?? []).map(({ column }) => column),
  };
}
