import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_FUNDER } from "../../testing.demo";
import { openServerConnection } from "../../db/serverLogin";
import { watchAlerts } from "./watch";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await database.sql`insert into auth.users (id, name, email) values ('test-staff', 'Staff', 'staff@test.example')`;
  await database.sql`insert into memberships (user_id, role, positions) values ('test-staff', 'staff', '{analyst}')`;
});
afterAll(() => database.drop());

interface Alert {
  readonly id: string;
  readonly holds: boolean;
  readonly found: string;
}

const add = (ask: Ask, input: Record<string, unknown>, viewer?: typeof DEMO_FUNDER) =>
  ask<{ addAlert: { alert: Alert } }>("mutation ($input: AddAlertInput!) { addAlert(input: $input) { alert { id holds found } } }", { input }, viewer);

async function looked(): Promise<number> {
  const connection = await openServerConnection(database);
  try {
    return await watchAlerts(connection);
  } finally {
    await connection.end();
  }
}

const mailsSent = async () => database.sql<{ kind: string; to_address: string; payload: { sentence: string; link: string } }[]>`select kind, to_address, payload from mails where kind = 'alert' order by created_at`;

test("an alert says at once what it finds, of each kind", async () => {
  const ask = await graphqlOver(database);
  const found = async (input: Record<string, unknown>) => (await add(ask, input)).data?.addAlert.alert;
  expect(await found({ kind: "SESSION_RATING", threshold: 3 })).toMatchObject({ holds: false, found: expect.stringMatching(/^The mean rating of the last 28 days: 4\.\d\d \(/) });
  expect(await found({ kind: "RESPONSE_RATE", threshold: 0.99 })).toMatchObject({ found: expect.stringMatching(/^The response rate .*\d+%/) });
  expect(await found({ kind: "TOPIC_GROWTH", threshold: 50, scope: { topics: ["FIN-REL"] } })).toMatchObject({ holds: false, found: expect.stringMatching(/threshold is 50\.0 times/) });
  expect(await found({ kind: "COVERAGE", threshold: 1, scope: { topics: ["FIN-REL"] } })).toMatchObject({ holds: true });
});

test("mail goes out when a figure crosses, once, and again only after it has gone back", async () => {
  const ask = await graphqlOver(database);
  const { data } = await add(ask, { kind: "OLDEST_UNMATCHED", threshold: 5 });
  const before = (await mailsSent()).length;
  await looked();
  const first = (await mailsSent()).slice(before).filter(({ payload }) => payload.sentence.startsWith("Days that the oldest"));
  expect(first).toMatchObject([{ to_address: "staff@test.example", payload: { sentence: expect.stringMatching(/waited: 1\d\.\d; the threshold is 5\.0\.$/), link: "/gaps" } }]);
  expect(await looked()).toBe(0);

  const id = data?.addAlert.alert.id ?? "";
  await database.sql`update alerts set threshold = 300 where id = ${id}`;
  expect(await looked()).toBe(0);
  await database.sql`update alerts set threshold = 5 where id = ${id}`;
  expect(await looked()).toBe(1);
  const listed = await ask<{ alerts: { id: string; holds: boolean; heldSince: string | null; scopeWords: string }[] }>("{ alerts { id holds heldSince scopeWords } }");
  expect(listed.data?.alerts.find((alert) => alert.id === id)).toMatchObject({ holds: true, heldSince: expect.any(String), scopeWords: "the whole network" });
});

test("who is no longer staff hears nothing more", async () => {
  await database.sql`insert into auth.users (id, name, email) values ('gone', 'Gone', 'gone@test.example')`;
  await database.sql`insert into alerts (id, user_id, kind, threshold, scope) values (gen_random_uuid(), 'gone', 'oldest_unmatched', 1, '{}')`;
  await looked();
  expect((await mailsSent()).filter(({ to_address }) => to_address === "gone@test.example")).toEqual([]);
});

test.each([
  { field: "input.threshold", input: { kind: "SESSION_RATING", threshold: 6 } },
  { field: "input.scope", input: { kind: "SESSION_RATING", threshold: 3, scope: { from: "2020-05-01" } } },
  { field: "input.scope.topics", input: { kind: "COVERAGE", threshold: 1 } },
  { field: "input.scope.topics", input: { kind: "COVERAGE", threshold: 1, scope: { topics: ["FIN"] } } },
  { field: "input.scope.states", input: { kind: "OLDEST_UNMATCHED", threshold: 1, scope: { states: ["ZZ"] } } },
])("an alert that cannot be is refused: $field", async ({ field, input }) => {
  const ask = await graphqlOver(database);
  expect((await add(ask, input)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});

test("alerts are for staff", async () => {
  const ask = await graphqlOver(database);
  expect((await add(ask, { kind: "OLDEST_UNMATCHED", threshold: 5 }, DEMO_FUNDER)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
});
