import { and, sql, type SQL } from "drizzle-orm";
import { RECENT_DEMAND_DAYS, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { positionPage, sortableInstant } from "../../db/page.queries";
import type { Page, PageRequest, Position } from "../../page";
import { baseScope, cutBy, itemTables } from "../scope/dimension.queries";
import { databaseKey } from "../scope/headings";
import { availableSpecialist } from "../scope/capacity.queries";
import { scopedRows, textArray } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Coordinate, Evidence } from "../scope/scope.type";
import { SystemStage, type Standing } from "./record.type";

export interface RecordQuestion {
  readonly scope: CheckedScope;
  readonly now: Date;
  readonly page: PageRequest;
}

/** Systems with a request, or with a session, in scope, by name; of them those with the ids, where ids are given. */
export function systemPage(db: Database, { scope, now, page }: RecordQuestion, stage: SystemStage, ids: readonly string[] | null): Promise<Page<Position>> {
  const { requests, sessions } = scopedRows(scope, now);
  const counted = stage === SystemStage.SERVED ? sessions : requests;
  const listed = sql`select s.id, lower(s.name) as key from systems s where s.id in (select system_id from (${counted}) counted)
    and ${ids === null ? sql`true` : sql`s.id = any(${textArray(ids)})`}`;
  return positionPage(db, listed, "ascending", page);
}

/** The requests or sessions that a needPatterns table counts at the given headings, newest first. */
export function itemPage(
  db: Database,
  evidence: Evidence,
  { scope, now, page }: RecordQuestion,
  at: readonly Coordinate[],
  alsoWhere: SQL = sql`true`,
): Promise<Page<Position>> {
  const dimensions = at.map(({ dimension }) => dimension);
  const items = itemTables(evidence, scopedRows(baseScope(scope, dimensions), now));
  const places = at.map(({ dimension, key }, index) => {
    const cut = cutBy(dimension, index === 0 ? "row_cut" : "column_cut", { evidence, shownTopics: scope.topics });
    return { join: cut.join, where: sql`(${cut.key})::text = ${databaseKey(dimension, key)}` };
  });
  const listed = sql`
    with ${items}
    select i.id, ${sortableInstant(sql`i.at`)} as key
    from items i ${sql.join(places.map(({ join }) => join), sql` `)}
    where ${and(alsoWhere, ...places.map(({ where }) => where))}`;
  return positionPage(db, listed, "descending", page);
}

/** Requests or sessions with one of these ids, and whatever else is asked of them. */
export function isOneOf(ids: readonly string[] | null, alsoWhere?: SQL): SQL | undefined {
  return and(ids === null ? undefined : sql`i.id = any(${textArray(ids)})`, alsoWhere);
}

/** Sessions that were rated, or were not, by as of. */
export function wasRated(rated: boolean | null, scope: CheckedScope, now: Date): SQL | undefined {
  if (rated === null) return undefined;
  const { asOf } = scopedRows(scope, now);
  const given = sql`exists (select from ratings g where g.session_id = i.id and g.rated_at < ${asOf})`;
  return rated ? given : sql`not ${given}`;
}

/** Requests that stood so at as of. */
export function stoodAs(standing: Standing | null, scope: CheckedScope, now: Date): SQL | undefined {
  if (standing === null) return undefined;
  const { asOf } = scopedRows(scope, now);
  const open = sql`not exists (select from requests r where r.id = i.id and r.withdrawn_at < ${asOf})
    and not exists (select from engagements e where e.request_id = i.id and e.matched_at < ${asOf})
    and not exists (select from referrals sent where sent.request_id = i.id and sent.sent_at < ${asOf})`;
  const ago = (days: number) => sql`${asOf} - make_interval(secs => ${days * 86_400})`;
  switch (standing) {
    case "OPEN":
      return open;
    case "WAITING":
      return sql`(${open} and i.at < ${ago(SERVICE_TARGET_DAYS)})`;
    case "DEMAND":
      return sql`(i.at >= ${ago(RECENT_DEMAND_DAYS)} or ${open})`;
  }
}

/** The specialists whom gaps counts for any of the scope's topics, by name. */
export function specialistPage(db: Database, { scope, now, page }: RecordQuestion): Promise<Page<Position>> {
  const onTopics =
    scope.topics.length === 0
      ? sql`true`
      : sql`exists (select from coach_topics ct where ct.coach_id = c.id and ct.topic_code = any(${textArray(scope.topics)}))`;
  const listed = sql`select c.id, lower(c.name) as key from coaches c where ${and(availableSpecialist(scope, now), onTopics)}`;
  return positionPage(db, listed, "ascending", page);
}

/** Relationships in scope, by their first session, newest first. */
export function relationshipPage(db: Database, { scope, now, page }: RecordQuestion): Promise<Page<Position>> {
  const { relationships } = scopedRows(scope, now);
  const listed = sql`select id, ${sortableInstant(sql`first_held_at`)} as key from (${relationships}) scoped`;
  return positionPage(db, listed, "descending", page);
}
