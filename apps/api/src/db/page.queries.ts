import { sql, type SQL } from "drizzle-orm";
import type { Page, PageRequest, Position } from "../page";
import type { Database } from "./client";

export type Order = "ascending" | "descending";

/**
 * One page of a list, found by where the last one ended, so that rows that come or go in between shift nothing.
 * @param listed a subselect of `id` and `key`, both text; the list is in order of key, then id, compared byte by byte.
 */
export async function positionPage(db: Database, listed: SQL, order: Order, { limit, after }: PageRequest): Promise<Page<Position>> {
  const onward = order === "ascending" ? sql`>` : sql`<`;
  const by = order === "ascending" ? sql`asc` : sql`desc`;
  const beyond = after ? sql`where (key collate "C", id collate "C") ${onward} (${after.key}, ${after.id})` : sql``;
  const [row] = await db.execute<{ total: number; rows: Position[] }>(sql`
    with listed as materialized (${listed}),
    page as (select key, id from listed ${beyond} order by key collate "C" ${by}, id collate "C" ${by} limit ${limit + 1})
    select (select count(*)::int from listed) as total,
      (select coalesce(json_agg(json_build_object('key', key, 'id', id)), '[]') from page) as rows`);
  if (!row) throw new Error("An aggregate answers with one row.");
  return row;
}

/** An instant as text that sorts as time does. */
export const sortableInstant = (at: SQL): SQL => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
