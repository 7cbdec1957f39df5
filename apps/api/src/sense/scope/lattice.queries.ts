import { sql, type SQL } from "drizzle-orm";
import { CommonLattice } from "@arl/analysis/disclosure/commonLattice";
import { Lattice, type LatticeShape } from "@arl/analysis/disclosure/lattice";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import type { RecordKind } from "../figure/protection";
import { populationTables } from "./facts.queries";
import { NO_CONDITION } from "./publishedScope";
import { scopedRows, type ScopedRows } from "./rows.queries";

/** Conditions that are not a record's own: a select of item_id and condition over `items`, with tables it needs. */
export interface Marks {
  readonly also: (scoped: ScopedRows) => SQL;
  readonly select: SQL;
}

interface Row {
  readonly system: number;
  readonly state: string;
  readonly region: string;
  readonly locale: string;
  readonly titleI: string;
  readonly poverty: string;
  readonly enrollment: string;
  readonly governance: string;
  readonly schoolsKnown: boolean;
  readonly studentsKnown: boolean;
  readonly month: string;
  readonly level: string;
  /** Each as `domain/topic`. */
  readonly topics: readonly string[] | null;
  readonly organisations: readonly number[] | null;
  readonly rating: number | null;
  readonly marks: readonly string[] | null;
}

/** Dimensions of which a record has one value. */
const PARTITIONS: ReadonlySet<string> = new Set([
  "STATE", "REGION", "LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "GOVERNANCE", "CHALLENGE_LEVEL", "MONTH", "QUARTER", "YEAR", "RATING",
]);

/** How many systems rated is nowhere told. */
const OF_RECORDS: ReadonlySet<string> = new Set(["RATED", "RATING"]);

/** In the place of the viewer's own organisation: what is shown must stay safe from each of them. No organisation has this id. */
export const EVERY_ORGANISATION = "every\norganisation";

/**
 * Every record of a population as of the publication day, as far as it matters for what may be shown. Whole populations are
 * read, whatever the scope: what lies outside it decides as well.
 */
export async function loadLattice(db: Database, population: RecordKind, { now, ownProvider }: { now: Date; ownProvider: string | null }, marks?: Marks): Promise<Lattice> {
  const { rows, organisations } = await readPopulation(db, population, now, marks);
  const wider = new Map<string, readonly string[]>();
  for (const row of rows) rememberWider(row, wider);
  return new (judgeOf(ownProvider))(
    rows.map((row) => ({ system: row.system, organisations: row.organisations ?? [], conditions: conditionsOfRow(row, population, wider) })),
    shapeOf(organisations, ownProvider, wider),
  );
}

/**
 * The same of requesting systems, each a record with all that it asked for, over all its requests: what may be shown of those
 * that asked for two topics. An organisation worked on a system that it worked on any request of. Systems have no time.
 */
export async function loadSystemLattice(db: Database, { now, ownProvider }: { now: Date; ownProvider: string | null }): Promise<Lattice> {
  const { rows, organisations } = await readPopulation(db, "requests", now);
  const wider = new Map<string, readonly string[]>();
  for (const row of rows) rememberWider(row, wider);
  const records = [...Map.groupBy(rows, ({ system }) => system)].map(([system, requests]) => {
    const asked = [...new Set(requests.flatMap(({ topics }) => topics ?? []))].sort();
    const pairs = asked.flatMap((one, place) => asked.slice(place + 1).map((other) => rememberPair(one, other, wider)));
    const own = requests.flatMap((request) => conditionsOfRow(request, "requests", wider)).filter((condition) => !OF_TIME.test(condition));
    return { system, organisations: [...new Set(requests.flatMap(({ organisations: workedOn }) => workedOn ?? []))], conditions: [...new Set([...own, ...pairs])] };
  });
  return new (judgeOf(ownProvider))(records, shapeOf(organisations, ownProvider, wider));
}

const OF_TIME = /^(MONTH|QUARTER|YEAR|CHALLENGE_LEVEL)=/;

/** The condition that a system asked for two topics, whichever is named first. */
export const pairCondition = (one: string, other: string): string => `PAIR=${[one, other].sort().join("+")}`;

function rememberPair(one: string, other: string, wider: Map<string, readonly string[]>): string {
  const pair = pairCondition(topicIn(one).slice("TOPIC=".length), topicIn(other).slice("TOPIC=".length));
  if (!wider.has(pair)) wider.set(pair, [...new Set([one, other].flatMap((each) => [topicIn(each), domainIn(each)]))]);
  return pair;
}

interface Organisation {
  readonly number: number;
  readonly id: string;
  readonly hub: boolean;
}

const judgeOf = (ownProvider: string | null): typeof Lattice => (ownProvider === EVERY_ORGANISATION ? CommonLattice : Lattice);

const shapeOf = (organisations: readonly Organisation[], ownProvider: string | null, wider: ReadonlyMap<string, readonly string[]>): LatticeShape => ({
  hubs: new Set(organisations.filter(({ hub }) => hub).map(({ number }) => number)),
  own: organisations.find(({ id }) => id === ownProvider)?.number ?? null,
  widerOf: (condition) => wider.get(condition) ?? [],
  partitions: PARTITIONS,
  ofRecords: OF_RECORDS,
});

async function readPopulation(db: Database, population: RecordKind, now: Date, marks?: Marks): Promise<{ rows: readonly Row[]; organisations: readonly Organisation[] }> {
  const scoped = scopedRows(NO_CONDITION, now);
  const topics = population === "relationships" ? sql`select i.id as item_id, rt.topic_code as key from items i join request_topics rt on rt.request_id = i.request_id` : sql`select item_id, key from item_topics`;
  const level = population === "relationships" ? sql`'UNKNOWN'` : sql`coalesce(i.challenge_level::text, 'UNKNOWN')`;
  const rating = population === "sessions" ? sql`(select g.rating from ratings g where g.session_id = i.id and g.rated_at < ${scoped.asOf})` : sql`null::int`;
  const [rows, organisations] = await Promise.all([
    db.execute<{ [Name in keyof Row]: Row[Name] }>(sql`
      with ${populationTables(population, scoped)} ${marks ? sql`, ${marks.also(scoped)}` : sql``},
      tagged as (
        select t.item_id, array_agg(distinct coalesce(o.domain_code, o.code) || '/' || o.code) as topics
        from (${topics}) t join topics o on o.code = t.key group by t.item_id
      ),
      numbered as (select id, row_number() over (order by id)::int as number from providers),
      worked as (select p.item_id, array_agg(distinct n.number) as organisations from item_providers p join numbered n on n.id = p.key group by p.item_id)
      ${marks ? sql`, marked as (select item_id, array_agg(condition) as marks from (${marks.select}) m group by item_id)` : sql``}
      select i.system, s.state_code as state, st.region, coalesce(s.locale, 'UNKNOWN') as locale,
        case when s.title_i then 'true' when not s.title_i then 'false' else 'UNKNOWN' end as "titleI",
        s.poverty_band as poverty, s.enrollment_band as enrollment, coalesce(s.governance, 'UNKNOWN') as governance,
        s.schools is not null as "schoolsKnown", s.enrollment is not null as "studentsKnown",
        to_char(i.at at time zone ${sql.raw(`'${NETWORK_TIME_ZONE}'`)}, 'YYYY-MM') as month, ${level} as level, tagged.topics, worked.organisations,
        ${rating} as rating, ${marks ? sql`marked.marks` : sql`null::text[] as marks`}
      from items i join systems s on s.id = i.system_id join states st on st.code = s.state_code
      left join tagged on tagged.item_id = i.id left join worked on worked.item_id = i.id
      ${marks ? sql`left join marked on marked.item_id = i.id` : sql``}`),
    db.execute<{ number: number; id: string; hub: boolean }>(sql`select row_number() over (order by id)::int as number, id, kind = 'hub' as hub from providers`),
  ]);
  return { rows, organisations };
}

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

const topicIn = (tagged: string): string => `TOPIC=${tagged.slice(tagged.indexOf("/") + 1)}`;
const domainIn = (tagged: string): string => `DOMAIN=${tagged.slice(0, tagged.indexOf("/"))}`;

function rememberWider({ state, region, locale, titleI, month, topics, rating }: Row, wider: Map<string, readonly string[]>): void {
  const [quarter, year] = [`QUARTER=${quarterOf(month)}`, `YEAR=${month.slice(0, 4)}`];
  wider.set(`STATE=${state}`, [`REGION=${region}`]);
  wider.set(`MONTH=${month}`, [quarter, year]);
  wider.set(quarter, [year]);
  if (locale !== "UNKNOWN") wider.set(`LOCALE=${locale}`, ["LOCALE_KNOWN=true"]);
  if (titleI !== "UNKNOWN") wider.set(`TITLE_I=${titleI}`, ["TITLE_I_KNOWN=true"]);
  if (rating !== null) wider.set(`RATING=${rating}`, ["RATED=true"]);
  for (const tagged of topics ?? []) wider.set(topicIn(tagged), [domainIn(tagged)]);
}

function conditionsOfRow(row: Row, population: RecordKind, wider: ReadonlyMap<string, readonly string[]>): string[] {
  const own = [
    `STATE=${row.state}`,
    `LOCALE=${row.locale}`,
    `TITLE_I=${row.titleI}`,
    `POVERTY_BAND=${row.poverty}`,
    `ENROLLMENT_BAND=${row.enrollment}`,
    `GOVERNANCE=${row.governance}`,
    `MONTH=${row.month}`,
    ...(row.schoolsKnown ? ["SCHOOLS_KNOWN=true"] : []),
    ...(row.studentsKnown ? ["STUDENTS_KNOWN=true"] : []),
    ...(population === "relationships" ? [] : [`CHALLENGE_LEVEL=${row.level}`]),
    ...(row.topics ?? []).map(topicIn),
    ...(row.rating === null ? [] : [`RATING=${row.rating}`]),
    ...(row.marks ?? []),
  ];
  return [...new Set([...own, ...own.flatMap((condition) => wider.get(condition) ?? [])])];
}
