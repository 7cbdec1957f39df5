import { sql, type SQL } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { begun, textArray, type ScopedRows } from "./rows.queries";
import { withoutTopics, type CheckedScope } from "./scope";
import type { Dimension, Evidence } from "./scope.type";

/**
 * The requests or sessions of a scope, ready to be cut by dimensions: a chain of common table expressions ending in
 * `items` (id, system_id, at, challenge_level) with `item_topics` and `item_providers` (item_id, key), each pair once.
 */
export function itemTables(evidence: Evidence, rows: ScopedRows): SQL {
  return evidence === "REQUESTS" ? requestItems(rows) : sessionItems(rows);
}

function requestItems({ requests, asOf }: ScopedRows): SQL {
  return sql`
    items as materialized (
      select q.id, q.system_id, q.submitted_at as at, null::smallint as challenge_level from (${requests}) q
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
    items as materialized (
      select x.id, x.system_id, x.held_at as at, x.challenge_level, x.request_id, x.engagement_id from (${sessions}) x
    ),
    own_topics as (select own.session_id as item_id, own.topic_code as key from items i join session_topics own on own.session_id = i.id),
    item_topics as (
      select item_id, key from own_topics
      union all
      select i.id, rt.topic_code from items i join request_topics rt on rt.request_id = i.request_id
      where not exists (select from session_topics own where own.session_id = i.id)
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

/** How one dimension attaches to `items i join systems s join states st`. */
export interface Cut {
  /** Joins that give a row for each key an item has; empty where it has exactly one. */
  readonly join: SQL;
  /** The key, as text; a period by its first day. */
  readonly key: SQL;
}

/**
 * @param alias tells the joins of two dimensions apart in one query.
 * @param shownTopics the topics that TOPIC and DOMAIN show; empty = all.
 */
export function cutBy(dimension: Dimension, alias: "row_cut" | "column_cut", shownTopics: readonly string[]): Cut {
  const name = sql.raw(alias);
  const shown = shownTopics.length === 0 ? sql`` : sql`where key = any(${textArray(shownTopics)})`;
  switch (dimension) {
    case "TOPIC":
      return { join: sql`join (select item_id, key from item_topics ${shown}) ${name} on ${name}.item_id = i.id`, key: sql`${name}.key` };
    case "DOMAIN":
      return {
        join: sql`join (
          select distinct item_id, coalesce(t.domain_code, t.code) as key
          from (select item_id, key from item_topics ${shown}) tagged join topics t on t.code = tagged.key
        ) ${name} on ${name}.item_id = i.id`,
        key: sql`${name}.key`,
      };
    case "PROVIDER":
      return { join: sql`join item_providers ${name} on ${name}.item_id = i.id`, key: sql`${name}.key` };
    default:
      return { join: sql``, key: SINGLE_KEYS[dimension] };
  }
}

type SingleKeyed = Exclude<Dimension, "TOPIC" | "DOMAIN" | "PROVIDER">;

const zone = sql.raw(`'${NETWORK_TIME_ZONE}'`);

/** The dimensions of which an item has exactly one key. */
const SINGLE_KEYS: Readonly<Record<SingleKeyed, SQL>> = {
  STATE: sql`s.state_code`,
  REGION: sql`st.region`,
  LOCALE: sql`coalesce(s.locale, 'UNKNOWN')`,
  TITLE_I: sql`case when s.title_i then 'true' when not s.title_i then 'false' else 'UNKNOWN' end`,
  POVERTY_BAND: sql`s.poverty_band`,
  ENROLLMENT_BAND: sql`s.enrollment_band`,
  GOVERNANCE: sql`coalesce(s.governance, 'UNKNOWN')`,
  CHALLENGE_LEVEL: sql`coalesce(i.challenge_level::text, 'UNKNOWN')`,
  WEEK: sql`date_trunc('week', i.at at time zone ${zone})`,
  MONTH: sql`date_trunc('month', i.at at time zone ${zone})`,
  QUARTER: sql`date_trunc('quarter', i.at at time zone ${zone})`,
};

/** By TOPIC or DOMAIN a scope's topics choose what is shown; by anything else they select rows. */
export function baseScope(scope: CheckedScope, dimensions: readonly (Dimension | null)[]): CheckedScope {
  return showsTopics(dimensions) ? withoutTopics(scope) : scope;
}

const showsTopics = (dimensions: readonly (Dimension | null)[]) =>
  dimensions.some((dimension) => dimension === "TOPIC" || dimension === "DOMAIN");
