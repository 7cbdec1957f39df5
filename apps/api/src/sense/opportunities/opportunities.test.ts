import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../access/viewer";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";
import { holdNoise, requestRecords, restsOnMany } from "../figure/testing.thick";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

const F = "{ value low high n withheld }";
const QUERY = `query Q($scope: Scope, $maxKm: Float! = 400, $cohortSize: Int! = 8) { regionalOpportunities(scope: $scope, maxKm: $maxKm, cohortSize: $cohortSize) {
  refusal { reason why wouldLift } tested permutations located ${F} requesting ${F} places { lat lon }
  clusters { topic { code } radiusKm expected systems ${F} relativeRisk ${F} students ${F} states pValue qValue members { id km }
    pooling { specialists ${F} organisations { key label } cohorts cohortSize hoursEach ${F} hoursOneToOne ${F} hoursPooled ${F} } }
  regions { region { key } topic { code } systems ${F} share ${F} nationShare ${F} qValue } } }`;

interface Opportunities {
  readonly refusal: { readonly reason: string; readonly wouldLift: string } | null;
  readonly tested: number;
  readonly permutations: number;
  readonly located: Figure;
  readonly requesting: Figure;
  readonly places: readonly unknown[];
  readonly clusters: readonly {
    readonly topic: { readonly code: string };
    readonly radiusKm: number;
    readonly expected: number;
    readonly systems: Figure;
    readonly relativeRisk: Figure;
    readonly students: Figure;
    readonly states: readonly string[];
    readonly qValue: number;
    readonly members: readonly { readonly id: string; readonly km: number }[];
    readonly pooling: { readonly cohorts: number; readonly organisations: readonly unknown[]; readonly specialists: Figure } & Readonly<Record<"hoursEach" | "hoursOneToOne" | "hoursPooled", Figure>>;
  }[];
  readonly regions: readonly { readonly region: { readonly key: string }; readonly topic: { readonly code: string }; readonly systems: Figure; readonly share: Figure; readonly nationShare: Figure; readonly qValue: number | null }[];
}

async function opportunities(ask: Ask, variables: object = {}, viewer?: Account): Promise<Opportunities> {
  const { data, errors } = await ask<{ regionalOpportunities: Opportunities }>(QUERY, { ...variables }, viewer);
  expect(errors).toEqual([]);
  if (!data) throw new Error("no answer");
  return data.regionalOpportunities;
}

test("the demo network's needs are strewn over the country, and no cluster is claimed beyond chance", async () => {
  const { refusal, clusters, tested, permutations, located, requesting, places, regions } = await opportunities(await graphqlOver(database));
  expect(refusal).toBeNull();
  expect(tested).toBeGreaterThan(30);
  expect(permutations).toBe(9999);
  expect(places).toHaveLength(located.value ?? 0);
  expect(located.value ?? 0).toBeLessThan(requesting.value ?? 0);
  expect(clusters.filter(({ qValue }) => qValue < 0.05)).toEqual([]);
  expect(regions.filter(({ qValue }) => qValue !== null && qValue < 0.05)).toEqual([]);
  expect(regions.some(({ qValue }) => qValue !== null)).toBe(true);
  for (const { systems, radiusKm, members, relativeRisk } of clusters) {
    expect(systems.value).toBe(members.length);
    expect(members.length).toBeGreaterThanOrEqual(3);
    expect(radiusKm).toBeLessThanOrEqual(400);
    expect(relativeRisk.low ?? 2).toBeLessThan(relativeRisk.value ?? 1);
  }
});

test("too few systems on the map are refused with what would lift it, and so are sizes that mean nothing", async () => {
  const ask = await graphqlOver(database);
  const { refusal, clusters, regions } = await opportunities(ask, { scope: { states: ["CA"] } });
  expect([refusal?.reason, clusters]).toEqual(["TOO_FEW", []]);
  expect(refusal?.wouldLift).toContain("directory");
  expect(regions.every(({ region }) => region.key === "WEST")).toBe(true);
  for (const [variables, field] of [[{ maxKm: 5 }, "maxKm"], [{ cohortSize: 1 }, "cohortSize"]] as const) {
    expect((await ask(QUERY, { ...variables })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
  }
});

test("others than staff are told of no place, and of a region's systems only where many stand behind it", async () => {
  const ask = await graphqlOver(database);
  const hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? "";
  const records = await requestRecords(database);
  const exact = await opportunities(ask);
  for (const viewer of [DEMO_FUNDER, DEMO_COACH, DEMO_PROVIDER]) {
    const seen = await opportunities(ask, {}, viewer);
    expect([seen.refusal?.reason, seen.clusters, seen.places, seen.located.withheld, seen.regions.length]).toEqual(["NOT_SHOWN", [], [], "TOO_FEW", 300]);
    const patterns = await ask<{ needPatterns: { cells: { row: { key: string }; column: { key: string }; systems: Figure }[] } }>(
      `{ needPatterns(rows: TOPIC, columns: REGION, evidence: REQUESTS) { cells { row { key } column { key } systems ${F} } } }`,
      {},
      viewer,
    );
    const elsewhere = new Map(patterns.data?.needPatterns.cells.map(({ row, column, systems }) => [`${row.key} ${column.key}`, systems]));
    for (const { region, topic, systems } of seen.regions) expect(systems).toEqual(elsewhere.get(`${topic.code} ${region.key}`));
    const hidden = seen.regions.filter(({ systems }) => systems.value === null);
    for (const { systems, share } of hidden) expect([systems.n, share.value, share.n, share.low]).toEqual([null, null, null, null]);
    expect(seen.regions.every(({ qValue }) => qValue === null)).toBe(true);
    for (const { region, topic, systems, share, nationShare } of seen.regions.filter((each) => !hidden.includes(each))) {
      const inside = records.filter(({ topics, keys }) => topics.includes(topic.code) && keys["REGION"] === region.key);
      expect(restsOnMany(inside, hub)).toBe(true);
      const truth = exact.regions.find((each) => each.region.key === region.key && each.topic.code === topic.code);
      expect(Math.abs((systems.value ?? 0) - (truth?.systems.value ?? 0))).toBeLessThanOrEqual(7);
      expect(nationShare.value ?? share.value).not.toBeNull();
    }
  }
});

test("an organisation's lead has its own work exactly by region, and no clusters", async () => {
  const seen = await opportunities(await graphqlOver(database), { scope: { providers: ["org-03"] } }, DEMO_PROVIDER);
  expect([seen.refusal?.reason, seen.clusters]).toEqual(["NOT_SHOWN", []]);
  expect(seen.regions.some(({ systems }) => systems.value === 1)).toBe(true);
});

test("neighbours who share a need are found, with whom and what it takes to serve them together", async () => {
  const { sql } = database;
  const [topic] = await sql<{ code: string }[]>`select t.code from topics t where kind = 'topic' and exists (select from coach_topics where topic_code = t.code)
    and (select count(*) from request_topics where topic_code = t.code) between 5 and 12 order by code limit 1`;
  const code = topic?.code ?? "";
  const states = await sql<{ code: string; fips: string }[]>`select code, fips from states where code = 'MT'`;
  for (let index = 0; index < 10; index += 1) {
    const id = `30998${String(index).padStart(2, "0")}`;
    await sql`insert into districts (leaid, name, state_code, city, lat, lon, search_text) values (${id}, ${id}, ${states[0]?.code ?? ""}, 'Somewhere', ${47 + index / 10}, ${-109}, ${id})`;
    await sql`insert into systems (id, leaid, name, state_code, enrollment) values (${id}, ${id}, ${id}, 'MT', ${index === 0 ? null : 100})`;
    await sql`insert into requests (id, system_id, submitted_at, stated_name) values (${id}, ${id}, '2021-01-05', ${id})`;
    await sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${id}, ${code}, 'added', 'tagged', 'test', '2021-01-05')`;
  }
  const ask = await graphqlOver(database);
  const { clusters } = await opportunities(ask, { cohortSize: 4 });
  const [first, second] = clusters;
  expect(first?.topic.code).toBe(code);
  expect(first?.members.map(({ id }) => id).filter((id) => id.startsWith("30998"))).toHaveLength(10);
  expect(first?.states).toContain("MT");
  expect(first?.qValue).toBeLessThan(0.05);
  expect(second?.qValue).toBeGreaterThan(0.05);
  expect(first?.relativeRisk.low).toBeGreaterThan(1);
  expect(first?.students).toEqual({ value: 900, low: null, high: null, n: 9, withheld: null });
  expect(first?.expected).toBeLessThan(3);
  expect(first?.pooling.cohorts).toBe(3);
  expect(first?.pooling.specialists.value).toBeGreaterThan(0);
  expect(first?.pooling.organisations.length).toBeGreaterThan(0);
  const { hoursEach, hoursOneToOne, hoursPooled } = first?.pooling ?? {};
  expect([hoursOneToOne?.value ?? null, hoursPooled?.value ?? null]).toEqual(hoursEach?.value == null ? [null, null] : [hoursEach.value * 10, hoursEach.value * 3]);
  // What is shown is the viewer's choice; what q is over is not.
  const chosen = await opportunities(ask, { cohortSize: 4, scope: { topics: [code] } });
  expect(chosen.clusters).toEqual([first]);
  expect((await opportunities(ask, { cohortSize: 4 })).clusters).toEqual(clusters);
});
