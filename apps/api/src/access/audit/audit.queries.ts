import { and, sql, type SQL } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { positionPage } from "../../db/page.queries";
import type { Page, PageRequest, Position } from "../../page";

/** Null = no matter. */
export interface AuditFilter {
  /** Part of whatever is told of an event, in whatever case. */
  readonly search: string | null;
  readonly action: string | null;
  /** The id of an account. */
  readonly actor: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  /** Days by the network's calendar: the first, and the one after the last. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Events, newest first. */
export function auditEventPage(db: Database, filter: AuditFilter, request: PageRequest): Promise<Page<Position>> {
  const where = and(
    ...given(filter.search, (text) => sql`position(lower(${text}) in lower(concat_ws(' ', e.actor_name, e.actor_email, e.key_name, e.action, e.subject_type, e.subject_id, e.reason, e.detail::text, e.request_id))) > 0`),
    ...given(filter.action, (action) => sql`e.action = ${action}`),
    ...given(filter.actor, (id) => sql`e.account_id = ${id}`),
    ...given(filter.subjectType, (type) => sql`e.subject_type = ${type}`),
    // One of several is among the ids that the detail names.
    ...given(filter.subjectId, (id) => sql`(e.subject_id = ${id} or (e.subject_id = '*' and e.detail -> 'ids' ? ${id}))`),
    ...given(filter.from, (day) => sql`e.at >= ${midnight(day)}`),
    ...given(filter.to, (day) => sql`e.at < ${midnight(day)}`),
  );
  return positionPage(db, sql`select e.id::text as id, lpad(e.id::text, 20, '0') as key from audit_events e where ${where ?? sql`true`}`, "descending", request);
}

const given = (value: string | null, condition: (value: string) => SQL): SQL[] => (value === null ? [] : [condition(value)]);

const midnight = (day: string): SQL => sql`(${day}::date::timestamp at time zone ${NETWORK_TIME_ZONE})`;

export interface ChainState {
  readonly events: number;
  /** Of the first event at which the chain breaks; null = it holds. */
  readonly firstBroken: string | null;
}

/** Reads the whole trail and computes every hash anew. */
export async function checkChain(db: Database): Promise<ChainState> {
  const [row] = await db.execute<{ events: number; firstBroken: string | null }>(
    sql`select audit_count()::int as events, audit_first_broken()::text as "firstBroken"`,
  );
  if (!row) throw new Error("A function answers with one row.");
  return row;
}

export interface NewEvent {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Leaves an event in the trail, in the caller's transaction and in the name of who is looking. */
export async function recordEvent(db: Database, { action, subjectType, subjectId, detail = {} }: NewEvent): Promise<void> {
  await db.execute(sql`select audit(${action}, ${subjectType}, ${subjectId}, ${JSON.stringify(detail)}::jsonb)`);
}
