import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { begun, scopedRows } from "../scope/rows.queries";
import { withoutTopics, type CheckedScope } from "../scope/scope";

/** A system with all that it asked for, over all its requests in scope. */
export interface AskingSystem {
  readonly id: string;
  readonly state: string;
  /** Each topic once, with who worked on the requests for it: numbers that stand for organisations, the hub apart. */
  readonly asked: readonly AskedTopic[];
}

interface AskedTopic {
  readonly topic: string;
  readonly organisations: readonly number[];
}

interface Row {
  id: string;
  state: string;
  /** Each as `topic:1,2`; null where nothing was tagged. */
  asked: string[] | null;
}

/** Every requesting system of a scope without its topics, with the topics that it asked for: one statement. */
export async function askingSystems(db: Database, scope: CheckedScope, now: Date): Promise<AskingSystem[]> {
  const scoped = scopedRows(withoutTopics(scope), now);
  const rows = await db.execute<{ [Name in keyof Row]: Row[Name] }>(sql`
    with items as materialized (${scoped.requests}),
    others as (select id, row_number() over (order by id)::int as number from providers where kind <> 'hub'),
    worked as (
      select distinct e.request_id, o.number
      from items i join engagements e on e.request_id = i.id and ${begun(sql`e`, scoped.asOf)}
      join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id join others o on o.id = c.provider_id
    ),
    topics_asked as (
      select i.system_id, t.topic_code || ':' || coalesce(string_agg(distinct w.number::text, ','), '') as asked
      from items i join request_topics t on t.request_id = i.id left join worked w on w.request_id = i.id
      group by i.system_id, t.topic_code
    )
    select s.id, s.state_code as state, array_agg(a.asked) filter (where a.asked is not null) as asked
    from (select distinct system_id from items) i join systems s on s.id = i.system_id left join topics_asked a on a.system_id = i.system_id
    group by s.id, s.state_code`);
  return rows.map(({ id, state, asked }) => ({ id, state, asked: (asked ?? []).map(askedTopic) }));
}

function askedTopic(written: string): AskedTopic {
  const colon = written.lastIndexOf(":");
  const numbers = written.slice(colon + 1);
  return { topic: written.slice(0, colon), organisations: numbers === "" ? [] : numbers.split(",").map(Number) };
}
