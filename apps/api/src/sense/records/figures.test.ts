import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver } from "../../testing";
import { createDemoDatabase } from "../../testing.demo";
import { Dimension, type Evidence } from "../scope/scope.type";

/** Whoever opens a figure finds behind it exactly the rows that it counts. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2021-02-01T14:00:00Z");

/** Numbers from 0 up to `below`, the same every time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SCOPES: readonly Record<string, unknown>[] = [
  {},
  { from: "2020-07-01", to: "2020-11-15" },
  { regions: ["SOUTH", "WEST"] },
  { locales: ["CITY"], titleI: true },
  { topics: ["VHL", "PRL"] },
  { topics: ["FAM-ENG"], to: "2020-12-01" },
  { providers: ["org-03", "org-05"] },
  { states: ["CA", "TX", "NY"], enrollmentBands: ["FROM_1K_TO_5K", "FROM_5K_TO_25K"] },
  { governance: ["CHARTER"] },
  { from: "2020-09-01", povertyBands: ["FROM_10_TO_20", "UNKNOWN"], providers: ["org-01"] },
];

interface Counted {
  readonly value: number | null;
}

const IMPACT = `query ($scope: Scope) {
  impact(scope: $scope) { systemsRequesting { value } systemsServed { value } requests { value } relationships { value } sessionsHeld { value } responseRate { value n } }
  requesting: systems(scope: $scope) { totalCount } served: systems(scope: $scope, stage: SERVED) { totalCount }
  requests(scope: $scope) { totalCount } engagements(scope: $scope) { totalCount } sessions(scope: $scope) { totalCount }
  rated: sessions(scope: $scope, rated: true) { totalCount } unrated: sessions(scope: $scope, rated: false) { totalCount }
}`;

interface ImpactAndRows extends Readonly<Record<"requesting" | "served" | "requests" | "engagements" | "sessions" | "rated" | "unrated", { totalCount: number }>> {
  readonly impact: Readonly<Record<"systemsRequesting" | "systemsServed" | "requests" | "relationships" | "sessionsHeld" | "responseRate", Counted>>;
}

test.each(SCOPES)("impact counts the rows of its scope: %j", async (scope) => {
  const ask = await graphqlOver(database, NOW);
  const { data, errors } = await ask<ImpactAndRows>(IMPACT, { scope });
  expect(errors).toEqual([]);
  if (!data) throw new Error("There is no answer.");
  const { impact } = data;
  expect([data.requesting, data.served, data.requests, data.engagements, data.sessions].map(({ totalCount }) => totalCount)).toEqual(
    [impact.systemsRequesting, impact.systemsServed, impact.requests, impact.relationships, impact.sessionsHeld].map(({ value }) => value),
  );
  expect(data.rated.totalCount + data.unrated.totalCount).toBe(data.sessions.totalCount);
  expect((impact.responseRate.value ?? 0) * data.sessions.totalCount).toBeCloseTo(data.rated.totalCount, 8);
});

interface Table {
  readonly cells: readonly { readonly row: { key: string } | null; readonly column: { key: string } | null; readonly count: { value: number } }[];
}

test("a cell of needPatterns counts the rows at its headings, in 50 cells of random tables", async () => {
  const ask = await graphqlOver(database, NOW);
  const below = seeded(20_210_201);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const dimensions = Object.values(Dimension);
  let checked = 0;
  for (let attempt = 0; checked < 50; attempt += 1) {
    expect(attempt).toBeLessThan(300);
    const evidence = pick<Evidence>(["REQUESTS", "SESSIONS"]);
    const [scope, rows, columns] = [pick(SCOPES), pick(dimensions), pick([null, ...dimensions])];
    const question = { scope, rows, columns, evidence };
    const query = `query ($scope: Scope, $rows: Dimension!, $columns: Dimension, $evidence: Evidence!) {
      needPatterns(scope: $scope, rows: $rows, columns: $columns, evidence: $evidence) { cells { row { key } column { key } count { value } } } }`;
    const { data } = await ask<{ needPatterns: Table }>(query, question);
    const cells = data?.needPatterns.cells ?? [];
    if (cells.length === 0) continue;
    const cell = pick(cells);
    const at = [
      { dimension: rows, key: cell.row?.key },
      ...(columns && cell.column ? [{ dimension: columns, key: cell.column.key }] : []),
    ];
    const list = evidence === "REQUESTS" ? "requests" : "sessions";
    const behind = await ask<Record<string, { totalCount: number }>>(`query ($scope: Scope, $at: [Coordinate!]) { ${list}(scope: $scope, at: $at, first: 1) { totalCount } }`, { scope, at });
    expect(behind.errors).toEqual([]);
    expect([question, at, behind.data?.[list]?.totalCount]).toEqual([question, at, cell.count.value]);
    checked += 1;
  }
});

interface Gap {
  readonly topic: { readonly code: string };
  readonly waiting: Counted;
  readonly specialists: Counted;
}

test.each(SCOPES.filter((scope) => !("topics" in scope)))("gaps count the requests that wait for each topic, and its specialists: %j", async (scope) => {
  const ask = await graphqlOver(database, NOW);
  const { data } = await ask<{ gaps: Gap[] }>("query ($scope: Scope) { gaps(scope: $scope) { topic { code } waiting { value } specialists { value } } }", { scope });
  const gaps = data?.gaps ?? [];
  expect(gaps.length).toBeGreaterThan(50);
  // Those of which something waits, and a few of the others.
  const looked = gaps.filter(({ topic, waiting }, index) => topic.code !== "NONE" && (waiting.value !== 0 || index % 9 === 0));
  for (const { topic, waiting, specialists } of looked) {
    const behind = await ask<{ requests: { totalCount: number }; specialists: { totalCount: number } }>(
      "query ($scope: Scope, $code: ID!, $one: Scope) { requests(scope: $scope, at: [{ dimension: TOPIC, key: $code }], standing: WAITING) { totalCount } specialists(scope: $one) { totalCount } }",
      { scope, code: topic.code, one: { ...scope, topics: [topic.code] } },
    );
    expect(behind.errors).toEqual([]);
    expect([topic.code, behind.data?.requests.totalCount]).toEqual([topic.code, waiting.value]);
    expect([topic.code, behind.data?.specialists.totalCount]).toEqual([topic.code, specialists.value]);
  }
});
