import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ASKED_TOGETHER, PLANTED_BURST, PLANTED_DRIFTS, PLANTED_PHRASES } from "../../demo/planted";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2021-02-01T14:00:00Z");

interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: string | null;
}

const FIGURE = "{ value low high n withheld }";
const REFUSAL = "refusal { reason why wouldLift }";

interface Refused {
  readonly refusal: { readonly reason: string; readonly why: string; readonly wouldLift: string } | null;
}

interface Bursts extends Refused {
  readonly weeks: number;
  readonly topicsTested: number;
  readonly windowsTested: number;
  readonly bursts: readonly {
    readonly topic: { readonly code: string };
    readonly from: string;
    readonly to: string;
    readonly raisedFrom: string;
    readonly raisedTo: string;
    readonly count: Figure;
    readonly expected: number;
    readonly ratio: Figure;
    readonly qValue: number;
    readonly points: readonly { readonly start: string; readonly count: Figure; readonly expected: Figure }[];
  }[];
}

async function burstsOf(ask: Ask, variables: Record<string, unknown> = {}): Promise<Bursts> {
  const query = `query ($scope: Scope, $evidence: Evidence! = SESSIONS) { topicBursts(scope: $scope, evidence: $evidence) { ${REFUSAL} weeks topicsTested windowsTested
    bursts { topic { code } from to raisedFrom raisedTo count ${FIGURE} expected ratio ${FIGURE} qValue points { start count ${FIGURE} expected ${FIGURE} } } } }`;
  const { data, errors } = await ask<{ topicBursts: Bursts }>(query, variables);
  expect(errors).toEqual([]);
  if (!data) throw new Error("There is no answer.");
  return data.topicBursts;
}

describe("bursts", () => {
  test("the planted week is found, with what it counts, and no other", async () => {
    const ask = await graphqlOver(database, NOW);
    const { refusal, bursts, topicsTested, windowsTested } = await burstsOf(ask);
    expect(refusal).toBeNull();
    expect(bursts.map(({ topic }) => topic.code)).toEqual([PLANTED_BURST.topic]);
    expect(windowsTested).toBeGreaterThan(100 * topicsTested);
    const [burst] = bursts;
    if (!burst) throw new Error("There is no burst.");
    expect([burst.from, burst.raisedFrom]).toEqual([PLANTED_BURST.week, PLANTED_BURST.week]);
    expect(burst.raisedTo <= "2020-10-12").toBe(true);
    const [counted] = await database.sql<{ count: number; sessions: number }[]>`
      select count(*) filter (where exists (select from session_topics t where t.session_id = s.id and t.topic_code = ${PLANTED_BURST.topic})
        or not exists (select from session_topics t where t.session_id = s.id) and exists (select from request_topics t where t.request_id = e.request_id and t.topic_code = ${PLANTED_BURST.topic}))::int as count,
        count(*)::int as sessions
      from sessions s join engagements e on e.id = s.engagement_id
      where (s.held_at at time zone 'America/New_York')::date >= ${burst.from}::date and (s.held_at at time zone 'America/New_York')::date < ${burst.to}::date`;
    expect([burst.count.value, burst.count.n]).toEqual([counted?.count, counted?.sessions]);
    expect(burst.ratio.low).toBeGreaterThan(2);
    expect(burst.qValue).toBeLessThan(0.01);
    expect(burst.points.reduce((sum, { count }) => sum + (count.value ?? 0), 0)).toBeGreaterThan(burst.count.value ?? 0);
    expect(burst.points.every(({ expected: { low, value, high } }) => (low ?? 0) <= (value ?? 0) + 1 && (high ?? 0) >= (value ?? 0) - 1)).toBe(true);
  });

  test("requests hold none, and fewer than twelve weeks are refused with what would lift it", async () => {
    const ask = await graphqlOver(database, NOW);
    expect((await burstsOf(ask, { evidence: "REQUESTS" })).bursts).toEqual([]);
    const { refusal, bursts } = await burstsOf(ask, { scope: { from: "2020-09-01", to: "2020-11-01" } });
    expect(bursts).toEqual([]);
    expect(refusal).toMatchObject({ reason: "TOO_SHORT", wouldLift: expect.stringContaining("12 weeks") });
  });

  test("a scope's topics choose what is shown and leave q as it is", async () => {
    const ask = await graphqlOver(database, NOW);
    const all = await burstsOf(ask);
    expect((await burstsOf(ask, { scope: { topics: [PLANTED_BURST.topic] } })).bursts).toEqual(all.bursts);
    expect((await burstsOf(ask, { scope: { topics: ["VHL-PED"] } })).bursts).toEqual([]);
  });
});

interface Phrases extends Refused {
  readonly since: string;
  readonly recentSystems: number;
  readonly systemsBefore: number;
  readonly tested: number;
  readonly phrases: readonly { readonly phrase: string; readonly recent: Figure; readonly before: Figure; readonly recentShare: Figure; readonly ratio: Figure; readonly logLikelihood: number; readonly qValue: number; readonly requestIds: readonly string[] }[];
}

async function phrasesOf(ask: Ask, variables: Record<string, unknown> = {}): Promise<Phrases> {
  const query = `query ($scope: Scope, $first: Int! = 20, $weeks: Int! = 8) { risingPhrases(scope: $scope, first: $first, weeks: $weeks) { ${REFUSAL} since recentSystems systemsBefore tested
    phrases { phrase recent ${FIGURE} before ${FIGURE} recentShare ${FIGURE} ratio ${FIGURE} logLikelihood qValue requestIds } } }`;
  const { data, errors } = await ask<{ risingPhrases: Phrases }>(query, variables);
  expect(errors).toEqual([]);
  if (!data) throw new Error("There is no answer.");
  return data.risingPhrases;
}

describe("rising phrases", () => {
  test("the planted ones are found, with their systems, and no other", async () => {
    const ask = await graphqlOver(database, NOW);
    const { phrases, refusal } = await phrasesOf(ask);
    expect(refusal).toBeNull();
    expect(phrases.map(({ phrase, recent, before }) => ({ phrase, systems: recent.value, before: before.value })).toSorted((a, b) => (a.phrase < b.phrase ? -1 : 1))).toEqual(
      PLANTED_PHRASES.toSorted((a, b) => (a.phrase < b.phrase ? -1 : 1)),
    );
    expect(phrases.every(({ ratio, qValue, logLikelihood }) => (ratio.low ?? 0) > 1 && qValue < 0.05 && logLikelihood > 10.83)).toBe(true);
  });

  test("behind each stand the requests that say it, and the rows open by their ids", async () => {
    const ask = await graphqlOver(database, NOW);
    const { phrases } = await phrasesOf(ask);
    for (const { phrase, requestIds, recent } of phrases) {
      const { data, errors } = await ask<{ requests: { totalCount: number; nodes: { narrative: string; system: { id: string } }[] } }>(
        "query ($ids: [ID!]) { requests(ids: $ids, first: 100) { totalCount nodes { narrative system { id } } } }",
        { ids: requestIds },
      );
      expect(errors).toEqual([]);
      expect(data?.requests.totalCount).toBe(requestIds.length);
      expect(data?.requests.nodes.every(({ narrative }) => narrative.toLowerCase().includes(phrase))).toBe(true);
      expect(new Set(data?.requests.nodes.map(({ system }) => system.id)).size).toBe(recent.value);
    }
  });

  test("a time too short to know what is usual, and too few systems, are refused", async () => {
    const ask = await graphqlOver(database, NOW);
    expect((await phrasesOf(ask, { scope: { from: "2020-12-01" } })).refusal).toMatchObject({ reason: "TOO_SHORT" });
    expect((await phrasesOf(ask, { scope: { states: ["VT"] } })).refusal?.reason).toMatch(/TOO_FEW|NOT_RECORDED/);
    expect((await phrasesOf(ask, { scope: { to: "2020-12-05" } })).phrases).toEqual([]);
  });

  test("nonsense is refused with the argument at fault", async () => {
    const ask = await graphqlOver(database, NOW);
    const { errors } = await ask("{ risingPhrases(first: 0) { tested } }");
    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "first" }]);
    const weeks = await ask("{ risingPhrases(weeks: 400) { tested } }");
    expect(weeks.errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "weeks" }]);
  });
});

interface Flow {
  readonly topic: { readonly code: string };
  readonly requests: Figure;
  readonly share: Figure;
  readonly usual: Figure;
  readonly qValue: number;
}

interface Drifts extends Refused {
  readonly stages: readonly (Refused & { readonly stage: string; readonly requests: Figure })[];
  readonly topics: readonly ({ readonly topic: { readonly code: string }; readonly went: readonly Flow[]; readonly came: readonly Flow[] } & Readonly<
    Record<"asked" | "tagged" | "coached" | "askedToTagged" | "taggedToCoached" | "askedToCoached", Figure>
  >)[];
}

async function driftsOf(ask: Ask, scope: Record<string, unknown> = {}): Promise<Drifts> {
  const flow = `{ topic { code } requests ${FIGURE} share ${FIGURE} usual ${FIGURE} qValue }`;
  const query = `query ($scope: Scope) { topicDrift(scope: $scope) { ${REFUSAL} stages { stage requests ${FIGURE} ${REFUSAL} }
    topics { topic { code } asked ${FIGURE} tagged ${FIGURE} coached ${FIGURE} askedToTagged ${FIGURE} taggedToCoached ${FIGURE} askedToCoached ${FIGURE} went ${flow} came ${flow} } } }`;
  const { data, errors } = await ask<{ topicDrift: Drifts }>(query, { scope });
  expect(errors).toEqual([]);
  if (!data) throw new Error("There is no answer.");
  return data.topicDrift;
}

describe("drift", () => {
  test("the planted drifts are the surest found, seen from either end, and what else is found stays near", async () => {
    const ask = await graphqlOver(database, NOW);
    const { topics, stages } = await driftsOf(ask);
    expect(stages.map(({ stage, refusal }) => [stage, refusal])).toEqual([["ASKED", null], ["TAGGED", null], ["COACHED", null]]);
    const sure = (name: "went" | "came") =>
      topics
        .flatMap((drift) => drift[name].map(({ topic, qValue }) => ({ qValue, pair: name === "went" ? [drift.topic.code, topic.code] : [topic.code, drift.topic.code] })))
        .filter(({ qValue }) => qValue < 0.05)
        .toSorted((a, b) => a.qValue - b.qValue)
        .map(({ pair }) => pair.join(" "));
    const planted = PLANTED_DRIFTS.map(({ asked, coached }) => `${asked} ${coached}`);
    expect(sure("went").slice(0, planted.length).toSorted()).toEqual(planted.toSorted());
    expect(sure("came").slice(0, planted.length).toSorted()).toEqual(planted.toSorted());
    // Calls stray within a domain, and leaders leave out one of two topics that go together.
    const together = ASKED_TOGETHER.map((pair) => pair.topics.toSorted().join(" "));
    const isNear = (pair: string) => pair.slice(0, 3) === pair.slice(8, 11) || together.includes(pair.split(" ").toSorted().join(" "));
    expect(sure("went").slice(planted.length).filter((pair) => !isNear(pair))).toEqual([]);
    const devices = topics.find(({ topic }) => topic.code === "TOL-ACC");
    expect(devices?.askedToTagged.high).toBeLessThan(0.8);
    expect(devices?.went[0]?.requests.value).toBeGreaterThanOrEqual(PLANTED_DRIFTS[0]?.requests ?? 0);
  });

  test("each stage counts the requests that the rows say", async () => {
    const ask = await graphqlOver(database, NOW);
    const { topics } = await driftsOf(ask);
    const rows = await database.sql<{ code: string; asked: number; tagged: number }[]>`
      select t.code, (select count(distinct request_id)::int from tag_events where stage = 'asked' and topic_code = t.code) as asked,
        (select count(*)::int from request_topics where topic_code = t.code) as tagged from topics t where t.kind <> 'domain'`;
    for (const { code, asked, tagged } of rows) {
      const drift = topics.find(({ topic }) => topic.code === code);
      expect([code, drift?.asked.value ?? 0, drift?.tagged.value ?? 0]).toEqual([code, asked, tagged]);
    }
  });

  test("what leaders chose stands for no tag", async () => {
    const [row] = await database.sql`select count(*)::int as strange from request_topics rt
      where not exists (select from tag_events e where e.request_id = rt.request_id and e.topic_code = rt.topic_code and e.stage = 'tagged')`;
    expect(row?.["strange"]).toBe(0);
  });

  test("without what leaders chose the other step is told, and why this one is not", async () => {
    const ask = await graphqlOver(database, NOW);
    await database.sql.begin(async (sql) => {
      await sql`create table held as select * from tag_events where stage = 'asked'`;
      await sql`delete from tag_events where stage = 'asked'`;
    });
    const { topics, stages, refusal } = await driftsOf(ask);
    await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) select request_id, topic_code, action, stage, author, at from held`;
    await database.sql`drop table held`;
    expect(refusal).toBeNull();
    expect(stages[0]?.refusal).toMatchObject({ reason: "NOT_RECORDED", wouldLift: expect.stringContaining("intake form") });
    expect(topics.every(({ asked, askedToTagged }) => asked.withheld === "NO_DATA" && askedToTagged.withheld === "NO_DATA")).toBe(true);
    expect(topics.some(({ taggedToCoached }) => taggedToCoached.value !== null)).toBe(true);
  });

  test("before anything happened nothing is said, with what would lift it", async () => {
    const ask = await graphqlOver(database, NOW);
    const { refusal, topics } = await driftsOf(ask, { to: "2020-04-01" });
    expect(topics).toEqual([]);
    expect(refusal?.reason).toBe("NOT_RECORDED");
  });
});

test.each([DEMO_COACH, DEMO_PROVIDER, DEMO_FUNDER])("what is new is for staff alone: $name", async (viewer) => {
  const ask = await graphqlOver(database, NOW);
  for (const field of ["topicBursts { weeks }", "risingPhrases { tested }", "topicDrift { pairsTested }"]) {
    const { errors } = await ask(`{ ${field} }`, {}, viewer);
    expect(errors).toMatchObject([{ code: "FORBIDDEN" }]);
  }
});
