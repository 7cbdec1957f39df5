import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REGIONS } from "@arl/schema/enums";
import { DEMO_EPOCH } from "../clock";
import { createDatabase } from "../db/testing";
import { loadRecords } from "../demo/records.load";
import { plantedNetwork } from "../sense/hurdles/testing.planted";
import { graphqlOver } from "../testing";
import { DEMO_FUNDER, DEMO_PROVIDER } from "../testing.demo";
import { Arena, fixSecret, NOISE, PUBLICATION } from "./arena";
import { SHARES, type Attack } from "./attacks";
import { askedWithoutServed } from "./crossing";
import { differencing } from "./differencing";
import { factsOf } from "./facts";
import { harvest } from "./harvest";
import { withoutOwnRows } from "./ownRows";
import { liftsTimesMargins, pairDifferencing } from "./pairs";
import { disagreements } from "./paths";
import { togetherQuestions } from "./questions";
import { lineRemainders } from "./remainders";
import { recovers, told } from "./score";
import { thinShown } from "./thinShown";
import { Truth } from "./truth";

/** A network in which enough systems ask for the same for some pairs to be shown. */
const NETWORK = plantedNetwork(31, 600, {
  pairs: [
    ["FIN-CSH", "SYS-TIM"],
    ["DAT-FRM", "PER-AGY"],
    ["FAM-ENG", "VHL-PED"],
  ],
  systems: 70,
});

let database: Awaited<ReturnType<typeof createDatabase>>;
let arena: Arena;
beforeAll(async () => {
  database = await createDatabase();
  await database.db.transaction((tx) => loadRecords(tx, NETWORK, DEMO_EPOCH));
  await fixSecret(database);
  arena = new Arena(database, new Truth(factsOf(NETWORK, PUBLICATION)), togetherQuestions());
});
afterAll(() => database.drop());

/** Without the gate each of these finds thin cells. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  "what is shown": thinShown,
  differencing,
  "what a line leaves": lineRemainders,
  "shares times what they are of": SHARES,
  "pairs taken from topics, from all and from wider scopes": pairDifferencing,
  "lift times margins": liftsTimesMargins,
};

describe("of what systems share, whom the network reaches and what regions ask for, an attacker", { timeout: 120_000 }, () => {
  test("is refused nothing, and is shown pairs, groups and regions", async () => {
    const { refused, lifts, shares } = await arena.told("on");
    expect(refused).toEqual([]);
    expect(lifts.length).toBeGreaterThan(10);
    for (const path of ["regional.share", "representation.byDistricts"]) expect(shares.filter((share) => share.path === path).length).toBeGreaterThan(5);
  });

  test.each(Object.entries(ATTACKS))("by %s recovers thin cells without the gate, and has none to claim behind it", async (name, attack) => {
    const open = attack(await arena.told("off"), arena.truth, 0);
    expect(recovers(open), told(name, open)).toBe(true);
    expect(attack(await arena.told("on"), arena.truth, NOISE.deviation)).toEqual([]);
  });

  test("by subtracting the served from those who asked, recovers thin cells without the gate and none with it", async () => {
    const [open, gated] = [askedWithoutServed(await arena.told("off"), arena.truth, 0), askedWithoutServed(await arena.told("on"), arena.truth, NOISE.deviation)];
    expect(recovers(open), told("asked without served", open)).toBe(true);
    expect(recovers(gated), told("asked without served", gated)).toBe(false);
  });

  test("finds no rows that two of these answers, or an older one, count differently", async () => {
    // Of students the whole is worked out from a rounded part; and the whole network is told in a way of its own.
    const apart = / (REQUESTS|SESSIONS) (records|systems) = | students = /;
    const found = disagreements(await arena.told("on"), arena.truth).filter(({ one, other }) => !apart.test(one) && !apart.test(other));
    expect(found).toEqual([]);
  });

  test("who is of an organisation is left with no thin pair or topic by taking the own rows out", async () => {
    const ask = await graphqlOver(database, DEMO_EPOCH);
    const questions = togetherQuestions().filter(({ field, conditions }) => field !== "needPatterns" && field !== "topicRanks" && conditions.length === 0);
    for (const organisation of ["p2"]) {
      const all = await harvest(ask, { ...DEMO_PROVIDER, id: `lead-of-${organisation}`, providerId: organisation }, questions);
      const others = withoutOwnRows(all, arena.truth, organisation);
      expect([all.refused.length, all.lifts.length > 0]).toEqual([0, true]);
      for (const attack of [thinShown, pairDifferencing, differencing]) expect(attack(others.harvest, others.truth, NOISE.deviation)).toEqual([]);
    }
  });

  test("cannot tell nothing from too few by an entry, a reason or a word", async () => {
    const ask = await graphqlOver(database, DEMO_EPOCH);
    const { data } = await ask<Silent>(SILENT, {}, DEMO_FUNDER);
    const said = new Map<string, Set<string>>();
    const hear = (where: string, conditions: readonly string[], what: object & { readonly systems: { readonly value: number | null } }) => {
      if (what.systems.value !== null) return;
      const size = arena.truth.places({ population: where === "representation" ? "SESSIONS" : "REQUESTS", conditions: [...conditions].sort() }).length;
      const key = `${where} ${size === 0 ? "nothing" : "too few"}`;
      said.set(key, (said.get(key) ?? new Set()).add(JSON.stringify(what)));
    };
    for (const { topics, ...entry } of data?.hurdles ?? []) if (topics.length === 1) hear("hurdles", ["LOCALE=RURAL", "STATE=VT", `TOPIC=${topics[0]?.code ?? ""}`], entry);
    for (const { topic, region, nationShare: _ofAll, ...entry } of data?.regionalOpportunities.regions ?? []) hear("regions", ["LOCALE=RURAL", `REGION=${region.key}`, "TITLE_I=false", `TOPIC=${topic.code}`], entry);
    for (const { key, ...entry } of data?.representation.groups ?? []) hear("representation", ["LOCALE=TOWN", `STATE=${key.key}`], entry);
    for (const where of ["hurdles", "regions", "representation"]) {
      expect([where, said.get(`${where} nothing`)?.size]).toEqual([where, 1]);
      expect([where, said.get(`${where} too few`)]).toEqual([where, said.get(`${where} nothing`)]);
    }
    expect([data?.hurdles.length, data?.regionalOpportunities.regions.length]).toEqual([60, REGIONS.length * 60]);
  });
});

const FIGURE = "{ value low high n withheld }";
const SILENT = `{
  hurdles(scope: { locales: [RURAL], states: ["VT"] }) { topics { code } systems ${FIGURE} states ${FIGURE} providers ${FIGURE} expected ${FIGURE} lift ${FIGURE} qValue }
  regionalOpportunities(scope: { locales: [RURAL], titleI: false }) { regions { region { key } topic { code } systems ${FIGURE} share ${FIGURE} nationShare ${FIGURE} qValue } }
  representation(scope: { locales: [TOWN] }, by: STATE) { groups { key { key } systems ${FIGURE} students ${FIGURE} byDistricts { share ${FIGURE} ratio ${FIGURE} } byStudents { share ${FIGURE} ratio ${FIGURE} } } }
}`;

interface Withheld {
  readonly systems: { readonly value: number | null };
}
interface Silent {
  readonly hurdles: readonly (Withheld & { readonly topics: readonly { readonly code: string }[] })[];
  readonly regionalOpportunities: { readonly regions: readonly (Withheld & { readonly region: { readonly key: string }; readonly topic: { readonly code: string }; readonly nationShare: unknown })[] };
  readonly representation: { readonly groups: readonly (Withheld & { readonly key: { readonly key: string } })[] };
}
