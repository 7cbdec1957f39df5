import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Account } from "../../access/viewer";
import { Rng } from "../../oracle/random";
import type { Figure } from "./figure.type";
import { domainsByTopic, holdNoise, keysOf, requestRecords, restsOnMany, sessionRecords, type Record } from "./testing.thick";

/** What protected viewers are shown of the demo network, against who stands behind it, worked out apart. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let records: { readonly REQUESTS: Record[]; readonly SESSIONS: Record[] };
let domains: ReadonlyMap<string, string>;
let hub: string;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
  records = { REQUESTS: await requestRecords(database), SESSIONS: await sessionRecords(database) };
  domains = await domainsByTopic(database);
  hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? "";
});
afterAll(() => database.drop());

interface Cell {
  readonly row: { readonly key: string };
  readonly column: { readonly key: string } | null;
  readonly count: Figure;
  readonly systems: Figure;
  readonly share: Figure;
}

const FIGURE = "{ value low high n withheld }";
const TABLE = `query ($scope: Scope, $rows: Dimension!, $columns: Dimension, $evidence: Evidence!) {
  needPatterns(scope: $scope, rows: $rows, columns: $columns, evidence: $evidence) {
    rows { key } columns { key } cells { row { key } column { key } count ${FIGURE} systems ${FIGURE} share ${FIGURE} } } }`;

interface Table {
  readonly rows: string;
  readonly columns?: string | null;
  readonly evidence: "REQUESTS" | "SESSIONS";
  readonly scope?: { readonly [name: string]: unknown };
}

async function cellsOf(ask: Ask, table: Table, viewer: Account = DEMO_FUNDER): Promise<Cell[]> {
  const { data, errors } = await ask<{ needPatterns: { cells: Cell[] } }>(TABLE, { ...table }, viewer);
  expect(errors, JSON.stringify(table)).toEqual([]);
  return data?.needPatterns.cells ?? [];
}

const DIMENSIONS = ["DOMAIN", "TOPIC", "REGION", "STATE", "LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "GOVERNANCE", "CHALLENGE_LEVEL", "PROVIDER", "MONTH", "QUARTER"];

function tables(): Table[] {
  const rng = new Rng(11);
  const single = DIMENSIONS.map((rows): Table => ({ rows, columns: null, evidence: "REQUESTS" }));
  const crossed = Array.from({ length: 30 }, (): Table => ({ rows: rng.pick(DIMENSIONS), columns: rng.pick(DIMENSIONS), evidence: rng.pick(["REQUESTS", "SESSIONS"] as const) }));
  return [...single, ...single.map((table) => ({ ...table, evidence: "SESSIONS" as const })), ...crossed];
}

/** The records that a table counts at a place. */
function behind({ evidence, rows, columns }: Table, { row, column }: Cell): Record[] {
  const isAt = (record: Record, dimension: string, key: string) => keysOf(record, dimension, domains).includes(key);
  return records[evidence].filter((record) => isAt(record, rows, row.key) && (!columns || column === null || isAt(record, columns, column.key)));
}

interface Place {
  readonly table: Table;
  readonly cell: Cell;
  readonly truth: readonly Record[];
}

const nameOf = (table: Table, { row, column }: Cell): string => JSON.stringify({ table, row: row.key, column: column?.key });
const systemsIn = (truth: readonly Record[]): number => new Set(truth.map(({ system }) => system)).size;

const WITHHELD = { value: null, low: null, high: null, n: null, withheld: "TOO_FEW" };

describe("of 56 tables of the whole network", () => {
  test.each<[string, Account]>([
    ["a funder", DEMO_FUNDER],
    ["a coach", DEMO_COACH],
  ])("%s is shown no thin cell, every shown number lies near the truth, and every withheld one says nothing", async (_who, viewer) => {
    const ask = await graphqlOver(database);
    const places: Place[] = [];
    for (const table of tables()) for (const cell of await cellsOf(ask, table, viewer)) places.push({ table, cell, truth: behind(table, cell) });
    const [shown, withheld] = [places.filter(({ cell }) => cell.count.withheld === null), places.filter(({ cell }) => cell.count.withheld !== null)];
    expect(shown.length).toBeGreaterThan(200);
    for (const { table, cell } of withheld) expect([cell.count, cell.systems, cell.share], nameOf(table, cell)).toEqual([WITHHELD, WITHHELD, WITHHELD]);
    for (const { table, cell, truth } of shown) {
      const others = truth.filter(({ organisations }) => !organisations.includes(viewer.providerId ?? "nobody"));
      expect([restsOnMany(truth, hub), restsOnMany(others, hub)], nameOf(table, cell)).toEqual([true, true]);
      expect(cell.systems.value, nameOf(table, cell)).toBeGreaterThanOrEqual(10);
      expect(Math.abs((cell.systems.value ?? 0) - systemsIn(truth)), nameOf(table, cell)).toBeLessThanOrEqual(7);
    }
    const held = shown.filter(({ cell, truth }) => (cell.systems.low ?? 0) <= systemsIn(truth) && systemsIn(truth) <= (cell.systems.high ?? 0));
    expect(held.length / shown.length).toBeGreaterThan(0.93);
  }, 60_000);
});

test("a protected table lists every key there is, with a cell at every place", async () => {
  const ask = await graphqlOver(database);
  const cells = await cellsOf(ask, { rows: "DOMAIN", columns: "LOCALE", evidence: "REQUESTS" });
  expect(cells).toHaveLength(13 * 5);
  expect((await cellsOf(ask, { rows: "MONTH", evidence: "REQUESTS" })).map(({ row }) => row.key)).toEqual(
    ["05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2020-${month}`).concat("2021-01"),
  );
});

describe("the same records", () => {
  const countAt = (cells: readonly Cell[], row: string, column?: string) => cells.find((cell) => cell.row.key === row && cell.column?.key === column)?.count;

  test("have the same answer whether they are a cell, a cell the other way round, or chosen by the scope", async () => {
    const ask = await graphqlOver(database);
    const across = await cellsOf(ask, { rows: "DOMAIN", columns: "LOCALE", evidence: "SESSIONS" });
    const down = await cellsOf(ask, { rows: "LOCALE", columns: "DOMAIN", evidence: "SESSIONS" });
    const scoped = await cellsOf(ask, { rows: "DOMAIN", evidence: "SESSIONS", scope: { locales: ["CITY"] } });
    let compared = 0;
    for (const { row, column, count } of across.filter((cell) => cell.column?.key === "CITY" && cell.count.value !== null)) {
      for (const same of [countAt(down, column?.key ?? "", row.key), countAt(scoped, row.key)]) {
        if (same?.value === null) continue;
        expect(same).toEqual(count);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("have the same answer whoever asks, and however often", async () => {
    const ask = await graphqlOver(database);
    const table: Table = { rows: "MONTH", evidence: "SESSIONS" };
    const first = await cellsOf(ask, table);
    for (const viewer of [DEMO_FUNDER, { ...DEMO_FUNDER, id: "other", roles: ["steward"] as const }, DEMO_COACH]) {
      const again = await cellsOf(ask, table, viewer);
      again.forEach(({ count }, index) => expect(count.value === null || count.value === first[index]?.count.value).toBe(true));
    }
  });

  test("have the same answer in a month's scope as in a table by months, and in impact", async () => {
    const ask = await graphqlOver(database);
    const september = countAt(await cellsOf(ask, { rows: "MONTH", evidence: "REQUESTS" }), "2020-09");
    const { data } = await ask<{ impact: { requests: Figure } }>(`{ impact(scope: { from: "2020-09-01", to: "2020-10-01" }) { requests ${FIGURE} } }`, {}, DEMO_FUNDER);
    expect(data?.impact.requests).toEqual(september);
  });
});

describe("a scope that cuts off a thin slice shows nothing, and does not say how thin", () => {
  const ofStates = () => [...Map.groupBy(records.REQUESTS, ({ keys }) => keys["STATE"] ?? "")];
  /** Of requests by challenge level, which have none: one cell for all in scope. */
  const shownIn = async (scope: Table["scope"] & object) => {
    const ask = await graphqlOver(database);
    const cells = await cellsOf(ask, { rows: "CHALLENGE_LEVEL", evidence: "REQUESTS", scope });
    for (const { count } of cells.filter((cell) => cell.count.value === null)) expect(count).toEqual(WITHHELD);
    return cells.filter(({ count }) => count.value !== null).length;
  };

  test("inside it", async () => {
    const thin = ofStates().find(([, inside]) => !restsOnMany(inside, hub))?.[0];
    expect(await shownIn({ states: [thin] })).toBe(0);
  });

  test("outside it", async () => {
    const shown: [string, boolean][] = [];
    const most = ["DISTRICT", "CHARTER", "OTHER"].filter((kind) => restsOnMany(records.REQUESTS.filter(({ keys }) => keys["GOVERNANCE"] === kind), hub));
    for (const kind of most) {
      const outside = records.REQUESTS.filter(({ keys }) => keys["GOVERNANCE"] !== kind);
      if ((await shownIn({ governance: [kind] })) > 0) shown.push([kind, restsOnMany(outside, hub)]);
    }
    expect(shown.filter(([, rests]) => !rests)).toEqual([]);
  });

  test("at a corner of two filters and a month, though each alone is thick", async () => {
    const scope = { locales: ["CITY"], titleI: true, from: "2020-10-01", to: "2020-11-01" };
    const block = ({ keys, day }: Record) => [keys["LOCALE"] === "CITY", keys["TITLE_I"] === "true", day.startsWith("2020-10")].join();
    const blocks = [...Map.groupBy(records.REQUESTS, block).values()];
    expect(blocks.every((each) => restsOnMany(each, hub))).toBe(false);
    expect(await shownIn(scope)).toBe(0);
    expect(await shownIn({ locales: ["CITY"] })).toBeGreaterThan(0);
  });
});

describe("what is not published is refused", () => {
  test.each([
    ["needPatterns", '(rows: WEEK) { rows { key } }', "rows"],
    ["needPatterns", '(columns: WEEK) { rows { key } }', "columns"],
    ["topicTrends", '(interval: WEEK) { qValue }', "interval"],
    ["impact", '(scope: { states: ["CA", "NY"] }) { requests { value } }', "scope.states"],
    ["impact", '(scope: { from: "2020-06-03", to: "2020-07-01" }) { requests { value } }', "scope.from"],
    ["impact", '(scope: { topics: ["PER", "DAT"] }) { requests { value } }', "scope.topics"],
    ["gaps", '(scope: { providers: ["org-03"] }) { demand { value } }', "scope.providers"],
    ["gaps", '(scope: { titleI: true, locales: [CITY], regions: [WEST] }) { demand { value } }', "scope"],
  ])("%s%s", async (field, rest, fault) => {
    const ask = await graphqlOver(database);
    for (const viewer of [DEMO_FUNDER, DEMO_COACH]) {
      const { data, errors } = await ask(`{ ${field}${rest} }`, {}, viewer);
      expect(data).toBeNull();
      expect(errors.map(({ code, field }) => [code, field])).toEqual([["BAD_USER_INPUT", fault]]);
    }
    expect((await ask(`{ ${field}${rest} }`)).errors).toEqual([]);
    expect((await ask(`{ ${field}${rest} }`, {}, DEMO_PROVIDER)).errors.length).toBe(fault === "scope.providers" ? 0 : 1);
  });
});

test("without disclosure control a funder gets what staff get, of any scope", async () => {
  const ask = await graphqlOver(database, undefined, "off");
  const table: Table = { rows: "STATE", columns: "WEEK", evidence: "REQUESTS", scope: { states: ["CA", "NY"], from: "2020-06-03" } };
  const cells = await cellsOf(ask, table);
  expect(cells.some(({ count }) => count.value === 1)).toBe(true);
  const { data } = await ask<{ needPatterns: { cells: Cell[] } }>(TABLE, { ...table });
  expect(cells).toEqual(data?.needPatterns.cells);
});
