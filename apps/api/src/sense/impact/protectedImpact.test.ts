import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "../../access/viewer";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";
import { holdNoise, requestRecords, restsOnMany, sessionRecords } from "../figure/testing.thick";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

const TOTALS = ["systemsRequesting", "systemsServed", "statesReached", "schoolsReached", "studentsReached", "requests", "relationships", "sessionsHeld"] as const;
const ESTIMATES = ["titleIShare", "sessionRating", "responseRate", "returnRate", "relationshipLengthMonths", "sustainedFourMonths", "daysToMatch", "daysToFirstSession"] as const;
const OF_ONE = ["sessionsPerRelationshipMax", "largestSystemShare", "medianSystemStudents"] as const;
type Name = (typeof TOTALS)[number] | (typeof ESTIMATES)[number] | (typeof OF_ONE)[number] | "providersActive" | "ratingIfAllAnswered";

const FIGURE = "{ value low high n withheld }";
const IMPACT = `query ($scope: Scope) { impact(scope: $scope) {
  ${[...TOTALS, ...ESTIMATES, ...OF_ONE, "providersActive", "ratingIfAllAnswered"].map((name) => `${name} ${FIGURE}`).join(" ")}
  localeMix { row { key } count ${FIGURE} share ${FIGURE} } ratings { rating count } survival { months atRisk survival ${FIGURE} } challengeByCall { call level ${FIGURE} } } }`;

type Impact = Readonly<Record<Name, Figure>> & {
  readonly localeMix: readonly { readonly row: { readonly key: string }; readonly count: Figure; readonly share: Figure }[];
  readonly ratings: readonly { readonly rating: number; readonly count: number }[];
  readonly survival: readonly { readonly months: number; readonly atRisk: number; readonly survival: Figure }[];
  readonly challengeByCall: readonly { readonly call: number; readonly level: Figure }[];
};

async function impactOf(ask: Ask, scope: unknown, viewer?: Account): Promise<Impact> {
  const { data, errors } = await ask<{ impact: Impact }>(IMPACT, { scope }, viewer);
  expect(errors).toEqual([]);
  if (!data) throw new Error("impact did not answer");
  return data.impact;
}

const SCOPES = [{ locales: ["CITY"] }, { titleI: true }, { from: "2020-07-01", to: "2020-10-01" }, { locales: ["CITY"], titleI: true }];

describe("of a large part of the network", () => {
  test.each(SCOPES)("%j a funder gets figures near the exact ones, never all of them", async (scope) => {
    const ask = await graphqlOver(database);
    const [exact, guarded] = [await impactOf(ask, scope), await impactOf(ask, scope, DEMO_FUNDER)];
    let equal = 0;
    for (const name of TOTALS) {
      const { value, low, high, n } = guarded[name];
      expect([name, value !== null && low !== null && high !== null && low <= value && value <= high && n !== null && n >= 10]).toEqual([name, true]);
      const reach = (high ?? 0) - (low ?? 0);
      expect([name, Math.abs((value ?? 0) - (exact[name].value ?? 0)) <= 1.5 * reach]).toEqual([name, true]);
      equal += Number(value === exact[name].value);
    }
    expect(equal).toBeLessThan(TOTALS.length);
    const estimated = ESTIMATES.filter((name) => exact[name].value !== null);
    const held = estimated.filter((name) => (guarded[name].low ?? -Infinity) <= (exact[name].value ?? 0) && (exact[name].value ?? 0) <= (guarded[name].high ?? Infinity));
    expect(held.length).toBeGreaterThanOrEqual(estimated.length - 1);
    for (const name of OF_ONE) expect([name, guarded[name].withheld, guarded[name].n]).toEqual([name, "TOO_FEW", null]);
  });
});

test("of the whole network everybody gets the same figures, near the exact ones, and nothing that rests on one system", async () => {
  const ask = await graphqlOver(database);
  const exact = await impactOf(ask, { to: "2021-02-01" });
  const published = await impactOf(ask, null, DEMO_FUNDER);
  for (const name of TOTALS) {
    const { value, low, high } = published[name];
    expect([name, (low ?? Infinity) <= (exact[name].value ?? 0) + 3 && (exact[name].value ?? 0) - 3 <= (high ?? 0), value !== null]).toEqual([name, true, true]);
  }
  for (const viewer of [DEMO_FUNDER, DEMO_COACH, DEMO_PROVIDER]) {
    for (const scope of [null, {}, { from: "2020-01-01", to: "2021-02-01" }]) {
      const guarded = await impactOf(ask, scope, viewer);
      for (const name of [...TOTALS, ...ESTIMATES]) expect([name, guarded[name]]).toEqual([name, published[name]]);
      expect([guarded.sessionsPerRelationshipMax.withheld, guarded.largestSystemShare.withheld]).toEqual(["TOO_FEW", "TOO_FEW"]);
      expect(guarded.medianSystemStudents.value).toBe(Number((exact.medianSystemStudents.value ?? 0).toPrecision(2)));
      expect(guarded.localeMix.map(({ count }) => count.value)).not.toEqual(exact.localeMix.map(({ count }) => count.value));
      expect(guarded.survival.map(({ months }) => months)).toEqual(guarded.survival.map((_, index) => index + 1));
    }
  }
});

test("of the running month nothing is published, and nothing of it is in any figure", async () => {
  const later = await graphqlOver(database, new Date("2021-01-20T12:00:00-05:00"));
  const figures = await impactOf(later, null, DEMO_FUNDER);
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name) select 'late-' || id, id, '2021-01-10', name from systems limit 40`;
  expect(await impactOf(later, null, DEMO_FUNDER)).toEqual(figures);
  await database.sql`delete from requests where id like 'late-%'`;
  const january = await impactOf(later, { from: "2021-01-01", to: "2021-02-01" }, DEMO_FUNDER);
  for (const name of TOTALS) expect(january[name]).toEqual({ value: null, low: null, high: null, n: null, withheld: "TOO_FEW" });
});

test("a part of the network that is thin says nothing at all", async () => {
  const ask = await graphqlOver(database);
  const thin = await impactOf(ask, { states: ["WY"] }, DEMO_FUNDER);
  for (const name of [...TOTALS, ...ESTIMATES, ...OF_ONE]) expect([name, thin[name]]).toEqual([name, { value: null, low: null, high: null, n: null, withheld: "TOO_FEW" }]);
  expect([thin.ratings, thin.survival]).toEqual([[], []]);
  for (const { count, share } of thin.localeMix) expect([count.withheld, share.n]).toEqual(["TOO_FEW", null]);
});

describe("a provider's lead", () => {
  test("gets the own organisation's figures as staff do, and none of another's", async () => {
    const ask = await graphqlOver(database);
    const own = { providers: [DEMO_PROVIDER.providerId] };
    expect(await impactOf(ask, own, DEMO_PROVIDER)).toEqual(await impactOf(ask, own));
    for (const providers of [["org-04"], ["org-03", "org-04"]]) {
      const { errors } = await ask(IMPACT, { scope: { providers } }, DEMO_PROVIDER);
      expect(errors.map(({ code, field }) => [code, field])).toEqual([["BAD_USER_INPUT", "scope.providers"]]);
    }
    expect((await ask(IMPACT, { scope: own }, DEMO_COACH)).errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  });

  test.each([
    ["needPatterns(scope: { providers: [\"org-03\"] }, rows: DOMAIN, columns: MONTH, evidence: SESSIONS)", `cells { row { key } column { key } count ${FIGURE} share ${FIGURE} }`],
    ["needPatterns(scope: { providers: [\"org-03\"], states: [\"CA\", \"NY\"] }, rows: WEEK)", `cells { row { key } count ${FIGURE} }`],
    ["topicTrends(scope: { providers: [\"org-03\"] })", `topic { code } qValue points { start count ${FIGURE} }`],
    ["gaps(scope: { providers: [\"org-03\"] })", `topic { code } demand ${FIGURE} coverage ${FIGURE}`],
  ])("gets %s of the own organisation as staff do", async (field, selection) => {
    const ask = await graphqlOver(database);
    const [lead, staff] = [await ask(`{ ${field} { ${selection} } }`, {}, DEMO_PROVIDER), await ask(`{ ${field} { ${selection} } }`)];
    expect(lead.errors).toEqual([]);
    expect(lead.data).toEqual(staff.data);
  });
});

test("in no scope of one filter and a month does a count rest on few, or cut few off", async () => {
  const ask = await graphqlOver(database);
  const hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? "";
  const populations = [["requests", await requestRecords(database)], ["sessionsHeld", await sessionRecords(database)]] as const;
  const filters = [
    ...["CITY", "SUBURB", "TOWN", "RURAL"].map((key) => ["LOCALE", key, { locales: [key] }] as const),
    ...["WEST", "SOUTH", "OTHER"].map((key) => ["REGION", key, { regions: [key] }] as const),
    ...["DISTRICT", "CHARTER", "OTHER"].map((key) => ["GOVERNANCE", key, { governance: [key] }] as const),
    ["TITLE_I", "false", { titleI: false }] as const,
  ];
  const shown = [];
  for (const [dimension, key, filter] of filters) {
    for (const [from, to] of [["2020-05-01", "2020-06-01"], ["2020-08-01", "2020-09-01"], ["2020-10-01", "2021-01-01"]] as const) {
      const impact = await impactOf(ask, { ...filter, from, to }, DEMO_FUNDER);
      for (const [name, all] of populations) {
        const blocks = [...Map.groupBy(all, ({ keys, day }) => [keys[dimension] === key, day >= from && day < to].join()).values()];
        const isSafe = blocks.every((block) => restsOnMany(block, hub)) && all.some(({ keys, day }) => keys[dimension] === key && day >= from && day < to);
        if (impact[name].value === null) continue;
        expect([name, key, from, isSafe]).toEqual([name, key, from, true]);
        shown.push(name);
      }
    }
  }
  expect(new Set(shown)).toEqual(new Set(["requests", "sessionsHeld"]));
}, 60_000);
