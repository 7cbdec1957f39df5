import { sql, type SQL } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { begun, textArray, type ScopedRows } from "./rows.queries";
import { withoutTopics, type CheckedScope } from "./scope";
import type { Dimension, Evidence } from "./scope.type";

/**
 * The requests or sessions of a scope, ready to be cut by dimensions: a chain of common table expressions ending in
 * `items` (id, system_id, system, at, challenge_level, request_id, and of sessions engagement_id) with `item_topics` and
 * `item_providers` (item_id, key), each pair once. `system` is a number that stands for the system in this statement:
 * distinct numbers are counted in half the time that distinct texts take.
 */
export function itemTables(evidence: Evidence, rows: ScopedRows): SQL {
  return sql`numbered_systems as (select id, row_number() over ()::int as number from systems), ${evidence === "REQUESTS" ? requestItems(rows) : sessionItems(rows)}`;
}

function requestItems({ requests, asOf }: ScopedRows): SQL {
  return sql`
    items as (
      select q.id, q.system_id, n.number as system, q.submitted_at as at, null::smallint as challenge_level, q.id as request_id
      from (${requests}) q join numbered_systems n on n.id = q.system_id
    ),
    item_topics as (select rt.request_id as item_id, rt.topic_code as key from items i join request_topics rt on rt.request_id = i.id),
    item_providers as (
      select distinct i.id as item_id, c.provider_id as key
      from items i join engagements e on e.request_id = i.id and ${begun(sql`e`, asOf)}
      join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id
    )`;
}

function sessionItems({ sessions }: ScopedRows): SQL {
  return sql`
    items as (
      select x.id, x.system_id, n.number as system, x.held_at as at, x.challenge_level, x.request_id, x.engagement_id
      from (${sessions}) x join numbered_systems n on n.id = x.system_id
    ),
    item_topics as (
      select i.id as item_id, coalesce(own.topic_code, asked.topic_code) as key
      from items i ${joinSessionTopics("own", "asked")}
      where coalesce(own.topic_code, asked.topic_code) is not null
    ),
    item_providers as (
      select i.id as item_id, c.provider_id as key
      from items i join session_coaches own on own.session_id = i.id join coaches c on c.id = own.coach_id
      union
      select i.id, c.provider_id
      from items i join engagement_coaches ec on ec.engagement_id = i.engagement_id join coaches c on c.id = ec.coach_id
      where not exists (select from session_coaches own where own.session_id = i.id)
    )`;
}

/** A session's own topics, or those of its request where it has none of its own; at most one of the two is not null. */
function joinSessionTopics(own: string, asked: string): SQL {
  const [ownTopics, askedTopics] = [sql.raw(own), sql.raw(asked)];
  return sql`left join session_topics ${ownTopics} on ${ownTopics}.session_id = i.id
    left join request_topics ${askedTopics} on ${askedTopics}.request_id = case when ${ownTopics}.session_id is null then i.request_id end`;
}

/** How one dimension attaches to `items i`. */
export interface Cut {
  /** Joins that leave a row for each key an item has, or one without a key. */
  readonly join: SQL;
  /** Whether an item can have more keys than one. */
  readonly several: boolean;
  /** The key; a period by its first day; null where an item has none that is shown. */
  readonly key: SQL;
}

/** What a table shows and counts. */
export interface CutOptions {
  readonly evidence: Evidence;
  /** The topics that TOPIC and DOMAIN show; empty = all. */
  readonly shownTopics: readonly string[];
}

/** @param alias tells the joins of two dimensions apart in one query. */
export function cutBy(dimension: Dimension, alias: "row_cut" | "column_cut", { evidence, shownTopics }: CutOptions): Cut {
  const name = sql.raw(alias);
  switch (dimension) {
    case "TOPIC":
      return topicCut(alias, evidence, shownTopics);
    case "DOMAIN":
      return {
        join: sql`left join (
          select distinct item_id, coalesce(t.domain_code, t.code) as key
          from item_topics join topics t on t.code = item_topics.key ${shownTopics.length === 0 ? sql`` : sql`where item_topics.key = any(${textArray(shownTopics)})`}
        ) ${name} on ${name}.item_id = i.id`,
        several: true,
        key: sql`${name}.key`,
      };
    case "PROVIDER":
      return { join: sql`left join item_providers ${name} on ${name}.item_id = i.id`, several: true, key: sql`${name}.key` };
    case "REGION":
      return {
        join: sql`${joinSystem(alias)} join states ${name}_state on ${name}_state.code = ${name}.state_code`,
        several: false,
        key: sql`${name}_state.region`,
      };
    case "CHALLENGE_LEVEL":
      return { join: sql``, several: false, key: sql`coalesce(i.challenge_level::text, 'UNKNOWN')` };
    case "WEEK":
    case "MONTH":
    case "QUARTER":
      return { join: sql``, several: false, key: sql`date_trunc(${sql.raw(`'${dimension}'`)}, i.at at time zone ${zone})` };
    default:
      return { join: joinSystem(alias), several: false, key: systemKey(dimension, name) };
  }
}

/** Straight to the tags: by way of `item_topics` every item would be looked up twice. */
function topicCut(alias: string, evidence: Evidence, shownTopics: readonly string[]): Cut {
  const [own, asked] = [`${alias}_own`, `${alias}_asked`];
  const join =
    evidence === "SESSIONS" ? joinSessionTopics(own, asked) : sql`left join request_topics ${sql.raw(asked)} on ${sql.raw(asked)}.request_id = i.id`;
  const code = evidence === "SESSIONS" ? sql.raw(`coalesce(${own}.topic_code, ${asked}.topic_code)`) : sql.raw(`${asked}.topic_code`);
  return { join, several: true, key: shownTopics.length === 0 ? code : sql`case when ${code} = any(${textArray(shownTopics)}) then ${code} end` };
}

const joinSystem = (alias: string): SQL => sql.raw(`join systems ${alias} on ${alias}.id = i.system_id`);

const zone = sql.raw(`'${NETWORK_TIME_ZONE}'`);

type SystemDimension = "STATE" | "LOCALE" | "TITLE_I" | "POVERTY_BAND" | "ENROLLMENT_BAND" | "GOVERNANCE";

function systemKey(dimension: SystemDimension, system: SQL): SQL {
  switch (dimension) {
    case "STATE":
      return sql`${system}.state_code`;
    case "LOCALE":
      return sql`coalesce(${system}.locale, 'UNKNOWN')`;
    case "TITLE_I":
      return sql`case when ${system}.title_i then 'true' when not ${system}.title_i then 'false' else 'UNKNOWN' end`;
    case "POVERTY_BAND":
      return sql`${system}.poverty_band`;
    case "ENROLLMENT_BAND":
      return sql`${system}.enrollment_band`;
    case "GOVERNANCE":
      return sql`coalesce(${system}.governance, 'UNKNOWN')`;
  }
}

/** By TOPIC or DOMAIN a scope's topics choose what is shown; by anything else they select rows. */
export function baseScope(scope: CheckedScope, dimensions: readonly (Dimension | null)[]): CheckedScope {
  return showsTopics(dimensions) ? withoutTopics(scope) : scope;
}

const showsTopics = (dimensions: readonly (Dimension | null)[]) =>
  dimensions.some((dimension) => dimension === "TOPIC" || dimension === "DOMAIN");
