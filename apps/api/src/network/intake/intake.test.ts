import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openLink } from "../../access/links/link.queries";
import { importFolder } from "../../cli/folder/importFolder";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF } from "../../testing";
import { filledIn, furnish, NOW, submit, tokenOf } from "./testing";
import { formToken } from "./intake.queries";

async function desk() {
  const database = await testDatabase();
  await furnish(database);
  return { database, ask: await graphqlOver(database, NOW) };
}

const counts = async ({ sql }: TestDatabase) =>
  (await sql`select (select count(*)::int from requests) as requests, (select count(*)::int from leaders) as leaders, (select count(*)::int from systems) as systems,
    (select count(*)::int from mails) as mails, (select count(*)::int from audit_events where action = 'request.submitted') as audited`)[0];

describe("a request that comes in", () => {
  test("is somebody's, is confirmed by mail, and its link opens it for a day", async () => {
    const { database, ask } = await desk();
    const { data, errors } = await submit(ask, await filledIn(database));
    expect(errors).toEqual([]);
    const { requestId, link, owner } = data?.submitRequest ?? { requestId: "", link: "", owner: null };
    expect(owner).toBe("Ada Bell");
    expect(await database.db.transaction((tx) => openLink(tx, tokenOf(link)))).toEqual({ kind: "request", subjectId: requestId });
    expect(await database.sql`select expires_at < now() + interval '25 hours' as soon from links`).toEqual([{ soon: true }]);
    const mails = await database.sql`select kind, to_address, request_id, payload -> 'replyTo' ->> 'address' as reply from mails order by kind`;
    expect(mails).toEqual([
      { kind: "request_new", to_address: "ada@hub.example", request_id: requestId, reply: null },
      { kind: "request_received", to_address: "dana.reyes@north.example", request_id: requestId, reply: "ada@hub.example" },
    ]);
    expect(await database.sql`select narrative, urgency, seconds_to_submit, stated_leaid, submitted_at = ${NOW.toISOString()}::timestamptz as now from requests`).toEqual([
      { narrative: "Our ninth graders are not turning in work.", urgency: "high", seconds_to_submit: 41, stated_leaid: "3900001", now: true },
    ]);
  });

  test("sent 50 times at once under one key, it is one request with one confirmation, answered 50 times alike", async () => {
    const { database, ask } = await desk();
    const input = await filledIn(database);
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(ask, input)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data?.submitRequest.requestId)).size).toBe(1);
    expect(await counts(database)).toEqual({ requests: 1, leaders: 1, systems: 1, mails: 2, audited: 1 });
  });

  test("under the key of another one is refused", async () => {
    const { database, ask } = await desk();
    const input = await filledIn(database);
    await submit(ask, input);
    const { errors } = await submit(ask, { ...input, narrative: "Something else." });
    expect(errors).toMatchObject([{ code: "CONFLICT", field: "input.idempotencyKey" }]);
    expect((await counts(database))?.["requests"]).toBe(1);
  });

  test("of somebody who asked days ago is taken like any other, and says no more of them", async () => {
    const { database, ask } = await desk();
    const first = await submit(ask, await filledIn(database));
    const second = await submit(ask, await filledIn(database, { email: "dana.reyes@NORTH.example " }));
    expect(Object.keys(second.data?.submitRequest ?? {})).toEqual(Object.keys(first.data?.submitRequest ?? {}));
    expect(await counts(database)).toMatchObject({ requests: 2, leaders: 1, systems: 1 });
  });

  test("in another's name, again and again, does not fill their mailbox, and is answered alike", async () => {
    const { database, ask } = await desk();
    for (let turn = 0; turn < 5; turn += 1) expect((await submit(ask, await filledIn(database))).errors).toEqual([]);
    expect(await database.sql`select count(*)::int as sent from mails where kind = 'request_received'`).toEqual([{ sent: 3 }]);
    expect((await counts(database))?.["requests"]).toBe(5);
  });

  test("with anything that is wrong is refused at its field, and leaves nothing behind", async () => {
    const { database, ask } = await desk();
    const wrong: readonly [Readonly<Record<string, unknown>>, string][] = [
      [{ leaid: "3999999" }, "input.leaid"],
      [{ leaid: "12" }, "input.leaid"],
      [{ leaid: null }, "input.systemName"],
      [{ leaid: null, systemName: "Hilltop Academy" }, "input.state"],
      [{ leaid: null, systemName: "Hilltop Academy", state: "ZZ" }, "input.state"],
      [{ leaid: null, systemName: "--", state: "OH" }, "input.systemName"],
      [{ email: "dana at north" }, "input.email"],
      [{ narrative: "  \n " }, "input.narrative"],
      [{ narrative: "x".repeat(20_001) }, "input.narrative"],
      [{ idempotencyKey: "1" }, "input.idempotencyKey"],
    ];
    for (const [other, field] of wrong) {
      const { errors } = await submit(ask, await filledIn(database, other));
      expect(errors, field).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
    }
    expect(await counts(database)).toEqual({ requests: 0, leaders: 0, systems: 0, mails: 0, audited: 0 });
  });

  test("keeps 20,000 characters word for word, in whatever script", async () => {
    const { database, ask } = await desk();
    const narrative = "Línea uno\n\t帮助 👩🏽‍🏫 ".repeat(1_000).trim().slice(0, 20_000);
    expect((await submit(ask, await filledIn(database, { narrative }))).errors).toEqual([]);
    expect(await database.sql`select narrative from requests`).toEqual([{ narrative }]);
  });
});

describe("what looks like a program's", () => {
  test.each([
    ["the unseen field is filled", { website: "https://buy.example" }],
    ["the token is made up", { formToken: `${NOW.getTime()}.${"0".repeat(64)}` }],
  ])("is asked to be sent again where %s, and then goes through", async (_why, other) => {
    const { database, ask } = await desk();
    const input = await filledIn(database);
    expect((await submit(ask, { ...input, ...other })).errors).toMatchObject([{ code: "CONFLICT", field: "input.formToken" }]);
    expect((await counts(database))?.["requests"]).toBe(0);
    expect((await submit(ask, input)).errors).toEqual([]);
  });

  test("is asked to be sent again where the form was open for a second, or for a week", async () => {
    const { database, ask } = await desk();
    for (const ms of [1_000, 7 * 86_400_000]) {
      const token = await formToken(database.db, new Date(NOW.getTime() - ms));
      expect((await submit(ask, await filledIn(database, { formToken: token }))).errors).toMatchObject([{ code: "CONFLICT" }]);
    }
  });
});

test("a system and its leader are settled as the import settles them", async () => {
  const { database, ask } = await desk();
  const imported = await testDatabase();
  await furnish(imported);
  const folder = mkdtempSync(join(tmpdir(), "intake-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const rows = [
    ["r1", "3900001", "", "", "dana.reyes@north.example"],
    ["r2", "", "St. Mary's K-8", "MT", "lee@mary.example"],
    ["r3", "", "ST MARYS K8", "MT", "lee@mary.example"],
    ["r4", "3900002", "", "", "ana@south.example"],
  ];
  const csv = rows.map(([id, leaid, name, state, email]) => `${id},2021-02-02T15:00:00Z,${leaid},${name},${state},${email},Words`);
  writeFileSync(join(folder, "requests.csv"), `request_id,submitted_at,leaid,system_name,state,leader_email,narrative\n${csv.join("\n")}\n`);
  expect((await importFolder(imported, folder, { now: NOW })).rejects).toBeNull();
  for (const [, leaid = "", systemName, state, email] of rows) {
    const input = await filledIn(database, { leaid: leaid === "" ? null : leaid, systemName, state, email, narrative: "Words" });
    expect((await submit(ask, input)).errors).toEqual([]);
  }
  const settled = async ({ sql }: TestDatabase) => ({
    systems: await sql`select * from systems order by id`,
    leaders: await sql`select system_id, name, email, role from leaders order by 1, 3`,
    requests: await sql`select system_id, stated_leaid, stated_name, leader_email, narrative from requests order by 1, 3`,
  });
  const [here, there] = [await settled(database), await settled(imported)];
  // Two requests of one moment: which of their names stands goes by their ids, which the form draws by lot.
  const apart = (rows: typeof here.systems) => rows.map((row) => ({ ...row, name: String(row["name"]).toLowerCase().replaceAll(/[^a-z0-9]/g, "") }));
  expect({ ...here, systems: apart(here.systems) }).toEqual({ ...there, systems: apart(there.systems) });
});

describe("how far people come in the form", () => {
  const RECORD = "mutation ($input: RecordIntakeVisitInput!) { recordIntakeVisit(input: $input) { id } }";

  test("is kept field by field, goes on until it is submitted, and then stands", async () => {
    const { database, ask } = await desk();
    const id = randomUUID();
    const told = (milliseconds: number, submitted: boolean) => ({
      input: { id, fields: [{ field: "DISTRICT", milliseconds: 4200 }, { field: "NARRATIVE", milliseconds: 20_000 }], lastField: "NARRATIVE", milliseconds, submitted },
    });
    for (const [ms, submitted] of [[25_000, false], [41_000, true], [99_000, false]] as const) expect((await ask(RECORD, told(ms, submitted), null)).errors).toEqual([]);
    expect(await database.sql`select fields, last_field, seconds, submitted, opened_at = ${new Date(NOW.getTime() - 25_000).toISOString()}::timestamptz as opened from intake_visits`).toEqual([
      { fields: [{ field: "district", seconds: 4.2 }, { field: "narrative", seconds: 20 }], last_field: "narrative", seconds: 41, submitted: true, opened: true },
    ]);
  });

  test("has no room for anything else, and a field counts once", async () => {
    const { ask } = await desk();
    const twice = { id: randomUUID(), fields: [{ field: "EMAIL", milliseconds: 1 }, { field: "EMAIL", milliseconds: 2 }], milliseconds: 3, submitted: false };
    expect((await ask(RECORD, { input: twice }, null)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.fields" }]);
  });
});

test("whoever asks for help while signed in asks like everybody, and goes on with their own rights", async () => {
  const { database, ask } = await desk();
  const both = `mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { requestId } removeAlert(input: { id: "${randomUUID()}" }) { id } }`;
  const { errors } = await ask(both, { input: await filledIn(database) }, STAFF);
  // The second is refused as staff are, for an alert that is none; with the form's rights the database itself would have.
  expect(errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await counts(database))?.["requests"]).toBe(0);
});
