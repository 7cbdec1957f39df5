import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../db/testing";
import { loadRecords } from "../demo/records.load";
import { graphqlOver, type Ask } from "../testing";
import { DIMENSIONS } from "./dimensions";
import { differences } from "./differences";
import { gaps } from "./gaps";
import { impact } from "./impact";
import { needPatterns } from "./needPatterns";
import { resolveNetwork, type Network } from "./network";
import { GAPS, IMPACT, NEED_PATTERNS, TOPIC_TRENDS } from "./questions";
import { Rng } from "./random";
import { randomNetwork, RANDOM_NETWORK_NOW as NOW } from "./randomNetwork";
import { randomScope } from "./randomScope";
import type { Scope } from "./scope";
import { topicTrends } from "./topicTrends";

/**
 * The API against an independent calculation over the same records: one that shares neither SQL nor statistics with it.
 */
describe.each([
  { seed: 1, tables: 120 },
  { seed: 2, tables: 30 },
])("in random network $seed the API agrees with the independent calculation", ({ seed, tables }) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let network: Network;

  beforeAll(async () => {
    database = await createDatabase();
    const { records, districts } = randomNetwork(seed, { systems: 200 });
    await database.db.transaction((tx) => loadRecords(tx, { records, districts }, NOW));
    network = resolveNetwork(records, districts);
  });
  afterAll(() => database.drop());

  const scopes = (count: number): Scope[] => {
    const rng = new Rng(seed);
    return Array.from({ length: count }, () => randomScope(rng, network));
  };

  async function answer(ask: Ask, query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { data, errors } = await ask<Record<string, unknown>>(query, variables);
    expect(errors, JSON.stringify(variables)).toEqual([]);
    return data ?? {};
  }

  test("on impact, in 60 scopes", async () => {
    const ask = await graphqlOver(database, NOW);
    for (const scope of scopes(60)) {
      const answered = await answer(ask, IMPACT, { scope });
      expect(differences(withoutLabels(impact(network, scope, NOW)), withoutLabels(answered["impact"])), JSON.stringify(scope)).toEqual([]);
    }
  });

  test(`on needPatterns, in ${tables} scopes with random dimensions`, async () => {
    const ask = await graphqlOver(database, NOW);
    const rng = new Rng(seed + 100);
    for (const scope of scopes(tables)) {
      const rows = rng.pick(DIMENSIONS);
      const columns = rng.pick([null, ...DIMENSIONS]);
      const evidence = rng.pick(["REQUESTS", "SESSIONS"] as const);
      const answered = await answer(ask, NEED_PATTERNS, { scope, rows, columns, evidence });
      const expected = needPatterns(network, scope, NOW, rows, columns, evidence);
      const question = JSON.stringify({ scope, rows, columns, evidence });
      expect(differences(keyed(expected), keyed(answered["needPatterns"])), question).toEqual([]);
    }
  });

  test("on topicTrends, in 30 scopes", async () => {
    const ask = await graphqlOver(database, NOW);
    const rng = new Rng(seed + 200);
    for (const scope of scopes(30)) {
      const interval = rng.pick(["WEEK", "MONTH", "QUARTER"] as const);
      const evidence = rng.pick(["REQUESTS", "SESSIONS"] as const);
      const answered = await answer(ask, TOPIC_TRENDS, { scope, interval, evidence });
      const expected = topicTrends(network, scope, NOW, interval, evidence).map(({ topic, ...trend }) => ({ topic: { code: topic.code }, ...trend }));
      expect(differences(expected, answered["topicTrends"]), JSON.stringify({ scope, interval, evidence })).toEqual([]);
    }
  });

  test("on gaps, in 60 scopes", async () => {
    const ask = await graphqlOver(database, NOW);
    for (const scope of scopes(60)) {
      const answered = await answer(ask, GAPS, { scope });
      const expected = gaps(network, scope, NOW).map(({ topic, ...gap }) => ({ topic: { code: topic.code }, ...gap }));
      expect(differences(expected, answered["gaps"]), JSON.stringify(scope)).toEqual([]);
    }
  });
});

/** Labels are for people and each side's own. */
const withoutLabels = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner: unknown) => (name === "label" ? undefined : inner)));

interface Keyed {
  readonly key: string;
}

/** A table by its keys, so that the order of organisations and the like, which is each side's own, does not matter. */
function keyed(table: unknown): unknown {
  const { rows, columns, cells } = table as { rows: Keyed[]; columns: Keyed[]; cells: { row: Keyed | null; column: Keyed | null }[] };
  const keysOf = (headings: Keyed[]) => headings.map(({ key }) => key).sort();
  const byPlace = cells.map(({ row, column, ...figures }) => [`${row?.key} / ${column?.key}`, figures] as const);
  return withoutLabels({ rows: keysOf(rows), columns: keysOf(columns), cells: Object.fromEntries(byPlace), size: cells.length });
}
