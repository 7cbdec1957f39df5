import { sql } from "drizzle-orm";
import { NETWORK_TIME_ZONE, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { scopedRows } from "../scope/rows.queries";
import { NO_CONDITION } from "../scope/publishedScope";
import type { WeekCounts } from "./facts";

/** Midnight at the start of a day in the network's time zone. */
const startOf = (day: string) => sql`(${day}::date::timestamp at time zone ${sql.raw(`'${NETWORK_TIME_ZONE}'`)})`;

/** What happened in the seven days before a Monday, and in the seven before those. */
export async function weekCounts(db: Database, week: string, now: Date): Promise<WeekCounts> {
  const rows = scopedRows({ ...NO_CONDITION, to: week }, now);
  const [from, before] = [sql`${startOf(week)} - interval '7 days'`, sql`${startOf(week)} - interval '14 days'`];
  const [row] = await db.execute<{ [Name in keyof WeekCounts]: WeekCounts[Name] }>(sql`
    with asked as (${rows.requests}), held as (${rows.sessions}), began as (${rows.relationships}),
    of_system as (select system_id, min(submitted_at) as first_at, max(submitted_at) as last_at from asked group by system_id)
    select
      (select count(*) from asked where submitted_at >= ${from})::int as requests,
      (select count(*) from asked where submitted_at >= ${before} and submitted_at < ${from})::int as "requestsBefore",
      (select count(*) from of_system where last_at >= ${from})::int as systems,
      (select count(*) from of_system where first_at >= ${from})::int as "newSystems",
      (select count(*) from held where held_at >= ${from})::int as sessions,
      (select count(*) from held where held_at >= ${before} and held_at < ${from})::int as "sessionsBefore",
      (select count(*) from began where first_held_at >= ${from})::int as begun`);
  if (!row) throw new Error("A statement without rows of its own answers with one.");
  return row;
}

/** Days are counted by the clock, not by the calendar: an hour short of three days is two. */
const DAY_SECONDS = 86_400;

/** Requests that are open as of a moment and were submitted longer ago than the service target, the oldest first. */
export async function waitingRequests(db: Database, asOf: Date): Promise<{ id: string; days: number }[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  return db.execute<{ id: string; days: number }>(sql`
    select r.id, (extract(epoch from ${at} - r.submitted_at) / ${DAY_SECONDS})::float8 as days
    from requests r
    where r.submitted_at < ${at} - make_interval(secs => ${SERVICE_TARGET_DAYS * DAY_SECONDS}) and not coalesce(r.withdrawn_at < ${at}, false)
      and not exists (select from engagements e where e.request_id = r.id and e.matched_at < ${at})
      and not exists (select from referrals f where f.request_id = r.id and f.sent_at < ${at})
    order by r.submitted_at, r.id`);
}

/** The instant at which a day begins in the network's time zone. */
export async function startOfDay(db: Database, day: string): Promise<Date> {
  const [row] = await db.execute<{ at: string }>(sql`select to_json(${startOf(day)})#>>'{}' as at`);
  if (!row) throw new Error("A statement without rows of its own answers with one.");
  return new Date(row.at);
}

/** Titles of the resources published in the seven days before a Monday. The shelf is open to all. */
export async function openedResources(db: Database, week: string): Promise<string[]> {
  const rows = await db.execute<{ title: string }>(sql`
    select title from resources
    where published_at >= ${startOf(week)} - interval '7 days' and published_at < ${startOf(week)} and coalesce(retired_at > ${startOf(week)}, true)
    order by published_at, id`);
  return rows.map(({ title }) => title);
}
