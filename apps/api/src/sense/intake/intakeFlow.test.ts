import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import { testDatabase, type TestDatabase } from "../../db/testing";

const NOW = new Date("2021-02-01T17:00:00Z");

interface Shown {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: string | null;
}
interface Flow {
  readonly opened: Shown;
  readonly tooRecent: number;
  readonly submitted: Shown;
  readonly submittedShare: Shown;
  readonly leftBeforeAny: Shown;
  readonly fields: readonly { readonly field: string; readonly reached: Shown; readonly left: Shown; readonly ofLeavers: Shown; readonly seconds: Shown }[];
  readonly visitsRefusal: { readonly reason: string; readonly why: string } | null;
  readonly medianSeconds: Shown;
  readonly ninetiethSeconds: Shown;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly requests: Shown }[];
  readonly untimed: number;
  readonly secondsRefusal: { readonly reason: string } | null;
}

const FIGURE = "{ value low high n withheld }";
const ASK = `query ($scope: Scope) { intakeFlow(scope: $scope) {
  opened ${FIGURE} tooRecent submitted ${FIGURE} submittedShare ${FIGURE} leftBeforeAny ${FIGURE}
  fields { field reached ${FIGURE} left ${FIGURE} ofLeavers ${FIGURE} seconds ${FIGURE} } visitsRefusal { reason why wouldLift }
  medianSeconds ${FIGURE} ninetiethSeconds ${FIGURE} bins { from to requests ${FIGURE} } untimed secondsRefusal { reason why wouldLift } } }`;

async function flow(ask: Ask, scope: object | null = null): Promise<Flow> {
  const { data, errors } = await ask<{ intakeFlow: Flow }>(ASK, { scope }, STAFF);
  if (!data) throw new Error(errors[0]?.message);
  return data.intakeFlow;
}

const at = (told: Flow, field: string) => told.fields.find((each) => each.field === field);

/** Four visits a week ago: sent, sent, left at the narrative, left before any field; one in the last hour; one a year ago. */
async function visits({ sql }: TestDatabase): Promise<void> {
  const times = (...pairs: readonly (readonly [string, number])[]) => JSON.stringify(pairs.map(([field, seconds]) => ({ field, seconds })));
  const sent = times(["district", 4], ["narrative", 30], ["urgency", 2], ["email", 6]);
  const add = (opened: string, fields: string, last: string | null, submitted: boolean) => sql`
    insert into intake_visits (id, opened_at, fields, last_field, seconds, submitted) values (gen_random_uuid(), ${opened}, ${fields}::text::jsonb, ${last}, 40, ${submitted})`;
  await add("2021-01-25T15:00:00Z", sent, "email", true);
  await add("2021-01-25T16:00:00Z", sent, "email", true);
  await add("2021-01-26T16:00:00Z", times(["district", 9], ["narrative", 11]), "narrative", false);
  await add("2021-01-26T17:00:00Z", "[]", null, false);
  await add("2021-02-01T16:20:00Z", sent, "email", true);
  await add("2020-02-01T16:20:00Z", "[]", null, false);
}

test("visits are told by how far they came, without those of the last hour and of another period", async () => {
  const database = await testDatabase();
  await visits(database);
  const told = await flow(await graphqlOver(database, NOW), { from: "2021-01-01" });
  expect(told).toMatchObject({ opened: { value: 4 }, tooRecent: 1, submitted: { value: 2 }, submittedShare: { value: 0.5, n: 4 }, leftBeforeAny: { value: 0.5, n: 2 }, visitsRefusal: null });
  // Wilson for 2 of 4.
  expect(told.submittedShare.low).toBeCloseTo(0.15, 3);
  expect(told.submittedShare.high).toBeCloseTo(0.85, 3);
  expect(at(told, "NARRATIVE")).toMatchObject({ reached: { value: 0.75, n: 4 }, left: { value: expect.closeTo(1 / 3, 12) as unknown, n: 3 }, ofLeavers: { value: 0.5, n: 2 }, seconds: { value: null, n: 3, withheld: "TOO_FEW" } });
  expect(at(told, "SYSTEM")).toMatchObject({ reached: { value: 0, n: 4 }, left: { withheld: "NO_DATA" } });
});

test("a form that nobody opened, or only just now, is refused with its reason", async () => {
  const database = await testDatabase();
  const ask = await graphqlOver(database, NOW);
  expect(await flow(ask)).toMatchObject({ opened: { value: 0 }, visitsRefusal: { reason: "NOT_RECORDED" }, secondsRefusal: { reason: "TOO_FEW" }, medianSeconds: { withheld: "NO_DATA" } });
  await visits(database);
  expect(await flow(ask, { from: "2021-02-01" })).toMatchObject({ tooRecent: 1, visitsRefusal: { reason: "TOO_SHORT", why: "The form was opened once in this period, in the last hour, and may still be being filled in." } });
});

test("under five known times none is told; of five the median is, without an interval", async () => {
  const database = await testDatabase();
  const { sql } = database;
  await sql`insert into systems (id, name, state_code) values ('s', 'System', 'OH')`;
  const add = (id: string, seconds: number | null) => sql`insert into requests (id, system_id, submitted_at, stated_name, seconds_to_submit) values (${id}, 's', '2021-01-05', 'System', ${seconds})`;
  for (const [index, seconds] of [41, 30, null, 200, 55].entries()) await add(`r${index}`, seconds);
  const ask = await graphqlOver(database, NOW);
  expect(await flow(ask)).toMatchObject({ medianSeconds: { withheld: "TOO_FEW", n: 4 }, untimed: 1, secondsRefusal: { reason: "TOO_FEW" } });
  await add("r9", 47);
  const told = await flow(ask);
  expect(told).toMatchObject({ medianSeconds: { value: 47, low: null, high: null, n: 5 }, secondsRefusal: null });
  expect(told.bins.filter(({ requests }) => requests.value !== 0).map(({ from, to, requests }) => [from, to, requests.value])).toEqual([[30, 45, 2], [45, 60, 2], [180, null, 1]]);
});

let demo: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  demo = await createDemoDatabase();
});
afterAll(() => demo.drop());

test("the demo's times are those of its requests, counted one by one, and its visits agree with them", async () => {
  const told = await flow(await graphqlOver(demo, NOW));
  const rows = await demo.sql<{ seconds: number }[]>`select seconds_to_submit::float8 as seconds from requests where seconds_to_submit is not null order by 1`;
  const rising = rows.map(({ seconds }) => seconds);
  const n = rising.length;
  expect(told.medianSeconds.value).toBeCloseTo(((rising[Math.floor((n - 1) / 2)] ?? 0) + (rising[Math.ceil((n - 1) / 2)] ?? 0)) / 2, 9);
  const [{ within } = { within: 0 }] = await demo.sql<{ within: number }[]>`select percentile_cont(0.9) within group (order by seconds_to_submit)::float8 as within from requests`;
  expect(told.ninetiethSeconds.value).toBeCloseTo(within, 9);
  expect(told.bins.reduce((sum, { requests }) => sum + (requests.value ?? 0), 0)).toBe(n);
  expect(told.submitted.value).toBe(n);
  expect(told.submittedShare.value).toBeGreaterThan(0.7);
  // Those who leave are all last somewhere.
  expect(told.fields.reduce((sum, { ofLeavers }) => sum + (ofLeavers.value ?? 0), told.leftBeforeAny.value ?? 0)).toBeCloseTo(1, 9);
  const orphans = await demo.sql`select 1 from intake_visits v where submitted and not exists (select from requests r where r.submitted_at = v.opened_at + v.seconds * interval '1 second' and r.seconds_to_submit = v.seconds)`;
  expect(orphans.length).toBe(0);
});

test("places narrow the requests whose times are told, and no visit", async () => {
  const ask = await graphqlOver(demo, NOW);
  const [all, texas] = [await flow(ask), await flow(ask, { states: ["TX"] })];
  expect(texas.opened).toEqual(all.opened);
  expect(texas.medianSeconds.n).toBeLessThan(all.medianSeconds.n ?? 0);
});

test("only staff are told", async () => {
  const ask = await graphqlOver(demo, NOW);
  for (const account of [DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER]) expect((await ask(ASK, {}, account)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await ask(ASK, {}, null)).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
});
