import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import type { Account } from "../../access/viewer";

const NOW = new Date("2021-02-01T14:00:00Z");
const before = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();

let database: Awaited<ReturnType<typeof createDatabase>>;
let ada: Account;
let bob: Account;
beforeAll(async () => {
  database = await createDatabase();
  ada = await concierge(database, "ada", "Ada");
  bob = await concierge(database, "bob", "Bob");
  await database.sql`insert into systems (id, name, state_code) values ('s', 'Elm County', 'OH'), ('t', 'Oak City', 'TX')`;
  await database.sql`insert into leaders (id, system_id, name, email) values ('l', 's', 'Lee', 'lee@elm.example')`;
  await database.sql`insert into providers (id, name) values ('p', 'Coaches')`;
  await database.sql`insert into coaches (id, provider_id, name) values ('c', 'p', 'Cleo')`;
});
afterAll(() => database.drop());

async function concierge({ sql }: TestDatabase, id: string, name: string): Promise<Account> {
  await sql`insert into auth.users (id, name, email, email_verified) values (${id}, ${name}, ${`${id}@hub.example`}, true)`;
  await sql`insert into memberships (user_id, role, positions) values (${id}, 'staff', '{concierge}')`;
  if (STAFF === null) throw new Error("Staff are somebody.");
  return { ...STAFF, id, name, email: `${id}@hub.example`, positions: ["concierge"] };
}

/** A new request, for this test alone. */
async function put({ system = "s", leader = true, days = 1, urgency = null, words = null }: { system?: string; leader?: boolean; days?: number; urgency?: string | null; words?: string | null } = {}): Promise<string> {
  const id = randomUUID();
  await database.sql`insert into requests (id, system_id, leader_id, leader_name, leader_email, submitted_at, stated_name, urgency, narrative)
    values (${id}, ${system}, ${leader ? "l" : null}, ${leader ? "Lee" : null}, ${leader ? "lee@elm.example" : null}, ${before(days)}, 'System', ${urgency}, ${words})`;
  return id;
}

const tag = (id: string, ...codes: string[]) => database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) select ${id}, c, 'added', 'tagged', 'Ada', ${before(0.5)} from unnest(${codes}::text[]) as c`;

const opened = () => graphqlOver(database, NOW);

interface Done {
  readonly deskRequest: { readonly id: string; readonly owner: { readonly id: string } | null; readonly next: { readonly step: string } | null; readonly history: readonly { readonly what: string; readonly by: string | null; readonly text: string | null }[] };
}
const DONE = "deskRequest { id owner { id } next { step } history { what by text } }";

async function act(ask: Ask, mutation: string, input: Record<string, unknown>, viewer: Account) {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input`;
  const { data, errors } = await ask<Record<string, Done>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${DONE} } }`, { input }, viewer);
  return { done: data?.[mutation]?.deskRequest, errors };
}

test("the queue tells of each request its owner, clock and next step", async () => {
  const ask = await opened();
  const id = await put({ days: 5 });
  const { data, errors } = await ask<{ desk: { totalCount: number; nodes: Record<string, unknown>[] } }>(
    "query ($s: String) { desk(filter: { search: $s }) { totalCount nodes { id step actor due overdueHours also twins owner { name } request { system { name } } } } }",
    { s: id },
    ada,
  );
  expect(errors).toEqual([]);
  expect(data?.desk.nodes).toEqual([
    { id, step: "UNTAGGED", actor: "OWNER", due: "2021-01-28T14:00:00.000Z", overdueHours: 96, also: [], twins: expect.any(Number) as number, owner: { name: expect.stringMatching(/Ada|Bob/) as string }, request: { system: { name: "Elm County" } } },
  ]);
});

test("pages follow each other without gap or repeat", async () => {
  const ask = await opened();
  for (const days of [1, 2, 3, 4, 5]) await put({ system: "t", leader: false, days });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const answer: { data: { desk: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } | null | undefined } = await ask(
      "query ($after: String) { desk(filter: { search: \"Oak\" }, first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
    const page = answer.data?.desk;
    seen.push(...(page?.nodes.map(({ id }) => id) ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test("who takes a request second learns who did first", async () => {
  const ask = await opened();
  const id = await put();
  await database.sql`update request_care set owner_id = null where request_id = ${id}`;
  const take = (viewer: Account) => act(ask, "assignRequest", { requestId: id, seenOwnerId: null, idempotencyKey: randomUUID() }, viewer);
  const answers = await Promise.all([take(ada), take(bob)]);
  const won = answers.findIndex(({ errors }) => errors.length === 0);
  expect(answers[won]?.done?.owner?.id).toBe(["ada", "bob"][won]);
  expect(answers[1 - won]?.errors).toMatchObject([{ code: "CONFLICT", message: `${["Ada", "Bob"][won]} looks after this request by now.` }]);
});

test("the same deed sent twice is done once, and its id does for no other", async () => {
  const ask = await opened();
  const id = await put();
  const input = { requestId: id, text: "Call her on Monday.", idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 8 }, () => act(ask, "noteRequest", input, ada)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await database.sql`select count(*)::int from desk_events where request_id = ${id}`).toEqual([{ count: 1 }]);
  expect((await act(ask, "noteRequest", { ...input, text: "Never mind." }, ada)).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect((await act(ask, "noteRequest", { ...input, requestId: await put() }, ada)).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test("a request that was given to somebody else is announced to them", async () => {
  const ask = await opened();
  const id = await put();
  const [care] = await database.sql<{ owner_id: string }[]>`select owner_id from request_care where request_id = ${id}`;
  const [from, to] = care?.owner_id === "ada" ? [ada, bob] : [bob, ada];
  const { done } = await act(ask, "assignRequest", { requestId: id, ownerId: to.id, seenOwnerId: from.id, idempotencyKey: randomUUID() }, from);
  expect(done?.owner?.id).toBe(to.id);
  expect(done?.history.at(-1)).toMatchObject({ what: `Given to ${to.name}`, by: from.name });
  expect(await database.sql`select kind, to_address from mails where request_id = ${id}`).toEqual([{ kind: "request_new", to_address: to.email }]);
});

test("who has left keeps their name in what happened, and where none is kept nobody is a bare id", async () => {
  const ask = await opened();
  const [id, gone, nameless] = [await put(), randomUUID(), randomUUID()];
  const past = await concierge(database, gone, "Pia Past");
  await act(ask, "noteRequest", { requestId: id, text: "Hers.", idempotencyKey: randomUUID() }, past);
  await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${id}, 'PER-DIF', 'added', 'tagged', ${gone}, ${before(0.5)}), (${id}, 'FAM-COM', 'added', 'tagged', ${nameless}, ${before(0.4)})`;
  await database.sql`insert into desk_events (id, request_id, kind, about, by_id, by_name, at) select gen_random_uuid(), ${id}, 'assigned', who, 'ada', 'Ada', ${before(0.3)} from unnest(${[gone, nameless]}::text[]) who`;
  const said = async () => {
    const { data } = await ask<Done>("query ($id: ID!) { deskRequest(id: $id) { history { what by text } } }", { id });
    return (data?.deskRequest.history ?? []).map(({ what, by }) => `${what} | ${by ?? ""}`).toSorted();
  };
  const shown = [expect.stringMatching(/^Asked/), "Given to Pia Past | Ada", "Given to somebody who has left | Ada", "Note | Pia Past", expect.stringMatching(/^Tagged: .* \| Pia Past$/), expect.stringMatching(/^Tagged: .* \| Somebody who has left$/)] as unknown[];
  await database.sql`update auth.users set disabled_at = now() where id = ${gone}`;
  await database.sql`delete from memberships where user_id = ${gone}`;
  expect(await said()).toEqual(shown);
  // The trail still knows what somebody was called whose account is no more.
  await database.sql`delete from auth.users where id = ${gone}`;
  expect(await said()).toEqual(shown);
});

test("a younger request is merged into the older, with its tags, and comes back as it was", async () => {
  const ask = await opened();
  const [older, younger] = [await put({ days: 4 }), await put({ days: 2 })];
  await tag(older, "PER-DIF");
  await tag(younger, "PER-DIF", "FAM-COM");
  const standing = () => database.sql`select request_id, topic_code from request_topics where request_id in (${older}, ${younger}) order by request_id, topic_code`;
  const original = new Set((await standing()).map((row) => `${String(row["request_id"])} ${String(row["topic_code"])}`));
  const { data, errors } = await ask<{ mergeRequests: { mergedId: string; kept: { id: string; merged: { id: string }[]; history: { what: string }[] } } }>(
    "mutation ($input: MergeRequestsInput!) { mergeRequests(input: $input) { mergedId kept { id merged { id } history { what } } } }",
    { input: { requestId: younger, otherId: older, idempotencyKey: randomUUID() } },
    ada,
  );
  expect(errors).toEqual([]);
  expect(data?.mergeRequests).toMatchObject({ mergedId: younger, kept: { id: older, merged: [{ id: younger }] } });
  // Nobody is told: who asked twice has asked once.
  expect(await database.sql`select from mails where request_id in (${older}, ${younger})`).toEqual([]);
  expect((await database.sql`select topic_code from request_topics where request_id = ${older} order by 1`).map((row) => row["topic_code"] as string)).toEqual(["FAM-COM", "PER-DIF"]);
  const away = await ask<{ desk: { totalCount: number }; deskRequest: { mergedInto: { id: string } } }>("query ($s: String!, $id: ID!) { desk(filter: { search: $s }) { totalCount } deskRequest(id: $id) { mergedInto { id } } }", { s: younger, id: younger });
  expect(away.data).toEqual({ desk: { totalCount: 0 }, deskRequest: { mergedInto: { id: older } } });

  const key = randomUUID();
  const parted = await act(ask, "partRequests", { mergedId: younger, idempotencyKey: key }, bob);
  expect(parted.errors).toEqual([]);
  expect((await act(ask, "partRequests", { mergedId: younger, idempotencyKey: key }, bob)).done?.id).toBe(older);
  expect((await act(ask, "partRequests", { mergedId: younger, idempotencyKey: randomUUID() }, bob)).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect(new Set((await standing()).map((row) => `${String(row["request_id"])} ${String(row["topic_code"])}`))).toEqual(original);
  expect(await database.sql`select withdrawn_at from requests where id = ${younger}`).toEqual([{ withdrawn_at: null }]);
});

test("a request with coaches is never merged away, and two at once leave one kept", async () => {
  const ask = await opened();
  const [older, engaged] = [await put({ days: 6 }), await put({ days: 3 })];
  await database.sql`insert into engagements (id, request_id, matched_at) values (${`e-${engaged}`}, ${engaged}, ${before(2)})`;
  const merge = (one: string, other: string, viewer = ada) =>
    ask<{ mergeRequests: { mergedId: string } }>("mutation ($input: MergeRequestsInput!) { mergeRequests(input: $input) { mergedId } }", { input: { requestId: one, otherId: other, idempotencyKey: randomUUID() } }, viewer);
  expect((await merge(older, engaged)).data?.mergeRequests.mergedId).toBe(older);
  const other = await put({ days: 1 });
  await database.sql`insert into engagements (id, request_id, matched_at) values (${`e-${other}`}, ${other}, ${before(0.5)})`;
  expect((await merge(engaged, other)).errors).toMatchObject([{ code: "CONFLICT", message: "Both have coaches, so neither can be merged into the other." }]);
  const [one, two] = [await put({ days: 9 }), await put({ days: 8 })];
  const both = await Promise.all([merge(one, two), merge(two, one, bob)]);
  expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: "CONFLICT", message: expect.stringMatching(/^(Ada|Bob|The leader) has (merged|withdrawn) it already\.$/) as string }]);
});

test("the link of a merged request leads its leader to what was kept, and nobody else", async () => {
  const { sql } = database;
  const [kept, merged, again] = [await put({ days: 4 }), await put({ days: 3 }), await put({ days: 2 })];
  await sql`insert into links (kind, subject_id, token_hash, sent_to) values ('request', ${again}, ${"a".repeat(64)}, 'lee@elm.example'), ('request', ${again}, ${"b".repeat(64)}, 'mallory@evil.example'), ('request', ${again}, ${"c".repeat(64)}, null)`;
  await sql`insert into request_merges (merged_id, kept_id, merged_by, merged_at) values (${again}, ${merged}, 'ada', now()), (${merged}, ${kept}, 'ada', now())`;
  expect(await sql`select subject_id from open_link(${"a".repeat(64)})`).toEqual([{ subject_id: kept }]);
  // Whoever asked in the leader's name, and whom they added, sees what they asked themselves.
  for (const other of ["b", "c"]) expect(await sql`select subject_id from open_link(${other.repeat(64)})`).toEqual([{ subject_id: again }]);
});

test("likely duplicates are named: the same leader, the same system, much the same words", async () => {
  const ask = await opened();
  const words = "Our middle schools need a plan to bring families into remote learning this winter.";
  const one = await put({ system: "t", leader: false, days: 40, words });
  const typed = await put({ system: "s", leader: false, days: 41, words: `${words} Please call.` });
  await put({ system: "s", leader: false, days: 42, words: "Help us balance next year's budget." });
  const { data } = await ask<{ deskRequest: { duplicates: { request: { id: string }; alike: number; sameSystem: boolean }[] } }>("query ($id: ID!) { deskRequest(id: $id) { duplicates { request { id } alike sameSystem sameLeader } } }", { id: one });
  expect(data?.deskRequest.duplicates.map(({ request, sameSystem }) => ({ id: request.id, sameSystem }))).toEqual([{ id: typed, sameSystem: false }]);
  expect(data?.deskRequest.duplicates[0]?.alike).toBeGreaterThan(0.6);
});

test("a request is closed without coaches for a reason, its leader told by a named person, and taken up again", async () => {
  const ask = await opened();
  const id = await put();
  const closed = await act(ask, "withdrawRequest", { requestId: id, reason: "NOT_OURS", text: "They want a bus schedule.", tellLeader: true, idempotencyKey: randomUUID() }, ada);
  expect(closed.done).toMatchObject({ next: null });
  expect(closed.done?.history.at(-1)).toMatchObject({ what: "Closed without coaches: not what the network's coaches help with", by: "Ada", text: "They want a bus schedule." });
  const [mail] = await database.sql<{ kind: string; to_address: string; payload: { paragraphs: string[]; replyTo: { name: string } } }[]>`select kind, to_address, payload from mails where request_id = ${id}`;
  expect(mail).toMatchObject({ kind: "request_closed", to_address: "lee@elm.example", payload: { replyTo: { name: expect.stringMatching(/Ada|Bob/) as string } } });
  expect(JSON.stringify(mail?.payload)).not.toContain("bus");
  expect((await act(ask, "withdrawRequest", { requestId: id, reason: "OTHER", tellLeader: false, idempotencyKey: randomUUID() }, bob)).errors).toMatchObject([{ code: "CONFLICT", message: "Ada has withdrawn it already." }]);
  expect((await act(ask, "reopenRequest", { requestId: id, idempotencyKey: randomUUID() }, bob)).done?.next?.step).toBe("UNTAGGED");
});

test("what a leader asks is answered once, by mail that reaches a person", async () => {
  const ask = await opened();
  const id = await put();
  const [asked] = await database.sql<{ id: string }[]>`insert into leader_asks (request_id, kind, text, at, idempotency_key) values (${id}, 'message', 'When?', ${before(3)}, ${randomUUID()}) returning id`;
  const answer = (viewer: Account) => act(ask, "answerLeader", { askId: asked?.id, text: "On Monday.\n\nShe calls you at nine.", idempotencyKey: randomUUID() }, viewer);
  const answers = await Promise.all([answer(ada), answer(bob)]);
  expect(answers.flatMap(({ errors }) => errors)).toMatchObject([{ code: "CONFLICT", message: "Somebody has answered it already." }]);
  const mails = await database.sql<{ kind: string; payload: { paragraphs: string[] } }[]>`select kind, payload from mails where request_id = ${id}`;
  expect(mails).toMatchObject([{ kind: "leader_answered" }]);
  expect(mails[0]?.payload.paragraphs.slice(0, 3)).toEqual(["You wrote to us.", "On Monday.", "She calls you at nine."]);
});

test("a low rating waits until somebody has looked into it", async () => {
  const ask = await opened();
  const id = await put({ days: 20 });
  await database.sql.unsafe(`
    insert into engagements (id, request_id, matched_at) values ('low-${id}', '${id}', '${before(19)}');
    insert into sessions (id, engagement_id, held_at) values ('call-${id}', 'low-${id}', '${before(5)}');
    insert into ratings (session_id, rated_at, rating) values ('call-${id}', '${before(4)}', 2)`);
  const { data } = await ask<{ deskRequest: { next: { step: string; also: string[] }; lowRated: { id: string }[] } }>("query ($id: ID!) { deskRequest(id: $id) { next { step also } lowRated { id } } }", { id });
  expect(data?.deskRequest).toEqual({ next: { step: "LOW_RATING", also: ["UNDER_WAY"] }, lowRated: [{ id: `call-${id}` }] });
  expect((await act(ask, "lookIntoRating", { sessionId: `call-${id}`, idempotencyKey: randomUUID() }, ada)).done?.next?.step).toBe("UNDER_WAY");
});

test("only admins set how long a step may take", async () => {
  const ask = await opened();
  const set = (viewer: Account | undefined) => ask<{ setDeskTarget: { target: { days: number } } }>("mutation { setDeskTarget(input: { step: STALLED, days: 21.5 }) { target { days } } }", {}, viewer);
  expect((await set(ada)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await set(undefined)).data?.setDeskTarget.target.days).toBe(21.5);
  await database.sql`update desk_targets set days = 30 where step = 'stalled'`;
});
