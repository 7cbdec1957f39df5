import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { COACHING_DAY_HOURS } from "@arl/schema/network";
import type { Account } from "../../access/viewer";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF } from "../../testing";

const NOW = new Date("2020-07-16T04:00:00Z");
const ASK = "query ($scope: Scope) { capacityDays(scope: $scope) { models { model offered { value n } used { value n } perTeacher { value n withheld } months { month offered { value n } used { value n } } } } }";
const STATE = "mutation ($input: StateCapacityInput!) { stateCapacity(input: $input) { offer { id daysPerMonth system { id } } } }";
const REPORT = "mutation ($input: ReportCapacityInput!) { reportCapacity(input: $input) { offer { id } } }";

interface Days {
  readonly capacityDays: { readonly models: readonly { readonly model: string; readonly months: readonly { readonly month: string; readonly offered: { readonly value: number }; readonly used: { readonly value: number } }[] }[] };
}

/** Two coaches of two organisations, one of whom begins in the middle of June, and three sessions: 90 minutes, an unknown length, and one that both held. */
async function network({ sql }: TestDatabase): Promise<void> {
  await sql`insert into providers (id, name) values ('p', 'P'), ('q', 'Q')`;
  await sql`insert into coaches (id, provider_id, name, hours_per_month, active_from) values
    ('a', 'p', 'A', 14, null), ('b', 'q', 'B', 7, '2020-06-16T04:00:00Z'), ('c', 'q', 'C', null, null)`;
  await sql`insert into systems (id, name, state_code) values ('s', 'System', 'OH')`;
  await sql`insert into requests (id, system_id, submitted_at, stated_name) values ('r', 's', '2020-06-01', 'System')`;
  await sql`insert into engagements (id, request_id, matched_at) values ('e', 'r', '2020-06-02')`;
  await sql`insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'a', 0)`;
  await sql`insert into sessions (id, engagement_id, held_at, minutes) values ('x', 'e', '2020-06-10', 90), ('y', 'e', '2020-06-20', null), ('z', 'e', '2020-07-02', 30)`;
  await sql`insert into session_coaches (session_id, coach_id) values ('z', 'a'), ('z', 'b')`;
}

const PLUS = { systemId: "s", model: "PLUS_TEAM", schools: 1, people: 4, teachers: 20, daysPerMonth: 40, activeFrom: "2020-07-01" };

test("an organisation offers its coaches' hours in days, and uses what its coaches held", async () => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  const { data } = await ask<Days>(ASK, { scope: { from: "2020-06-01" } });
  const [june, july] = data?.capacityDays.models[0]?.months ?? [];
  // A's 2 days, and half a month of B's one.
  expect(june?.offered).toEqual({ value: expect.closeTo(2.5, 10) as unknown, n: 2 });
  expect(june?.used).toEqual({ value: expect.closeTo(150 / 60 / COACHING_DAY_HOURS, 10) as unknown, n: 2 });
  // 15 of July's 31 days are over.
  expect(july?.offered.value).toBeCloseTo((3 * 15) / 31, 10);
  expect(july?.used.value).toBeCloseTo(1 / COACHING_DAY_HOURS, 10);
  expect((await ask<Days>(ASK, { scope: { from: "2020-06-01", providers: ["q"] } })).data?.capacityDays.models[0]?.months[0]).toMatchObject({ offered: { n: 1 }, used: { value: 0, n: 0 } });
});

test("a lead sees the days of the own organisation, and no other's; funders and coaches none", async () => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  const lead: Account = { ...(STAFF as Account), roles: ["provider"], positions: [], providerId: "q" };
  const { data } = await ask<Days>(ASK, { scope: { from: "2020-06-01", providers: ["p"] } }, lead);
  expect(data?.capacityDays.models.flatMap(({ months }) => months.map(({ used }) => used.value))).toEqual([0, expect.closeTo(0.5 / COACHING_DAY_HOURS, 10)]);
  for (const role of ["funder", "coach"] as const) expect((await ask(ASK, {}, { ...lead, roles: [role] })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
});

test("a system's own days are stated, reported and told by teacher; saying the same twice states it once", async () => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  const id = randomUUID();
  await ask(STATE, { input: { id, ...PLUS } });
  await ask(STATE, { input: { id, ...PLUS, daysPerMonth: 62 } });
  expect((await ask(REPORT, { input: { offerId: id, month: "2020-07-09", days: 11 } })).errors).toEqual([]);
  const { data } = await ask<Days>(ASK, { scope: { from: "2020-07-01" } });
  expect(data?.capacityDays.models.find(({ model }) => model === "PLUS_TEAM")).toMatchObject({
    offered: { value: expect.closeTo(30, 10) as unknown, n: 4 },
    used: { value: 11, n: 1 },
    perTeacher: { value: expect.closeTo(1.5, 10) as unknown, n: 20, withheld: null },
  });
  expect(await database.sql`select count(*)::int as count from capacity_offers`).toEqual([{ count: 1 }]);
});

test.each([
  { field: "input.people", input: { people: 9 } },
  { field: "input.systemId", input: { systemId: "nowhere" } },
  { field: "input.daysPerMonth", input: { daysPerMonth: 125 } },
  { field: "input.activeTo", input: { activeTo: "2020-07-01" } },
  { field: "input.schools", input: { schools: 0 } },
])("what cannot be is refused: $field", async ({ field, input }) => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  expect((await ask(STATE, { input: { id: randomUUID(), ...PLUS, ...input } })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});

test("days are reported for months that have begun and in which they were offered", async () => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  const id = randomUUID();
  await ask(STATE, { input: { id, ...PLUS } });
  for (const month of ["2020-08-01", "2020-06-30"]) expect((await ask(REPORT, { input: { offerId: id, month, days: 1 } })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.month" }]);
  expect((await ask(REPORT, { input: { offerId: randomUUID(), month: "2020-07-01", days: 1 } })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("a month that many report at once is told once, with who said so, and each report is on the trail", async () => {
  const database = await testDatabase();
  await network(database);
  const ask = await graphqlOver(database, NOW);
  const id = randomUUID();
  await ask(STATE, { input: { id, ...PLUS } });
  const reports = await Promise.all(Array.from({ length: 6 }, (_, index) => ask(REPORT, { input: { offerId: id, month: "2020-07-15", days: index } })));
  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
  const { data } = await ask<{ capacityOffers: readonly { readonly uses: readonly object[] }[] }>("{ capacityOffers { uses { month days reportedByName } } }");
  expect(data?.capacityOffers).toMatchObject([{ uses: [{ month: "2020-07-01", reportedByName: STAFF?.name }] }]);
  expect(await database.sql`select count(*)::int as count from audit_events where action = 'capacity.reported'`).toEqual([{ count: 6 }]);
});
