import { describe, expect, test, beforeAll, afterAll } from "vitest";
import { createDatabase } from "../db/testing";
import { loadRecords } from "../demo/records.load";
import { graphqlOver } from "../testing";
import { differences } from "./differences";
import { hurdles } from "./hurdles";
import { resolveNetwork, type Network } from "./network";
import { Rng } from "./random";
import { randomNetwork, RANDOM_NETWORK_NOW as NOW } from "./randomNetwork";
import { randomScope } from "./randomScope";
import { atLeast, liftInterval } from "./tables";

const FIGURE = "{ value low high n withheld }";
const HURDLES = `query ($scope: Scope) { hurdles(scope: $scope) {
  topics { code } systems ${FIGURE} states ${FIGURE} providers ${FIGURE} expected ${FIGURE} lift ${FIGURE} qValue } }`;

interface Listed {
  readonly topics: readonly { readonly code: string }[];
  readonly systems: { readonly value: number };
  readonly lift: { readonly value: number | null };
  readonly qValue: number | null;
}

const keyed = (listed: readonly { readonly topics: readonly { readonly code: string }[] }[]) =>
  Object.fromEntries(listed.map(({ topics, ...figures }) => [topics.map(({ code }) => code).join(" + "), figures]));

test("two by two tables count out the tea and its limits", () => {
  expect(atLeast({ both: 3, one: 4, other: 4, all: 8 })).toBeCloseTo(17 / 70, 12);
  // Under independence the margins add nothing: at 8 of 40 expected and found the limits are those of the exact test alone.
  const { low, high } = liftInterval({ both: 8, one: 16, other: 20, all: 40 });
  expect(low * high).toBeCloseTo(1, 0);
});

describe.each([{ seed: 1 }, { seed: 2 }])("in random network $seed the API agrees with the independent calculation", ({ seed }) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let network: Network;
  beforeAll(async () => {
    database = await createDatabase();
    const { records, districts } = randomNetwork(seed, { systems: 200 });
    await database.db.transaction((tx) => loadRecords(tx, { records, districts }, NOW));
    network = resolveNetwork(records, districts);
  });
  afterAll(() => database.drop());

  test("on hurdles, in 8 scopes, and they come in their order", async () => {
    const ask = await graphqlOver(database, NOW);
    const rng = new Rng(seed + 300);
    for (const scope of [{}, ...Array.from({ length: 7 }, () => randomScope(rng, network))]) {
      const { data, errors } = await ask<{ hurdles: Listed[] }>(HURDLES, { scope });
      expect(errors).toEqual([]);
      const answered = data?.hurdles ?? [];
      const expected = hurdles(network, scope, NOW).map(({ topics, ...figures }) => ({ topics: topics.map(({ code }) => ({ code })), ...figures }));
      expect(differences(keyed(expected), keyed(answered)), JSON.stringify(scope)).toEqual([]);
      expect(answered).toHaveLength(expected.length);
      expectOrder(answered);
    }
  });
});

/** Beyond chance by lift, then single topics by systems, then the others by q. */
function expectOrder(listed: readonly Listed[]): void {
  const kinds = listed.map(({ topics, qValue }) => (topics.length === 1 ? 1 : (qValue ?? 1) < 0.05 ? 0 : 2));
  expect(kinds).toEqual(kinds.toSorted());
  const ascends = (values: readonly number[]) => values.every((value, index) => index === 0 || (values[index - 1] ?? 0) <= value);
  const of = (kind: number) => listed.filter((_, index) => kinds[index] === kind);
  expect(ascends(of(0).map(({ lift }) => -(lift.value ?? 0)))).toBe(true);
  expect(ascends(of(1).map(({ systems }) => -systems.value))).toBe(true);
  expect(ascends(of(2).map(({ qValue }) => qValue ?? 0))).toBe(true);
}
