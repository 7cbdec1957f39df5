import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
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

const NOW = new Date("2021-02-01T17:00:00Z");
const COLUMNS = { LOCALE: "locale", POVERTY_BAND: "poverty_band", ENROLLMENT_BAND: "enrollment_band", REGION: "region", STATE: "state_code" } as const;
type By = keyof typeof COLUMNS;
const EVERY = Object.keys(COLUMNS) as By[];

interface Shown {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: string | null;
}
interface Reading {
  readonly share: Shown;
  readonly universeShare: number;
  readonly ratio: Shown;
}
interface Answer {
  readonly universe: { readonly source: string; readonly districtCount: number; readonly studentCount: number };
  readonly groups: readonly { readonly key: { readonly key: string }; readonly systems: Shown; readonly students: Shown; readonly byDistricts: Reading; readonly byStudents: Reading }[];
  readonly counted: Shown;
  readonly unknown: Shown;
  readonly notDistricts: Shown;
  readonly refusal: { readonly reason: string; readonly why: string } | null;
}

const FIGURE = "{ value low high n withheld }";
const READING = `{ share ${FIGURE} universeShare ratio ${FIGURE} }`;

async function representation(ask: Ask, by: string, viewer: Viewer = STAFF, scope = "{}"): Promise<Answer> {
  const { data, errors } = await ask<{ representation: Answer }>(
    `{ representation(by: ${by}, scope: ${scope}) { universe { source districtCount studentCount } groups { key { key } systems ${FIGURE} students ${FIGURE} byDistricts ${READING} byStudents ${READING} }
      counted ${FIGURE} unknown ${FIGURE} notDistricts ${FIGURE} refusal { reason why wouldLift } } }`, {}, viewer);
  if (!data) throw new Error(errors[0]?.message);
  return data.representation;
}

const SERVED = `select s.*, st.region from systems s join states st on st.code = s.state_code where exists (select from requests r
  join engagements e on e.request_id = r.id join sessions x on x.engagement_id = e.id where r.system_id = s.id and x.held_at < '${NOW.toISOString()}')`;

/** The ratio, to 9 significant digits, or that there are too few for one. */
const expectRatio = ({ value, withheld }: Shown, ratio: number | null) => expect([value?.toPrecision(9) ?? null, withheld]).toEqual(ratio === null ? [null, "TOO_FEW"] : [ratio.toPrecision(9), null]);

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("representation to staff", () => {
  test.each(EVERY)("by %s is share over share, by districts and by students, as plain SQL counts them", async (by) => {
    const { groups, counted, unknown, universe } = await representation(await graphqlOver(database, NOW), by);
    const column = COLUMNS[by];
    const served = await database.sql.unsafe<{ key: string; systems: number; students: number }[]>(
      `select ${column} as key, count(*)::int as systems, sum(enrollment)::float8 as students from (${SERVED}) s where ${column} is not null and ${column} <> 'UNKNOWN' group by 1`);
    const there = await database.sql.unsafe<{ key: string; districts: number; students: number }[]>(
      `select ${column} as key, sum(districts)::int as districts, sum(students)::float8 as students from universe_counts u join states st on st.code = u.state_code
        where ${column} is not null and ${column} <> 'UNKNOWN' group by 1`);
    const [systems, students] = [total(served.map((row) => row.systems)), total(served.map((row) => row.students))];
    expect(counted).toMatchObject({ value: systems, n: systems });
    expect(universe).toEqual({ source: "NATIONAL_COUNTS", districtCount: total(there.map((row) => row.districts)), studentCount: total(there.map((row) => row.students)) });
    const [{ all } = { all: 0 }] = await database.sql.unsafe<{ all: number }[]>(`select count(*)::int as all from (${SERVED}) s`);
    expect(unknown.value).toBe(all - systems);
    for (const { key, ...group } of groups) {
      const [own, nation] = [served.find((row) => row.key === key.key), there.find((row) => row.key === key.key)];
      const [byDistricts, byStudents] = [(own?.systems ?? 0) / systems, (own?.students ?? 0) / students];
      expect(group.systems.value).toBe(own?.systems ?? 0);
      expect(group.students.value).toBe(own?.students ?? 0);
      expect(group.byDistricts.share.value).toBeCloseTo(byDistricts, 12);
      expect(group.byStudents.share.value).toBeCloseTo(byStudents, 12);
      const isThere = (nation?.districts ?? 0) >= 10;
      expectRatio(group.byDistricts.ratio, isThere ? (byDistricts / (nation?.districts ?? NaN)) * universe.districtCount : null);
      expectRatio(group.byStudents.ratio, isThere && (own?.systems ?? 0) >= 5 ? (byStudents / (nation?.students ?? NaN)) * universe.studentCount : null);
    }
  });

  test.each(EVERY)("by %s the shares come to 1, and so do the ratios weighted with the parts of the universe", async (by) => {
    const { groups } = await representation(await graphqlOver(database, NOW), by);
    for (const reading of [groups.map((group) => group.byDistricts), groups.map((group) => group.byStudents)]) {
      expect(total(reading.map(({ share }) => share.value ?? 0))).toBeCloseTo(1, 9);
      expect(total(reading.map(({ universeShare }) => universeShare))).toBeCloseTo(1, 9);
      // A ratio that is not given stands for its share.
      expect(total(reading.map(({ ratio, share, universeShare }) => (ratio.value === null ? (share.value ?? 0) : ratio.value * universeShare)))).toBeCloseTo(1, 9);
    }
  });

  test("intervals hold their values, and by students, where a few giants decide, they are the wider", async () => {
    const { groups } = await representation(await graphqlOver(database, NOW), "LOCALE");
    const width = ({ ratio }: Reading) => Math.log((ratio.high ?? NaN) / (ratio.low ?? NaN));
    for (const { byDistricts, byStudents } of groups) {
      for (const { ratio } of [byDistricts, byStudents]) {
        expect(ratio.low).toBeLessThan(ratio.value ?? NaN);
        expect(ratio.high).toBeGreaterThan(ratio.value ?? NaN);
      }
      expect(width(byStudents)).toBeGreaterThan(width(byDistricts));
    }
  });

  test("a scope narrows the districts it is compared with to the same places, and so does nothing else", async () => {
    const ask = await graphqlOver(database, NOW);
    const whole = await representation(ask, "LOCALE");
    const south = await representation(ask, "LOCALE", STAFF, "{ regions: [SOUTH] }");
    const [{ districts } = { districts: 0 }] = await database.sql<{ districts: number }[]>`
      select sum(districts)::int as districts from universe_counts join states on code = state_code where region = 'SOUTH' and locale is not null`;
    expect(south.universe.districtCount).toBe(districts);
    expect(total(south.groups.map(({ byDistricts }) => byDistricts.universeShare))).toBeCloseTo(1, 9);
    const districtsAlone = await representation(ask, "LOCALE", STAFF, "{ governance: [DISTRICT] }");
    expect(districtsAlone.universe).toEqual(whole.universe);
    expect(districtsAlone.notDistricts.value).toBe(0);
    expect(districtsAlone.counted.value).toBe((whole.counted.value ?? 0) - (whole.notDistricts.value ?? 0));
  });

  test("of a handful it is refused, with the reason and what would lift it", async () => {
    const { groups, refusal } = await representation(await graphqlOver(database, NOW), "LOCALE", STAFF, "{ states: [\"WY\"] }");
    expect(refusal?.reason).toBe("TOO_FEW");
    expect(groups.map(({ byDistricts }) => byDistricts.ratio.value)).toEqual([null, null, null, null]);
  });

  test("a dimension by which the country's districts are not counted is refused", async () => {
    const ask = await graphqlOver(database, NOW);
    const { errors } = await ask("{ representation(by: TOPIC) { by } }");
    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "by" }]);
  });
});

test("a real network with a directory is compared with the regular districts that it lists", async () => {
  const own = await createDemoDatabase();
  onTestFinished(() => own.drop());
  await own.sql`update network_settings set demo_loaded_at = null`;
  await own.sql`update districts set gone_at = now() where leaid = (select min(leaid) from districts where is_regular)`;
  const { universe, groups } = await representation(await graphqlOver(own, NOW), "LOCALE");
  const listed = await own.sql<{ locale: string; districts: number; students: number }[]>`
    select locale, count(*)::int as districts, sum(enrollment)::float8 as students from districts where is_regular and gone_at is null and locale is not null group by 1`;
  expect(universe).toEqual({ source: "DIRECTORY", districtCount: total(listed.map((row) => row.districts)), studentCount: total(listed.map((row) => row.students)) });
  for (const { key, byDistricts } of groups) expect(byDistricts.universeShare).toBeCloseTo((listed.find(({ locale }) => locale === key.key)?.districts ?? 0) / universe.districtCount, 12);
});

describe("representation to a funder", () => {
  const impact = async (ask: Ask, viewer: Viewer, scope: string) => {
    const { data } = await ask<{ impact: { localeMix: { row: { key: string }; share: Shown }[]; reachByLocale: { key: { key: string }; served: Shown }[] } }>(
      `{ impact(scope: ${scope}) { localeMix { row { key } share ${FIGURE} } reachByLocale(by: STUDENTS) { key { key } served ${FIGURE} } } }`, {}, viewer);
    return data?.impact;
  };

  test.each(["{}", "{ regions: [SOUTH] }", "{ titleI: true }"])("shows the shares by locale that impact shows, and no other: %s", async (scope) => {
    const ask = await graphqlOver(database, NOW);
    const [{ groups }, shown] = [await representation(ask, "LOCALE", DEMO_FUNDER, scope), await impact(ask, DEMO_FUNDER, scope)];
    expect(groups.map(({ key, byDistricts }) => [key.key, byDistricts.share])).toEqual(shown?.localeMix.map(({ row, share }) => [row.key, share]));
    expect(groups.map(({ key, byStudents }) => [key.key, byStudents.share.value])).toEqual(shown?.reachByLocale.map(({ key, served }) => [key.key, served.value]));
  });

  test.each(EVERY)("by %s each ratio that is shown holds the exact one, and what is not says nothing", async (by) => {
    const ask = await graphqlOver(database, NOW);
    const exact = new Map((await representation(ask, by)).groups.map((group) => [group.key.key, group]));
    const { groups, notDistricts } = await representation(ask, by, DEMO_FUNDER);
    // Of single states the demo has too few systems.
    expect(groups.some(({ byDistricts }) => byDistricts.ratio.value !== null)).toBe(by !== "STATE");
    expect(notDistricts.value).toBeNull();
    const readings = groups.flatMap(({ key, systems, byDistricts, byStudents }) => [
      { ...byDistricts, systems, truth: exact.get(key.key)?.byDistricts.ratio.value ?? NaN },
      { ...byStudents, systems, truth: exact.get(key.key)?.byStudents.ratio.value ?? NaN },
    ]);
    for (const figure of readings.flatMap(({ share, ratio }) => [share, ratio]).filter(({ value }) => value === null)) {
      expect(figure).toEqual({ value: null, low: null, high: null, n: null, withheld: "TOO_FEW" });
    }
    for (const { ratio, systems, truth } of readings.filter((reading) => reading.ratio.value !== null)) {
      expect(systems.value).not.toBeNull();
      expect(ratio.low).toBeLessThanOrEqual(truth);
      expect(ratio.high).toBeGreaterThanOrEqual(truth);
    }
  });

  test("a cell of too few is withheld by every reading, and a scope in which all are says so", async () => {
    const { groups, refusal, counted } = await representation(await graphqlOver(database, NOW), "LOCALE", DEMO_FUNDER, "{ states: [\"VT\"] }");
    expect(groups.flatMap(({ systems, students, byDistricts, byStudents }) => [systems, students, byDistricts.ratio, byStudents.ratio]).every(({ withheld, n }) => withheld === "TOO_FEW" && n === null)).toBe(true);
    expect(counted.withheld).toBe("TOO_FEW");
    expect(refusal?.reason).toBe("NOT_SHOWN");
  });
});
