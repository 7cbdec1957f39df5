import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import { itemTables } from "../scope/dimension.queries";
import type { ScopedRows } from "../scope/rows.queries";
import type { Dimension } from "../scope/scope.type";

/** How a relationship ended; null where it goes on. */
type Ending = "closed" | "referred" | null;

/** What a system is, by which relationships are compared: one key of each. */
export const PLACE_DIMENSIONS = ["STATE", "REGION", "LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "GOVERNANCE"] as const satisfies readonly Dimension[];
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** The key of each dimension, as tables have it. */
type PlaceKeys = Readonly<Record<PlaceDimension, string>>;

/** Over s (systems) and st (states). */
const PLACE_KEYS = sql`json_build_object('STATE', s.state_code, 'REGION', st.region, 'LOCALE', coalesce(s.locale, 'UNKNOWN'), 'TITLE_I', coalesce(s.title_i::text, 'UNKNOWN'),
        'POVERTY_BAND', s.poverty_band, 'ENROLLMENT_BAND', s.enrollment_band, 'GOVERNANCE', coalesce(s.governance, 'UNKNOWN'))`;

export interface RelationshipSpell {
  /** From first to last session, or to as of while open. */
  readonly days: number;
  readonly ending: Ending;
  readonly keys: PlaceKeys;
}

/** How long relationships lasted, with what their systems are. */
export async function relationshipSpells(db: Database, { relationships, asOf }: ScopedRows): Promise<RelationshipSpell[]> {
  return db.execute<{ [Name in keyof RelationshipSpell]: RelationshipSpell[Name] }>(sql`
    with scoped as (${relationships})
    select extract(epoch from case when x.closed_at is null then ${asOf} else x.last_held_at end - x.first_held_at)::float8 / 86400 as days,
      case when x.closed_at is null then null when x.close_reason = 'referred_out' then 'referred' else 'closed' end as ending,
      ${PLACE_KEYS} as keys
    from scoped x join systems s on s.id = x.system_id join states st on st.code = s.state_code`);
}

/** A call: its number, and what is known of it. */
export type NumberedCall = readonly [call: number, level: number | null, rating: number | null, wantsMore: boolean | null];

/** The calls of each relationship in scope, by number; 1 is the first. All that it held before as of count. */
export async function numberedCalls(db: Database, { relationships, asOf }: ScopedRows, most: number): Promise<NumberedCall[][]> {
  const rows = await db.execute<{ calls: NumberedCall[] }>(sql`
    with scoped as materialized (${relationships}),
    numbered as (
      select x.engagement_id, row_number() over (partition by x.engagement_id order by x.held_at, x.id)::int as call, x.challenge_level, g.rating, g.wants_more
      from sessions x left join ratings g on g.session_id = x.id and g.rated_at < ${asOf}
      where x.engagement_id in (select id from scoped) and x.held_at < ${asOf}
    )
    select json_agg(json_build_array(call, challenge_level, rating, wants_more)) as calls from numbered where call <= ${most} group by engagement_id`);
  return rows.map(({ calls }) => calls);
}

/** A session with what it is grouped by: its level, its rating, and its topics, its request's where it has none. */
export type RatedSession = readonly [level: number | null, rating: number | null, topics: readonly string[]];

export interface RatedRelationship {
  readonly keys: PlaceKeys;
  /** Those in scope. */
  readonly sessions: readonly RatedSession[];
}

/** Sessions in scope with their ratings, by relationship. */
export async function ratedRelationships(db: Database, rows: ScopedRows): Promise<RatedRelationship[]> {
  return db.execute<{ [Name in keyof RatedRelationship]: RatedRelationship[Name] }>(sql`
    with ${itemTables("SESSIONS", rows)},
    tagged as (select item_id, json_agg(key) as topics from item_topics group by item_id),
    led as (
      select i.engagement_id, i.system_id, json_agg(json_build_array(i.challenge_level, g.rating, coalesce(tagged.topics, '[]'))) as sessions
      from items i left join ratings g on g.session_id = i.id and g.rated_at < ${rows.asOf} left join tagged on tagged.item_id = i.id
      group by i.engagement_id, i.system_id
    )
    select ${PLACE_KEYS} as keys, led.sessions from led join systems s on s.id = led.system_id join states st on st.code = s.state_code
    order by led.engagement_id`);
}

/** One session in scope, as far as its coach's load goes. Times are in days since 1970. */
export type LoadedSession = readonly [at: number, call: number, rating: number | null, level: number | null];

export interface CoachHistory {
  readonly hoursPerMonth: number | null;
  /** Sessions in scope that the coach led. */
  readonly led: readonly LoadedSession[];
  /** Relationships that the coach is on, in scope or not: from the first session until the closing, if it was closed. */
  readonly relationships: readonly (readonly [from: number, until: number | null])[];
  /** Sessions that the coach held, in scope or not. */
  readonly held: readonly (readonly [at: number, minutes: number | null])[];
}

const daysSince1970 = (time: SQL): SQL => sql`extract(epoch from ${time})::float8 / 86400`;

/** What each coach led in scope, and everything that the coach had on hand. */
export async function coachHistories(db: Database, { sessions, asOf }: ScopedRows): Promise<CoachHistory[]> {
  return db.execute<{ [Name in keyof CoachHistory]: CoachHistory[Name] }>(sql`
    with scoped as materialized (select id, engagement_id, held_at, challenge_level from (${sessions}) x),
    led as (
      select ec.coach_id, json_agg(json_build_array(${daysSince1970(sql`x.held_at`)},
        (select count(*)::int from sessions before where before.engagement_id = x.engagement_id and (before.held_at, before.id) <= (x.held_at, x.id)),
        g.rating, x.challenge_level) order by x.held_at, x.id) as sessions
      from scoped x join engagement_coaches ec on ec.engagement_id = x.engagement_id and ec.position = 0
      left join ratings g on g.session_id = x.id and g.rated_at < ${asOf}
      group by ec.coach_id
    ),
    related as (
      select ec.coach_id, json_agg(json_build_array(${daysSince1970(sql`f.first_held_at`)}, ${daysSince1970(sql`e.closed_at`)})) as relationships
      from (select engagement_id, min(held_at) as first_held_at from sessions where held_at < ${asOf} group by engagement_id) f
      join engagements e on e.id = f.engagement_id join engagement_coaches ec on ec.engagement_id = e.id
      where ec.coach_id in (select coach_id from led) group by ec.coach_id
    ),
    taken as (
      select own.session_id, own.coach_id from session_coaches own
      union all
      select x.id, ec.coach_id from sessions x join engagement_coaches ec on ec.engagement_id = x.engagement_id
      where not exists (select from session_coaches own where own.session_id = x.id)
    ),
    held as (
      select t.coach_id, json_agg(json_build_array(${daysSince1970(sql`x.held_at`)}, x.minutes)) as sessions
      from taken t join sessions x on x.id = t.session_id
      where x.held_at < ${asOf} and t.coach_id in (select coach_id from led) group by t.coach_id
    )
    select c.hours_per_month as "hoursPerMonth", led.sessions as led,
      coalesce(related.relationships, '[]') as relationships, coalesce(held.sessions, '[]') as held
    from led join coaches c on c.id = led.coach_id left join related on related.coach_id = led.coach_id left join held on held.coach_id = led.coach_id
    order by led.coach_id`);
}

/** The moment as of which a scope is told, in days since 1970. */
export async function asOfDay(db: Database, { asOf }: ScopedRows): Promise<number> {
  const [row] = await db.execute<{ day: number }>(sql`select ${daysSince1970(asOf)} as day`);
  if (!row) throw new Error("A select without a table answers with one row.");
  return row.day;
}
