import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "../../access/viewer";
import { createDatabase } from "../../db/testing";
import { loadRecords } from "../../demo/records.load";
import { RANDOM_NETWORK_NOW } from "../../oracle/randomNetwork";
import { graphqlOver, type Ask } from "../../testing";
import { DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";
import { holdNoise, requestRecords, restsOnMany, type Record } from "../figure/testing.thick";
import { plantedNetwork } from "./testing.planted";

/** What protected viewers are shown of what systems share, against who stands behind it, worked out apart. */
let database: Awaited<ReturnType<typeof createDatabase>>;
let records: Record[];
let hub: string;
let ask: Ask;
beforeAll(async () => {
  database = await createDatabase();
  await database.db.transaction((tx) => loadRecords(tx, plantedNetwork(31, 600, { pairs: PLANTED, systems: 70 }), RANDOM_NETWORK_NOW));
  await holdNoise(database);
  records = await requestRecords(database);
  hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? "";
});
beforeEach(async () => {
  ask = await graphqlOver(database, RANDOM_NETWORK_NOW);
});
afterAll(() => database.drop());

/** Asked for together by enough systems for pairs to be shown. */
const PLANTED = [
  ["FIN-CSH", "SYS-TIM"],
  ["DAT-FRM", "PER-AGY"],
  ["FAM-ENG", "VHL-PED"],
] as const;

interface Listed {
  readonly topics: readonly { readonly code: string }[];
  readonly systems: Figure;
  readonly states: Figure;
  readonly providers: Figure;
  readonly expected: Figure;
  readonly lift: Figure;
  readonly qValue: number | null;
}

const FIGURE = "{ value low high n withheld }";
const QUERY = `query ($scope: Scope) { hurdles(scope: $scope) { topics { code } systems ${FIGURE} states ${FIGURE} providers ${FIGURE} expected ${FIGURE} lift ${FIGURE} qValue } }`;

const COACH: Account = { ...DEMO_COACH, providerId: "p2" };
const LEAD: Account = { ...DEMO_PROVIDER, providerId: "p3" };

const VIEWERS: readonly [string, Account][] = [
  ["a funder", DEMO_FUNDER],
  ["a coach", COACH],
  ["a lead", LEAD],
];

/** What was asked for before: the same question has the same answer. */
const answers = new Map<string, Listed[]>();

async function hurdles(scope: object, viewer: Account): Promise<Listed[]> {
  const question = JSON.stringify([viewer.id, scope]);
  const before = answers.get(question);
  if (before) return before;
  const { data, errors } = await ask<{ hurdles: Listed[] }>(QUERY, { scope }, viewer);
  expect(errors).toEqual([]);
  answers.set(question, data?.hurdles ?? []);
  return data?.hurdles ?? [];
}

const SCOPES = [{}, { locales: ["CITY"] }, { titleI: true }, { titleI: true, locales: ["CITY"] }];

const FILTERS: Readonly<{ [name: string]: string }> = { locales: "LOCALE", titleI: "TITLE_I" };
const within = (scope: object): Record[] =>
  records.filter(({ keys }) => Object.entries(scope).every(([name, value]) => keys[FILTERS[name] ?? ""] === String(Array.isArray(value) ? value[0] : value)));

/** The requests for any of these topics of the systems that asked for all of them. */
function behind(all: readonly Record[], topics: readonly string[]): Record[] {
  const askers = (topic: string) => new Set(all.filter((record) => record.topics.includes(topic)).map(({ system }) => system));
  const sets = topics.map(askers);
  return all.filter(({ system, topics: own }) => sets.every((set) => set.has(system)) && own.some((topic) => topics.includes(topic)));
}

const systemsOf = (all: readonly Record[]): number => new Set(all.map(({ system }) => system)).size;
const codes = ({ topics }: Listed): string[] => topics.map(({ code }) => code);
const isPair = ({ topics }: Listed): boolean => topics.length === 2;

describe.each(VIEWERS)("%s", (_who, viewer) => {
  test("is shown no thin topic and no thin pair in any of four scopes, also without the own organisation's requests", async () => {
    let pairs = 0;
    for (const scope of SCOPES) {
      const all = within(scope);
      for (const hurdle of await hurdles(scope, viewer)) {
        if (hurdle.systems.value === null) continue;
        if (isPair(hurdle)) pairs += 1;
        const truth = behind(all, codes(hurdle));
        const others = truth.filter(({ organisations }) => !organisations.includes(viewer.providerId ?? "nobody"));
        expect([scope, codes(hurdle), restsOnMany(truth, hub), restsOnMany(others, hub)]).toEqual([scope, codes(hurdle), true, true]);
        expect(Math.abs(hurdle.systems.value - systemsOf(truth))).toBeLessThanOrEqual(7);
      }
    }
    expect(pairs).toBeGreaterThan(2);
  });

  test("can subtract no shown pair from its topics, from all systems or from the same pair elsewhere to be left with few systems", async () => {
    const seen = await Promise.all(SCOPES.map(async (scope) => ({ scope, all: within(scope), pairs: (await hurdles(scope, viewer)).filter(isPair) })));
    const thin: unknown[] = [];
    const check = (what: unknown, left: number) => {
      if (left > 0 && left < 10) thin.push([what, left]);
    };
    for (const { scope, all, pairs } of seen) {
      for (const pair of pairs) {
        const [one = "", other = ""] = codes(pair);
        const [both, first, second] = [systemsOf(behind(all, [one, other])), systemsOf(behind(all, [one])), systemsOf(behind(all, [other]))];
        check([scope, one, "without", other], first - both);
        check([scope, other, "without", one], second - both);
        check([scope, "neither", one, other], systemsOf(all) - first - second + both);
        for (const wider of seen) {
          const isWithin = wider.scope !== scope && Object.entries(wider.scope).every(([name, value]) => JSON.stringify(Object.entries(scope).find(([own]) => own === name)?.[1]) === JSON.stringify(value));
          if (isWithin && wider.pairs.some((same) => codes(same).join() === codes(pair).join())) check([scope, "beyond", wider.scope, one, other], systemsOf(behind(wider.all, [one, other])) - both);
        }
      }
    }
    expect(thin).toEqual([]);
  });

  test("sees every topic listed, withheld ones without a word, and no pair that is withheld", async () => {
    for (const scope of SCOPES) {
      const listed = await hurdles(scope, viewer);
      const singles = listed.filter((hurdle) => !isPair(hurdle));
      expect(singles).toHaveLength(60);
      const silence = { value: null, low: null, high: null, n: null, withheld: "TOO_FEW" };
      for (const { lift } of singles) expect(lift).toEqual(silence);
      for (const { systems, states, providers } of singles.filter((hurdle) => hurdle.systems.value === null)) expect([systems, states, providers]).toEqual([silence, silence, silence]);
      for (const { systems, lift, qValue, expected } of listed.filter(isPair)) expect([systems.value, lift.value, qValue, expected.value].includes(null)).toBe(false);
    }
  });
});

test("a topic's systems are those that the table of needs shows, and withheld where it withholds them", async () => {
  const table = await ask<{ needPatterns: { cells: { row: { key: string }; systems: Figure }[] } }>(`{ needPatterns(rows: TOPIC) { cells { row { key } systems ${FIGURE} } } }`, {}, DEMO_FUNDER);
  const shown = new Map(table.data?.needPatterns.cells.map(({ row, systems }) => [row.key, systems]));
  for (const hurdle of (await hurdles({}, DEMO_FUNDER)).filter((each) => !isPair(each))) expect([codes(hurdle), hurdle.systems]).toEqual([codes(hurdle), shown.get(codes(hurdle)[0] ?? "")]);
});

test("lift, its interval and q follow from what is published, so they tell nothing more", async () => {
  const listed = await hurdles({}, DEMO_FUNDER);
  const of = (code: string) => listed.find((hurdle) => !isPair(hurdle) && codes(hurdle)[0] === code)?.systems.value ?? 0;
  const pairs = listed.filter(isPair);
  expect(pairs.length).toBeGreaterThan(0);
  for (const { topics, systems, lift, expected } of pairs) {
    const [one, other] = topics.map(({ code }) => of(code));
    expect(expected.value).toBeCloseTo(((one ?? 0) * (other ?? 0)) / (lift.n ?? 1), 9);
    expect(lift.value).toBeCloseTo((systems.value ?? 0) / (expected.value ?? 1), 9);
    expect(lift.low).toBeLessThan(lift.value ?? 0);
    expect(lift.high).toBeGreaterThan(lift.value ?? 0);
  }
});

test("a period is refused in a sentence, for staff it is answered", async () => {
  const scope = { from: "2020-07-01", to: "2020-10-01" };
  const { errors } = await ask(QUERY, { scope }, DEMO_FUNDER);
  expect(errors.map(({ message, field }) => [message, field])).toEqual([
    ["Protected figures of what systems share cover the network's whole time: a system is asked about over all its requests.", "scope.from"],
  ]);
  expect((await ask(QUERY, { scope })).errors).toEqual([]);
});
