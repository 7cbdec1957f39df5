import type { Connection } from "../../db/client";

/** A request or session with everything that tables cut by, read by plain SQL: nothing of the gate's own. */
export interface Record {
  readonly id: string;
  readonly system: string;
  /** The day in the network's time zone. */
  readonly day: string;
  readonly organisations: readonly string[];
  readonly topics: readonly string[];
  readonly keys: Readonly<{ [dimension: string]: string }>;
}

const PLACE = `s.state_code as "STATE", st.region as "REGION", coalesce(s.locale, 'UNKNOWN') as "LOCALE", s.poverty_band as "POVERTY_BAND",
  s.enrollment_band as "ENROLLMENT_BAND", coalesce(s.governance, 'UNKNOWN') as "GOVERNANCE", coalesce(s.title_i::text, 'UNKNOWN') as "TITLE_I"`;

const ORGANISATIONS = `select array_agg(distinct c.provider_id) from coaches c where c.id in`;

type Row = { [name: string]: string } & { topics: string[] | null; organisations: string[] | null };

/** Everything asked for before 1 February 2021, as it stood then. */
export async function requestRecords({ sql }: Connection): Promise<Record[]> {
  return recordsOf(
    await sql.unsafe<Row[]>(`
    select r.id, r.system_id as system, to_char(r.submitted_at at time zone 'America/New_York', 'YYYY-MM-DD') as day, ${PLACE}, 'UNKNOWN' as "CHALLENGE_LEVEL",
      (select array_agg(topic_code) from request_topics where request_id = r.id) as topics,
      (${ORGANISATIONS} (select ec.coach_id from engagements e join engagement_coaches ec on ec.engagement_id = e.id
        where e.request_id = r.id and e.matched_at < '2021-02-01 00:00 America/New_York')) as organisations
    from requests r join systems s on s.id = r.system_id join states st on st.code = s.state_code
    where r.submitted_at < '2021-02-01 00:00 America/New_York'`),
  );
}

/** Everything coached before 1 February 2021. */
export async function sessionRecords({ sql }: Connection): Promise<Record[]> {
  return recordsOf(
    await sql.unsafe<Row[]>(`
    select x.id, r.system_id as system, to_char(x.held_at at time zone 'America/New_York', 'YYYY-MM-DD') as day, ${PLACE},
      coalesce(x.challenge_level::text, 'UNKNOWN') as "CHALLENGE_LEVEL",
      coalesce((select array_agg(topic_code) from session_topics where session_id = x.id),
        (select array_agg(topic_code) from request_topics where request_id = r.id)) as topics,
      coalesce((${ORGANISATIONS} (select coach_id from session_coaches where session_id = x.id)),
        (${ORGANISATIONS} (select coach_id from engagement_coaches where engagement_id = x.engagement_id))) as organisations
    from sessions x join engagements e on e.id = x.engagement_id join requests r on r.id = e.request_id
      join systems s on s.id = r.system_id join states st on st.code = s.state_code
    where x.held_at < '2021-02-01 00:00 America/New_York'`),
  );
}

function recordsOf(rows: readonly Row[]): Record[] {
  return rows.map(({ id = "", system = "", day = "", topics, organisations, ...keys }) => ({ id, system, day, topics: topics ?? [], organisations: organisations ?? [], keys }));
}

/** The framework's domains by topic; NONE is its own. */
export async function domainsByTopic({ sql }: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ code: string; domain: string }[]>`select code, coalesce(domain_code, code) as domain from topics`;
  return new Map(rows.map(({ code, domain }) => [code, domain]));
}

/** The keys under which a table lists a record. */
export function keysOf(record: Record, dimension: string, domains: ReadonlyMap<string, string>): readonly string[] {
  switch (dimension) {
    case "TOPIC":
      return record.topics;
    case "DOMAIN":
      return [...new Set(record.topics.map((topic) => domains.get(topic) ?? topic))];
    case "PROVIDER":
      return record.organisations;
    case "MONTH":
      return [record.day.slice(0, 7)];
    case "QUARTER":
      return [`${record.day.slice(0, 4)}-Q${Math.ceil(Number(record.day.slice(5, 7)) / 3)}`];
    default:
      return [record.keys[dimension] ?? "none"];
  }
}


/** Whether records rest on ten systems and three organisations, none with 70% of them. */
export function restsOnMany(records: readonly Record[], hub: string): boolean {
  const tally = (keys: readonly string[]) => [...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length);
  const organisations = records.flatMap((record) => record.organisations);
  const bySystem = tally(records.map(({ system }) => system));
  const largest = Math.max(0, ...bySystem, ...tally(organisations));
  return bySystem.length >= 10 && new Set(organisations.filter((id) => id !== hub)).size >= 3 && largest < 0.7 * records.length;
}

/** Gives a database the noise of every other that this is called for, so that what is seen of it once is always seen. */
export async function holdNoise({ sql }: Connection): Promise<void> {
  await sql`insert into app_secrets (name, value) values ('statistics', 'the same in every test')`;
}
