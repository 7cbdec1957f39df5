import { asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { frameworkChanges, type FrameworkChangeRow } from "./change.table";
import { frameworkVersions, topics, type TopicRow } from "./topic.table";

export interface Version {
  readonly number: number;
  readonly label: string;
  readonly publishedAt: Date;
  readonly publishedByName: string | null;
  /** How many topics it has, without domains and NONE. */
  readonly topics: number;
}

/** All versions, the first one first. */
export async function listVersions(db: Database): Promise<Version[]> {
  return db
    .select({
      number: frameworkVersions.id,
      label: frameworkVersions.label,
      publishedAt: frameworkVersions.publishedAt,
      publishedByName: frameworkVersions.publishedByName,
      topics: sql<number>`(select count(*)::int from framework_version_topics v join topics t on t.code = v.topic_code where v.version_id = framework_versions.id and t.kind = 'topic')`,
    })
    .from(frameworkVersions)
    .orderBy(asc(frameworkVersions.id));
}

/** What versions did to the framework, in the order in which it was drafted; null = the draft. */
export function changesOf(db: Database, version: number | null): Promise<FrameworkChangeRow[]> {
  const whose = version === null ? isNull(frameworkChanges.versionId) : eq(frameworkChanges.versionId, version);
  return db.select().from(frameworkChanges).where(whose).orderBy(asc(frameworkChanges.number));
}

/** Labels by code as they were in a version. */
export async function labelsIn(db: Database, version: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ code: string; label: string }>(sql`select topic_code as code, label from framework_version_topics where version_id = ${version}`);
  return new Map(rows.map(({ code, label }) => [code, label]));
}

/** Every code there ever was, in the framework's order. */
export const allTopics = (db: Database): Promise<Required<TopicRow>[]> => db.select().from(topics).orderBy(asc(topics.position));

export interface Use {
  readonly code: string;
  readonly requests: number;
  readonly sessions: number;
  readonly coaches: number;
  readonly resources: number;
}

/** How many rows stand under each topic that is listed, NONE among them. Sessions are those with topics of their own. */
export async function topicUses(db: Database): Promise<Use[]> {
  const rows = await db.execute<Record<keyof Use, string>>(sql`
    select t.code,
      (select count(*) from request_topics r where r.topic_code = t.code) as requests,
      (select count(*) from session_topics s where s.topic_code = t.code) as sessions,
      (select count(*) from coach_topics c where c.topic_code = t.code) as coaches,
      (select count(*) from resource_topics r where r.topic_code = t.code) as resources
    from topics t where t.kind <> 'domain' and t.code in (select listed_topics()) order by t.position`);
  return rows.map(({ code, requests, sessions, coaches, resources }) => ({ code, requests: Number(requests), sessions: Number(sessions), coaches: Number(coaches), resources: Number(resources) }));
}

/** What a change would do to what is there. */
export interface Effect extends Omit<Use, "code"> {
  /** Rows under more than one of the topics that become one. */
  readonly doubled: number;
}

/** The rows under any of the codes; and, with a target, those that are under two of codes and target. */
export async function rowsUnder(db: Database, codes: readonly string[], target: string | null): Promise<Effect> {
  const given = sql`${sql.param([...codes])}::text[]`;
  const both = sql`${sql.param(target === null ? [...codes] : [...codes, target])}::text[]`;
  const [row] = await db.execute<Record<keyof Effect, string>>(sql`
    with standing (kind, id, code) as (
      select 'request', request_id, topic_code from request_topics where topic_code = any(${both}) union all
      select 'session', session_id, topic_code from session_topics where topic_code = any(${both}) union all
      select 'coach', coach_id, topic_code from coach_topics where topic_code = any(${both}) union all
      select 'resource', resource_id, topic_code from resource_topics where topic_code = any(${both})
    ),
    subjects as (select kind, id, count(*) as codes, bool_or(code = any(${given})) as touched from standing group by 1, 2)
    select count(*) filter (where kind = 'request') as requests, count(*) filter (where kind = 'session') as sessions,
      count(*) filter (where kind = 'coach') as coaches, count(*) filter (where kind = 'resource') as resources,
      count(*) filter (where codes > 1) as doubled
    from subjects where touched`);
  return {
    requests: Number(row?.requests ?? 0),
    sessions: Number(row?.sessions ?? 0),
    coaches: Number(row?.coaches ?? 0),
    resources: Number(row?.resources ?? 0),
    doubled: Number(row?.doubled ?? 0),
  };
}
