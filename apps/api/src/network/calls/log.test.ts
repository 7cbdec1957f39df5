import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import type { Account } from "../../access/viewer";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";

const NOW = new Date("2020-06-10T15:00:00Z");
const LOG = "mutation ($input: LogSessionInput!) { logSession(input: $input) { session { id heldAt topics { code } note steps { id text who due doneAt } resources { id } coaches { id } } } }";
const RATE = "mutation ($input: RateCallInput!) { rateCall(input: $input) { rating wantsMore hasComment } }";
const ADD = "mutation ($input: AddToRatingInput!) { addToRating(input: $input) { rating wantsMore hasComment } }";

const coach = (coachId: string, providerId: string): Account => ({ ...(STAFF as Account), id: `account-${coachId}`, roles: ["coach"], positions: [], coachId, providerId });
const ADA = coach("ada", "p");

let database: TestDatabase;
let ask: Ask;
beforeEach(async () => {
  database = await testDatabase();
  ask = await graphqlOver(database, NOW);
  await database.sql.unsafe(`
    insert into auth.users (id, name, email, email_verified) values ('account-ada', 'Ada', 'ada@p.example', true), ('account-ben', 'Ben', 'ben@p.example', true), ('account-cid', 'Cid', 'cid@q.example', true);
    insert into providers (id, name) values ('p', 'P'), ('q', 'Q');
    insert into coaches (id, provider_id, name) values ('ada', 'p', 'Ada'), ('ben', 'p', 'Ben'), ('cid', 'q', 'Cid');
    insert into systems (id, name, state_code) values ('s', 'System', 'OH');
    insert into leaders (id, system_id, name, email) values ('l', 's', 'Lee', 'lee@north.example');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r', 's', 'l', '2020-06-01', 'System');
    insert into engagements (id, request_id, matched_at) values ('e', 'r', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'ada', 0);
    insert into resources (id, title, url) values ('guide', 'Guide', 'https://hub.example/guide');`);
});

const mails = async () => (await database.sql`select kind, to_address, payload from mails order by created_at`).map(({ kind, to_address, payload }) => ({ kind, to: to_address, payload }) as { kind: string; to: string; payload: Record<string, unknown> });

test("a call is logged with what was coached, noted, agreed and shared, and its leader is asked how it was", async () => {
  const id = randomUUID();
  const input = { id, engagementId: "e", minutes: 45, challengeLevel: 2, topics: ["PER-DIF"], note: "Careful with the board.", steps: [{ text: "Send the schedule", due: "2020-06-17" }], resourceIds: ["guide"] };
  const { data, errors } = await ask<{ logSession: { session: unknown } }>(LOG, { input }, ADA);
  expect(errors).toEqual([]);
  expect(data?.logSession.session).toMatchObject({
    id, heldAt: NOW.toISOString(), topics: [{ code: "PER-DIF" }], note: "Careful with the board.", resources: [{ id: "guide" }], coaches: [{ id: "ada" }],
    steps: [{ text: "Send the schedule", who: "LEADER", due: "2020-06-17", doneAt: null }],
  });
  expect(await mails()).toMatchObject([{ kind: "rate_call", to: "lee@north.example", payload: { linkTo: { kind: "rating", subjectId: id } } }]);
});

test("the same sent many times at once is logged once, and its mail sent once; another under its id is refused", async () => {
  const input = { id: randomUUID(), engagementId: "e", minutes: 30 };
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(LOG, { input }, ADA)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await database.sql`select count(*)::int as count from sessions`).toEqual([{ count: 1 }]);
  expect(await mails()).toHaveLength(1);
  expect((await ask(LOG, { input: { ...input, minutes: 60 } }, ADA)).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test.each([
  { what: "before the request", input: { heldAt: "2020-05-31T12:00:00Z" }, field: "input.heldAt" },
  { what: "ahead", input: { heldAt: "2020-06-10T15:00:01Z" }, field: "input.heldAt" },
  { what: "a domain for a topic", input: { topics: ["PER"] }, field: "input.topics" },
  { what: "a coach who is not there", input: { coachIds: ["nobody"] }, field: "input.coachIds" },
  { what: "a level of five", input: { challengeLevel: 5 }, field: "input.challengeLevel" },
  { what: "a planned call of elsewhere", input: { plannedCallId: randomUUID() }, field: "input.plannedCallId" },
])("what cannot be is refused, and nothing of it kept: $what", async ({ input, field }) => {
  const { errors } = await ask(LOG, { input: { id: randomUUID(), engagementId: "e", ...input } }, ADA);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
  expect(await database.sql`select id from sessions`).toEqual([]);
});

test("only the engagement's coaches log its calls; to others of the network it is not there", async () => {
  const input = { id: randomUUID(), engagementId: "e" };
  expect((await ask(LOG, { input }, coach("cid", "q"))).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await ask(LOG, { input }, { ...ADA, roles: ["provider"], coachId: null })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await ask(LOG, { input })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  const write = (coachId: string) =>
    database.sql.begin(async (tx) => {
      await tx`select set_config('role', 'network_coach', true), set_config('viewer.coach_id', ${coachId}, true)`;
      await tx`insert into sessions (id, engagement_id, held_at) values ('x', 'e', now())`;
    });
  await expect(write("cid")).rejects.toThrow("row-level security");
});

test("who logged a session takes it back for a day, unless it was rated", async () => {
  const id = randomUUID();
  await ask(LOG, { input: { id, engagementId: "e", steps: [{ text: "Read" }], note: "A note" } }, ADA);
  const takeBack = (viewer: Account, at: Ask) => at("mutation ($id: ID!) { takeBackSession(input: { id: $id }) { id } }", { id }, viewer);
  await database.sql`insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'ben', 1)`;
  expect((await takeBack(coach("ben", "p"), ask)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const later = await graphqlOver(database, new Date("2020-06-11T15:00:01Z"));
  expect((await takeBack(ADA, later)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const [link] = [await makeLink(database.db, "rating", id)];
  expect((await takeBack(ADA, ask)).errors).toEqual([]);
  expect(await database.sql`select id from sessions`).toEqual([]);
  expect((await ask("{ callToRate { rating } }", {}, { linkToken: link.split("/").at(-1) ?? "" })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("a step is settled by the engagement's coaches", async () => {
  const { data } = await ask<{ logSession: { session: { steps: { id: string }[] } } }>(LOG, { input: { id: randomUUID(), engagementId: "e", steps: [{ text: "Read" }] } }, ADA);
  const id = data?.logSession.session.steps[0]?.id;
  const settle = (viewer: Account) => ask<{ settleStep: { step: { doneAt: string } } }>("mutation ($id: ID!) { settleStep(input: { id: $id, done: true }) { step { doneAt } } }", { id }, viewer);
  expect((await settle(coach("cid", "q"))).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await settle(ADA)).data?.settleStep.step.doneAt).toBe(NOW.toISOString());
});

test("a call is rated once by its link, however often and at once, and more is said beside it", async () => {
  const id = randomUUID();
  await ask(LOG, { input: { id, engagementId: "e" } }, ADA);
  const linkToken = (await makeLink(database.db, "rating", id)).split("/").at(-1) ?? "";
  const holder = { linkToken };
  expect((await ask("{ callToRate { heldAt coaches rating } }", {}, holder)).data).toEqual({ callToRate: { heldAt: NOW.toISOString(), coaches: ["Ada"], rating: null } });
  expect((await ask(ADD, { input: { wantsMore: true } }, holder)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(RATE, { input: { rating: 5 } }, holder)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect((await ask(RATE, { input: { rating: 1 } }, holder)).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect((await ask(ADD, { input: { wantsMore: true, comment: " So useful. " } }, holder)).data).toEqual({ addToRating: { rating: 5, wantsMore: true, hasComment: true } });
  expect((await ask(ADD, { input: { comment: "On second thoughts" } }, holder)).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect(await database.sql`select rating, wants_more, comment from ratings`).toEqual([{ rating: 5, wants_more: true, comment: "So useful." }]);
  expect((await database.sql`select count(*)::int as count from audit_events where action = 'session.rated'`)[0]).toEqual({ count: 1 });
});

test("the holder of a rating's link sees that session alone, and nothing of the leader's request", async () => {
  const [mine, other] = [randomUUID(), randomUUID()];
  for (const id of [mine, other]) await ask(LOG, { input: { id, engagementId: "e" } }, ADA);
  const seen = await database.sql.begin(async (tx) => {
    await tx`select set_config('role', 'network_link', true), set_config('viewer.link_kind', 'rating', true), set_config('viewer.link_subject', ${mine}, true)`;
    return tx<{ id: string }[]>`select id from sessions`;
  });
  expect(seen.map(({ id }) => id)).toEqual([mine]);
  for (const document of ["{ callToRate { rating } }", RATE]) {
    expect((await ask(document, { input: { rating: 5 } }, null)).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
  }
});
