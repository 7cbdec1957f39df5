import { sql } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import type { FieldTime, IntakeField } from "../../network/intake/intake.table";
import { scopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";

/** How far one visit came. */
export interface VisitFacts {
  readonly fields: readonly FieldTime[];
  /** Null = none was reached. */
  readonly lastField: IntakeField | null;
  readonly submitted: boolean;
  /** Opened so lately that it may be under way. */
  readonly tooRecent: boolean;
}

const ZONE = sql.raw(`'${NETWORK_TIME_ZONE}'`);
const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${ZONE})`;

/** The visits that were opened in the scope's period; of nothing else in a scope does a visit know. */
export async function visitsIn(db: Database, { from, to }: CheckedScope, now: Date): Promise<VisitFacts[]> {
  const present = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ fields: FieldTime[]; lastField: IntakeField | null; submitted: boolean; tooRecent: boolean }>(sql`
    select fields, last_field as "lastField", submitted, opened_at > ${present} - interval '1 hour' as "tooRecent"
    from intake_visits
    where opened_at < ${to === null ? present : sql`least(${midnight(to)}, ${present})`} ${from === null ? sql`` : sql`and opened_at >= ${midnight(from)}`}`);
  return [...rows];
}

/** The form's own clock of each request in scope; null where it told nothing. */
export async function secondsIn(db: Database, scope: CheckedScope, now: Date): Promise<(number | null)[]> {
  const { requests } = scopedRows(scope, now);
  const rows = await db.execute<{ seconds: number | null }>(sql`
    with i as (${requests}) select r.seconds_to_submit::float8 as seconds from i join requests r on r.id = i.id`);
  return [...rows].map(({ seconds }) => seconds);
}
