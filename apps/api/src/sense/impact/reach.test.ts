import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_FUNDER } from "../../testing.demo";
import type { Viewer } from "../../access/viewer";
import { holdNoise } from "../figure/testing.thick";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

interface Share {
  readonly key: { readonly key: string };
  readonly served: { readonly value: number | null; readonly low: number | null; readonly high: number | null; readonly n: number | null; readonly withheld: string | null };
  readonly nation: number;
}

async function reach(ask: Ask, by: string, viewer: Viewer, scope = ""): Promise<readonly Share[]> {
  const { data } = await ask<{ impact: { reachByLocale: Share[] } }>(
    `{ impact${scope} { reachByLocale(by: ${by}) { key { key } served { value low high n withheld } nation } } }`, {}, viewer);
  return data?.impact.reachByLocale ?? [];
}

test("reach counted by students is what the served systems' own enrollments say, beside the nation's", async () => {
  const ask = await graphqlOver(database);
  const rows = await database.sql<{ locale: string; students: number }[]>`
    select locale, sum(enrollment)::float8 as students from systems s
    where locale is not null and exists (select from requests r join engagements e on e.request_id = r.id join sessions x on x.engagement_id = e.id where r.system_id = s.id)
    group by locale`;
  const all = rows.reduce((sum, { students }) => sum + students, 0);
  const shares = await reach(ask, "STUDENTS", STAFF);
  for (const { key, served } of shares) expect(served.value).toBeCloseTo((rows.find(({ locale }) => locale === key.key)?.students ?? 0) / all, 9);
  expect(shares.reduce((sum, { nation }) => sum + nation, 0)).toBeCloseTo(1, 9);
  // Of the nation's 13,238 regular districts more are rural than of anything else; of its students most are in suburbs and cities.
  const bySystems = await reach(ask, "SYSTEMS", STAFF);
  expect(bySystems.find(({ key }) => key.key === "RURAL")?.nation).toBeGreaterThan(0.4);
  expect(shares.find(({ key }) => key.key === "RURAL")?.nation).toBeLessThan(0.25);
});

test("counted by systems it is the locale mix", async () => {
  const ask = await graphqlOver(database);
  for (const viewer of [STAFF, DEMO_FUNDER]) {
    const { data } = await ask<{ impact: { localeMix: { row: { key: string }; share: { value: number | null } }[] } }>("{ impact { localeMix { row { key } share { value } } } }", {}, viewer);
    const mix = data?.impact.localeMix.map(({ row, share }) => [row.key, share.value]);
    expect((await reach(ask, "SYSTEMS", viewer)).map(({ key, served }) => [key.key, served.value])).toEqual(mix);
  }
});

test("a funder sees it near the exact one, and no locale that the mix withholds", async () => {
  const ask = await graphqlOver(database);
  const exact = await reach(ask, "STUDENTS", STAFF);
  const shown = (await reach(ask, "STUDENTS", DEMO_FUNDER)).filter(({ served }) => served.value !== null);
  expect(shown.length).toBeGreaterThan(0);
  for (const { key, served } of shown) {
    const truth = exact.find((each) => each.key.key === key.key)?.served.value ?? -1;
    expect(served.low).toBeLessThanOrEqual(truth);
    expect(served.high).toBeGreaterThanOrEqual(truth);
  }
  const south = "(scope: { regions: [SOUTH] })";
  const hidden = (await reach(ask, "SYSTEMS", DEMO_FUNDER, south)).filter(({ served }) => served.value === null).map(({ key }) => key.key);
  expect(hidden.length).toBeGreaterThan(0);
  const byStudents = await reach(ask, "STUDENTS", DEMO_FUNDER, south);
  for (const locale of hidden) expect(byStudents.find(({ key }) => key.key === locale)?.served).toEqual({ value: null, low: null, high: null, n: null, withheld: "TOO_FEW" });
});
