import { randomUUID } from "node:crypto";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Account } from "../../access/viewer";
import { openServerConnection } from "../../db/serverLogin";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { openLink } from "../../access/links/link.queries";
import { callsOfFeed } from "./plan.queries";
import { remindOfCalls } from "./remind";
import { zoneOfState } from "./zone";

const NOW = new Date("2020-06-10T15:00:00Z");
const PLAN = "mutation ($input: PlanCallInput!) { planCall(input: $input) { call { id startsAt minutes mode place timeZone } } }";
const CANCEL = "mutation ($id: ID!) { cancelCall(input: { id: $id }) { call { cancelledAt } } }";
const ADA: Account = { ...(STAFF as Account), id: "account-ada", name: "Ada", email: "ada@p.example", roles: ["coach"], positions: [], coachId: "ada", providerId: "p" };
const LEAD: Account = { ...ADA, id: "account-lead", roles: ["provider"], coachId: null };

let database: TestDatabase;
let ask: Ask;
let id: string;
beforeEach(async () => {
  database = await testDatabase();
  ask = await graphqlOver(database, NOW);
  id = randomUUID();
  await database.sql.unsafe(`
    insert into auth.users (id, name, email, email_verified) values ('account-ada', 'Ada', 'ada@p.example', true), ('test-staff', 'Staff', 'staff@hub.example', true), ('account-lead', 'Lead', 'lead@p.example', true);
    insert into providers (id, name) values ('p', 'P'), ('q', 'Q');
    insert into coaches (id, provider_id, name, email) values ('ada', 'p', 'Ada', 'ada@p.example'), ('ben', 'q', 'Ben', null);
    insert into systems (id, name, state_code) values ('s', 'North Creek', 'OH');
    insert into leaders (id, system_id, name, email) values ('l', 's', 'Lee', 'lee@north.example');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r', 's', 'l', '2020-06-01', 'North Creek');
    insert into engagements (id, request_id, matched_at) values ('e', 'r', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'ada', 0), ('e', 'ben', 1);`);
});

interface Sent {
  readonly kind: string;
  readonly to_address: string;
  readonly payload: { readonly paragraphs: readonly string[]; readonly calendar?: { readonly method: string; readonly ics: string }; readonly replyTo?: { readonly address: string } };
}
const mails = async () => [...(await database.sql<Sent[]>`select kind, to_address, payload from mails order by created_at, to_address`)];
const plan = (more: object = {}, viewer: Account = ADA) => ask(PLAN, { input: { id, engagementId: "e", startsAt: "2020-06-17T18:30:00Z", place: "https://meet.example/x", timeZone: "America/Chicago", ...more } }, viewer);

test("a planned call reaches leader and coaches with an invitation, in the leader's own time, and answers reach who planned it", async () => {
  expect((await plan()).errors).toEqual([]);
  const sent = await mails();
  expect(sent.map(({ kind, to_address }) => `${kind} to ${to_address}`)).toEqual(["call_planned to ada@p.example", "call_planned to lee@north.example"]);
  const [, toLee] = sent;
  expect(toLee?.payload.paragraphs).toEqual(["Hello Lee,", "Your coaching call with Ada and Ben is on Wednesday, June 17 at 1:30 PM CDT, by video, for 45 minutes.", "Where: https://meet.example/x"]);
  expect(toLee?.payload).toMatchObject({ calendar: { method: "REQUEST" }, replyTo: { address: "ada@p.example" } });
});

test("the same plan sent many times at once is one call with one mail each; a changed one is a move", async () => {
  await Promise.all(Array.from({ length: 8 }, () => plan()));
  expect(await mails()).toHaveLength(2);
  await plan({ startsAt: "2020-06-18T18:30:00Z" });
  const [, , moved] = await mails();
  expect(moved?.payload.paragraphs[1]).toContain("was moved");
  expect(moved?.payload.calendar?.ics).toContain("SEQUENCE:1");
  expect(await database.sql`select count(*)::int as count from planned_calls`).toEqual([{ count: 1 }]);
});

test("where no zone is said, a call is in that of the state, then in what the leader said, then in that of the call planned last; and it says which", async () => {
  const zone = async () => (await ask<{ engagement: { callZone: object } }>("{ engagement(id: \"e\") { callZone { timeZone source stateName } } }", {}, ADA)).data?.engagement.callZone;
  const planned = async () => (await ask<{ planCall: { call: { timeZone: string } } }>(PLAN, { input: { id: randomUUID(), engagementId: "e", startsAt: "2020-06-17T18:30:00Z" } }, ADA)).data?.planCall.call.timeZone;
  expect(await zone()).toEqual({ timeZone: "America/New_York", source: "STATE", stateName: "Ohio" });
  await database.sql`update systems set state_code = 'TN'`;
  expect([await zone(), await planned()]).toEqual([{ timeZone: "America/Chicago", source: "MOST_OF_STATE", stateName: "Tennessee" }, "America/Chicago"]);
  await database.sql`insert into request_details (request_id, time_zone, at) values ('r', 'America/Los_Angeles', ${NOW.toISOString()})`;
  expect([await zone(), await planned()]).toMatchObject([{ source: "LEADER" }, "America/Los_Angeles"]);
  await plan({ timeZone: "America/Denver" }, STAFF as Account);
  await database.sql`update planned_calls set made_at = made_at + interval '1 minute' where time_zone = 'America/Denver'`;
  expect([await zone(), await planned()]).toMatchObject([{ source: "LAST_CALL" }, "America/Denver"]);
  expect((await plan({ timeZone: null, minutes: 30 })).data).toMatchObject({ planCall: { call: { timeZone: "America/Denver", minutes: 30 } } });
});

test("every state that a system can be in has a zone; the Bureau of Indian Education, which is in many, has none", async () => {
  const states = await database.sql<{ code: string }[]>`select code from states`;
  expect(states.filter(({ code }) => zoneOfState(code) === null).map(({ code }) => code)).toEqual(["BI"]);
});

test("a call is called off once, and taken out of calendars", async () => {
  await plan();
  await ask(CANCEL, { id }, ADA);
  expect((await ask(CANCEL, { id }, ADA)).errors).toEqual([]);
  const off = (await mails()).filter(({ kind }) => kind === "call_cancelled");
  expect(off.map(({ payload }) => payload.calendar?.method)).toEqual(["CANCEL", "CANCEL"]);
  expect((await plan()).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test.each([
  { what: "behind", input: { startsAt: "2020-06-10T14:59:59Z" }, field: "input.startsAt" },
  { what: "a strange zone", input: { timeZone: "Mars/Olympus" }, field: "input.timeZone" },
  { what: "no engagement", input: { engagementId: "nowhere" }, code: "NOT_FOUND" },
  { what: "a minute", input: { minutes: 1 }, field: "input.minutes" },
])("what cannot be planned is refused: $what", async ({ input, field, code = "BAD_USER_INPUT" }) => {
  expect((await plan(input)).errors).toMatchObject([{ code, ...(field && { field }) }]);
  expect(await mails()).toEqual([]);
});

test("a lead who reads an engagement does not plan its calls; staff do", async () => {
  expect((await plan({}, LEAD)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await plan({}, STAFF as Account)).errors).toEqual([]);
});

test("of a call that begins within a day everybody is reminded, once, and of one planned just now nobody", async () => {
  const soon = new Date(Date.now() + 20 * 3_600_000).toISOString();
  await database.sql`insert into planned_calls (id, engagement_id, starts_at, made_by_name, made_at) values (${id}, 'e', ${soon}, 'Ada', now() - interval '2 days'), (${randomUUID()}, 'e', ${soon}, 'Ada', now())`;
  const server = await openServerConnection(database);
  onTestFinished(() => server.end());
  expect(await remindOfCalls(server)).toBe(2);
  expect(await remindOfCalls(server)).toBe(0);
});

test("a coach's calendar holds their calls by its link, until another is made", async () => {
  await plan();
  const make = async () => (await ask<{ makeCalendarFeed: { path: string } }>("mutation { makeCalendarFeed { path } }", {}, ADA)).data?.makeCalendarFeed.path ?? "";
  const tokenOf = (path: string) => /^\/calendar\/([\w-]+)\.ics$/.exec(path)?.[1] ?? "";
  const first = tokenOf(await make());
  const read = (token: string) =>
    database.db.transaction(async (tx) => {
      await openLink(tx, token);
      return callsOfFeed(tx, NOW);
    });
  expect(await read(first)).toMatchObject([{ id, systemName: "North Creek" }]);
  const second = tokenOf(await make());
  expect([await read(first), (await read(second)).length]).toEqual([[], 1]);
});
