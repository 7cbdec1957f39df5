import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildNetwork } from "../bench/network";
import { DEMO_EPOCH } from "../clock";
import { createDatabase } from "../db/testing";
import { buildDemo } from "../demo/network";
import { loadRecords, type LoadableNetwork } from "../demo/records.load";
import { Arena, fixSecret, NOISE, PUBLICATION } from "./arena";
import { allBounds, ATTACKS, reconstructAll, SHARES } from "./attacks";
import { factsOf, type Facts } from "./facts";
import { isNarrow } from "./linearProgramme";
import { differencing } from "./differencing";
import { disagreements } from "./paths";
import { deepQuestions, manyQuestions } from "./questions";
import type { Question } from "./question";
import { recoversMore } from "./reconstruction";
import { recovers, told } from "./score";
import { thinShown } from "./thinShown";
import { Truth } from "./truth";

const MIDDLING = { systems: 450, requests: 600, engagements: 560, sessions: 1600, ratings: 1000, providers: 10, coaches: 40, resources: 20 };

const NETWORKS: readonly { readonly name: string; readonly build: () => LoadableNetwork; readonly questions: (facts: Facts) => Question[] }[] = [
  { name: "the demo network", build: buildDemo, questions: manyQuestions },
  { name: "a network of 450 systems", build: () => buildNetwork(MIDDLING), questions: deepQuestions },
];

describe.each(NETWORKS)("in $name, an attacker with all that a funder may ask", { timeout: 200_000 }, ({ build, questions }) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let arena: Arena;

  beforeAll(async () => {
    database = await createDatabase();
    const network = build();
    await database.db.transaction((tx) => loadRecords(tx, network, DEMO_EPOCH));
    await fixSecret(database);
    const facts = factsOf(network, PUBLICATION);
    arena = new Arena(database, new Truth(facts), questions(facts));
  });
  afterAll(() => database.drop());

  test("is refused nothing, and is shown something", async () => {
    const { refused, ...harvest } = await arena.told("on").then((all) => ({ refused: all.refused, shown: all.shown().length, withheld: all.withheld().length }));
    expect(refused).toEqual([]);
    expect(harvest.shown).toBeGreaterThan(200);
    expect(harvest.withheld).toBeGreaterThan(200);
  });

  test("without the gate, is told every thin cell", async () => {
    const claims = thinShown(await arena.told("off"), arena.truth, 0);
    expect(recovers(claims), told("thin cells that are shown", claims)).toBe(true);
  });

  test("with the gate, is shown no thin cell by any path", async () => {
    expect(thinShown(await arena.told("on"), arena.truth, NOISE.deviation)).toEqual([]);
  });

  describe.each(Object.entries(ATTACKS))("by %s", (name, attack) => {
    test("recovers thin cells where only a threshold protects them", async () => {
      const claims = attack(await arena.toldByThresholds(), arena.truth, 0);
      expect(recovers(claims), told(name, claims)).toBe(true);
    });

    test("recovers none from the gate", async () => {
      const claims = attack(await arena.told("on"), arena.truth, NOISE.deviation);
      expect(recovers(claims), told(name, claims)).toBe(false);
    });
  });

  test("by least squares over the lattice, recovers more than margins tell where only a threshold protects, and no more behind the gate", async () => {
    const open = reconstructAll(await arena.toldByThresholds(), arena.truth, 0);
    expect(recoversMore(open), told("least squares", open.claims)).toBe(true);
    const gated = reconstructAll(await arena.told("on"), arena.truth, NOISE.deviation);
    expect(recoversMore(gated), told("least squares", gated.claims)).toBe(false);
  });

  test("with the gate, is shown no two cells one of which is the other but for a thin rest", async () => {
    const pairs = differencing(await arena.told("on"), arena.truth, NOISE.deviation).map(({ cell }) => cell);
    expect(pairs).toEqual([]);
  });

  test("by shares times what they are of, recovers thin parts without the gate and none with it", async () => {
    const [open, gated] = [SHARES(await arena.told("off"), arena.truth, 0), SHARES(await arena.told("on"), arena.truth, NOISE.deviation)];
    expect(recovers(open), told("shares", open)).toBe(true);
    expect(recovers(gated), told("shares", gated)).toBe(false);
  });

  test("by linear programmes, pins thin cells down where only a threshold protects them, and never behind the gate", async () => {
    const open = allBounds(await arena.toldByThresholds(), arena.truth, 0);
    expect(open.filter(({ low, high }) => low === high).length).toBeGreaterThan(1);
    const gated = allBounds(await arena.told("on"), arena.truth, NOISE.bound);
    expect(gated.length).toBeGreaterThan(20);
    expect(gated.filter(isNarrow)).toEqual([]);
    expect(gated.filter(({ low, high, truth }) => truth < low || truth > high)).toEqual([]);
  });

  test("finds no rows that two answers count differently, the whole network apart", async () => {
    const wholes = / (REQUESTS|SESSIONS|RELATIONSHIPS) (records|systems) = /;
    const found = disagreements(await arena.told("on"), arena.truth).filter(({ one, other }) => !wholes.test(one) && !wholes.test(other));
    expect(found).toEqual([]);
  });
});
