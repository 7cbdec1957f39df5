import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import type { Account } from "../../access/viewer";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";

const NOW = new Date("2020-06-10T15:00:00Z");
const DETAILS = "session { id heldAt minutes challengeLevel mayChangeUntil topics { code } note steps { text doneAt } resources { id } coaches { id } }";
const LOG = `mutation ($input: LogSessionInput!) { logSession(input: $input) { ${DETAILS} peerResources { elsewhere lastUsedAt resource { id } } } }`;
const CHANGE = `mutation ($input: LogSessionInput!) { changeSession(input: $input) { ${DETAILS} } }`;
const CASELOAD = "{ caseload { id mayLog leads lastSession { id } leaderAsks { id kind } plannedCalls { id } } }";

const coach = (coachId: string, providerId: string): Account => ({ ...(STAFF as Account), id: `account-${coachId}`, email: `${coachId}@p.example`, roles: ["coach"], positions: [], coachId, providerId });
const ADA = coach("ada", "p");
const BEN = coach("ben", "p");
const CID = coach("cid", "q");
const LEAD: Account = { ...ADA, id: "account-lead", roles: ["provider"], coachId: null };

let database: TestDatabase;
let ask: Ask;
beforeEach(async () => {
  database = await testDatabase();
  ask = await graphqlOver(database, NOW);
  await database.sql.unsafe(`
    insert into auth.users (id, name, email, email_verified) values ('account-ada', 'Ada', 'ada@p.example', true), ('account-ben', 'Ben', 'ben@p.example', true), ('account-cid', 'Cid', 'cid@q.example', true), ('account-lead', 'Lead', 'lead@p.example', true);
    insert into providers (id, name) values ('p', 'P'), ('q', 'Q');
    insert into coaches (id, provider_id, name, email) values ('ada', 'p', 'Ada', 'ada@p.example'), ('ben', 'p', 'Ben', 'ben@p.example'), ('cid', 'q', 'Cid', 'cid@q.example'), ('dee', 'q', 'Dee', null);
    insert into systems (id, name, state_code) values ('s', 'North Creek', 'OH');
    insert into leaders (id, system_id, name, email) values ('l', 's', 'Lee', 'lee@north.example');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r', 's', 'l', '2020-06-01', 'North Creek'), ('r2', 's', 'l', '2020-06-01', 'North Creek');
    insert into engagements (id, request_id, matched_at) values ('e', 'r', '2020-06-02'), ('e2', 'r2', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'ada', 0), ('e', 'ben', 1), ('e2', 'cid', 0);
    insert into resources (id, title, url) values ('guide', 'Guide', 'https://hub.example/guide'), ('tool', 'Tool', 'https://hub.example/tool'), ('other', 'Other', 'https://hub.example/other');
    insert into resources (id, title, url, retired_at) values ('old', 'Old', 'https://hub.example/old', '2020-01-01');
    insert into resource_topics (resource_id, topic_code) values ('guide', 'PER-DIF'), ('old', 'PER-DIF');`);
});

const kinds = async () => [...(await database.sql<{ kind: string; to_address: string }[]>`select kind, to_address from mails order by created_at, kind`)].map(({ kind, to_address }) => `${kind} to ${to_address}`);
const asks = async () => [...(await database.sql`select kind, settled_at, settled_by from leader_asks order by kind`)].map((row) => ({ ...row }));

test("who logged a call says it anew within a day; the leader is not asked again, and what was done stays done", async () => {
  const input = { id: randomUUID(), engagementId: "e", minutes: 30, topics: ["PER-DIF"], note: "Careful.", steps: [{ text: "Read" }, { text: "Write" }], resourceIds: ["guide"] };
  const { data } = await ask<{ logSession: { session: { mayChangeUntil: string } } }>(LOG, { input }, ADA);
  expect(data?.logSession.session.mayChangeUntil).toBe("2020-06-11T15:00:00.000Z");
  await database.sql`update session_steps set done_at = now() where text = 'Read'`;
  const anew = { ...input, minutes: 60, challengeLevel: 3, topics: [], note: null, steps: [{ text: "Read" }, { text: "Ask" }], resourceIds: ["tool"], heldAt: "2020-06-09T15:00:00Z", coachIds: ["ben"] };
  const changed = await ask<{ changeSession: { session: unknown } }>(CHANGE, { input: anew }, ADA);
  expect(changed.errors).toEqual([]);
  expect(changed.data?.changeSession.session).toMatchObject({ minutes: 60, challengeLevel: 3, heldAt: "2020-06-09T15:00:00.000Z", topics: [], note: null, steps: [{ text: "Read", doneAt: expect.any(String) }, { text: "Ask", doneAt: null }], resources: [{ id: "tool" }], coaches: [{ id: "ben" }] });
  expect(await kinds()).toEqual(["rate_call to lee@north.example"]);
  expect((await database.sql`select action from audit_events where subject_id = ${input.id} order by id`).map(({ action }) => action)).toEqual(["session.logged", "session.changed"]);
  expect((await ask(CHANGE, { input: anew }, BEN)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const later = await graphqlOver(database, new Date("2020-06-11T15:00:01Z"));
  expect((await later(CHANGE, { input: anew }, ADA)).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test("in the database too, another coach of the engagement takes nothing out of what one logged", async () => {
  const id = randomUUID();
  await ask(LOG, { input: { id, engagementId: "e", note: "Mine", steps: [{ text: "Read" }] } }, ADA);
  await database.sql.begin(async (tx) => {
    await tx`select set_config('role', 'network_coach', true), set_config('viewer.coach_id', 'ben', true), set_config('viewer.account_id', 'account-ben', true)`;
    for (const part of ["session_notes", "session_steps"]) await tx`delete from ${tx(part)}`;
    await tx`delete from sessions`;
  });
  expect(await database.sql`select (select count(*)::int from sessions) as sessions, (select count(*)::int from session_notes) as notes, (select count(*)::int from session_steps) as steps`).toEqual([{ sessions: 1, notes: 1, steps: 1 }]);
});

test("guests are added by the coach who leads, and by no other", async () => {
  const input = () => ({ id: randomUUID(), engagementId: "e", coachIds: ["ada", "cid"] });
  expect((await ask(LOG, { input: input() }, BEN)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.coachIds" }]);
  expect((await ask(LOG, { input: input() }, ADA)).errors).toEqual([]);
});

test("with the call come the resources that peers share on its topics, one's own first, none that is retired, and counts only where many of several organisations did", async () => {
  const share = async (prefix: string, resource: string, coaches: readonly string[], systems: number) => {
    for (let n = 0; n < systems; n += 1) {
      const id = `${prefix}${n}`;
      await database.sql`insert into systems (id, name, state_code) values (${id}, ${id}, 'OH')`;
      await database.sql`insert into requests (id, system_id, submitted_at, stated_name) values (${id}, ${id}, '2020-06-01', ${id})`;
      await database.sql`insert into engagements (id, request_id, matched_at) values (${id}, ${id}, '2020-06-02')`;
      await database.sql`insert into engagement_coaches (engagement_id, coach_id, position) values (${id}, ${coaches[n % coaches.length] ?? ""}, 0)`;
      await database.sql`insert into sessions (id, engagement_id, held_at) values (${id}, ${id}, '2020-06-03')`;
      await database.sql`insert into session_topics (session_id, topic_code) values (${id}, 'PER-DIF')`;
      await database.sql`insert into session_resources (session_id, resource_id) values (${id}, ${resource})`;
    }
  };
  await database.sql`insert into providers (id, name) values ('t', 'T'), ('u', 'U')`;
  await database.sql`insert into coaches (id, provider_id, name) values ('tim', 't', 'Tim'), ('una', 'u', 'Una')`;
  await share("many-", "tool", ["cid", "tim", "una"], 12);
  await share("few-", "other", ["cid", "tim"], 12);
  const { data } = await ask<{ logSession: { peerResources: unknown } }>(LOG, { input: { id: randomUUID(), engagementId: "e", topics: ["PER-DIF"], resourceIds: ["guide"] } }, ADA);
  expect(data?.logSession.peerResources).toEqual([
    { resource: { id: "guide" }, elsewhere: null, lastUsedAt: NOW.toISOString() },
    // Of two organisations nothing is told, not even that they share it.
    { resource: { id: "tool" }, elsewhere: 10, lastUsedAt: null },
  ]);
});

test("the wish for more becomes one thing to do, however often and at once it is said, and so does another call; a planned call answers the latter", async () => {
  const id = randomUUID();
  await ask(LOG, { input: { id, engagementId: "e" } }, ADA);
  const holder = { linkToken: (await makeLink(database.db, "rating", id)).split("/").at(-1) ?? "" };
  await ask("mutation { rateCall(input: { rating: 4 }) { rating } }", {}, holder);
  const said = await Promise.all([
    ...Array.from({ length: 6 }, () => ask("mutation { addToRating(input: { wantsMore: true }) { wantsMore } }", {}, holder)),
    ...Array.from({ length: 6 }, () => ask("mutation { askAnotherCall { askedAnother } }", {}, holder)),
  ]);
  expect(said.flatMap(({ errors }) => errors)).toEqual([]);
  expect((await asks()).map(({ kind }) => kind)).toEqual(["another_call", "more"]);
  expect((await kinds()).filter((kind) => kind.startsWith("leader_asks_more"))).toEqual(["leader_asks_more to ada@p.example", "leader_asks_more to ada@p.example"]);
  await ask("mutation ($input: PlanCallInput!) { planCall(input: $input) { call { id } } }", { input: { id: randomUUID(), engagementId: "e", startsAt: "2020-06-17T18:30:00Z" } }, ADA);
  expect(await asks()).toEqual([{ kind: "another_call", settled_at: expect.any(String), settled_by: "account-ada" }, { kind: "more", settled_at: null, settled_by: null }]);
});

test("a coach sees to what their leader asks, once; nobody else's", async () => {
  await database.sql`insert into leader_asks (request_id, kind, at, idempotency_key) values ('r', 'message', '2020-06-09', gen_random_uuid()), ('r', 'correction', '2020-06-09', gen_random_uuid())`;
  const { data } = await ask<{ caseload: { id: string; leaderAsks: { id: string; kind: string }[] }[] }>(CASELOAD, {}, ADA);
  expect(data?.caseload).toMatchObject([{ id: "e", leads: true, mayLog: true, leaderAsks: [{ kind: "MESSAGE" }] }]);
  const settle = (viewer: Account) => ask("mutation ($id: ID!) { settleAsk(id: $id) { ask { settledAt } } }", { id: data?.caseload[0]?.leaderAsks[0]?.id }, viewer);
  expect((await settle(CID)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await settle(LEAD)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await settle(ADA)).errors).toEqual([]);
  expect((await settle(BEN)).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test("a caseload holds the open engagements of who looks, those with something to do first", async () => {
  await database.sql.unsafe(`
    insert into requests (id, system_id, submitted_at, stated_name) select 'y' || n, 's', '2020-06-01', 'Y' from generate_series(1, 4) n;
    insert into engagements (id, request_id, matched_at) select 'y' || n, 'y' || n, '2020-06-02' from generate_series(1, 4) n;
    update engagements set closed_at = '2020-06-05', close_reason = 'goals_met' where id = 'y4';
    insert into engagement_coaches (engagement_id, coach_id, position) select 'y' || n, 'ada', 0 from generate_series(1, 4) n;
    insert into sessions (id, engagement_id, held_at) values ('y2', 'y2', '2020-06-08');
    insert into planned_calls (id, engagement_id, starts_at, made_by_name, made_at) values (gen_random_uuid(), 'y1', '2020-06-11', 'Ada', '2020-06-05'), (gen_random_uuid(), 'y3', '2020-06-09', 'Ada', '2020-06-05');`);
  const ids = async (viewer: Account) => (await ask<{ caseload: { id: string }[] }>(CASELOAD, {}, viewer)).data?.caseload.map(({ id }) => id);
  expect(await ids(ADA)).toEqual(["y3", "y1", "y2", "e"]);
  expect(await ids(BEN)).toEqual(["e"]);
  expect(await ids(CID)).toEqual(["e2"]);
  expect(await ids(LEAD)).toEqual(["y3", "y1", "y2", "e"]);
});
