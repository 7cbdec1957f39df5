import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";
import { filledIn, furnish, NOW, submit, tokenOf } from "../intake/testing";

const PAGE = `{ leaderPage { id system narrative urgency withdrawnAt matchedAt closedAt owner { name email } details { name role schools timeZone windows { day from to } languages }
  needs { topic { id } stands asked } team { name organisation isLead } calls { startsAt minutes place } heldAt steps { text who due doneAt } resources { title url } asks { kind text settledAt } } }`;

interface Page {
  readonly leaderPage: Readonly<Record<string, unknown>>;
}

/** Two leaders of one system, each with a request and the token of its link. */
async function two() {
  const database = await testDatabase();
  await furnish(database);
  const ask = await graphqlOver(database, NOW);
  const mine = (await submit(ask, await filledIn(database))).data?.submitRequest;
  const other = (await submit(ask, await filledIn(database, { email: "lee@north.example", narrative: "The other's words." }))).data?.submitRequest;
  if (!mine || !other) throw new Error("Both are taken in.");
  return { database, ask, mine: { id: mine.requestId, linkToken: tokenOf(mine.link) }, other: { id: other.requestId, linkToken: tokenOf(other.link) } };
}

/** A team with a call behind it, one to come, a step and a resource. */
async function engage({ sql }: TestDatabase, requestId: string, at: string = requestId) {
  const id = `e-${at}`;
  await sql`insert into providers (id, name, kind) values ('p', 'Learning Partners', 'provider') on conflict do nothing`;
  await sql`insert into coaches (id, provider_id, name, email, role) values ('c1', 'p', 'Ana Diaz', 'ana@partners.example', 'generalist'), ('c2', 'p', 'Bo Lund', 'bo@partners.example', 'specialist') on conflict do nothing`;
  await sql`insert into engagements (id, request_id, matched_at) values (${id}, ${requestId}, '2021-02-02T15:30:00Z')`;
  await sql`insert into engagement_coaches (engagement_id, coach_id, position) values (${id}, 'c1', 0), (${id}, 'c2', 1)`;
  await sql`insert into sessions (id, engagement_id, held_at, minutes) values (${`s-${at}`}, ${id}, '2021-02-02T14:00:00Z', 45)`;
  await sql`insert into session_steps (session_id, engagement_id, text, who) values (${`s-${at}`}, ${id}, 'List the courses.', 'leader')`;
  await sql`insert into resources (id, title, url, kind) values ('res', 'A guide', 'https://hub.example/guide', 'guide') on conflict do nothing`;
  await sql`insert into session_resources (session_id, resource_id) values (${`s-${at}`}, 'res')`;
  await sql`insert into planned_calls (id, engagement_id, starts_at, minutes, made_by_name, made_at) values (${randomUUID()}, ${id}, '2021-02-09T15:00:00Z', 30, 'Ana Diaz', ${NOW.toISOString()})`;
}

const pageOf = async (ask: Ask, link: { readonly linkToken: string }) => {
  const { data, errors } = await ask<Page>(PAGE, {}, link);
  expect(errors).toEqual([]);
  return data?.leaderPage ?? {};
};

const kinds = async ({ sql }: TestDatabase) => (await sql`select kind, to_address from mails where kind not in ('request_received', 'request_new') order by created_at`).map((row) => [row["kind"], row["to_address"]]);

describe("a leader's page", () => {
  test("shows needs, team, calls, steps and resources of their own request", async () => {
    const { database, ask, mine } = await two();
    await engage(database, mine.id);
    await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${mine.id}, 'PER-DIF', 'added', 'tagged', 'staff', ${NOW.toISOString()})`;
    expect(await pageOf(ask, mine)).toMatchObject({
      id: mine.id,
      system: "North Fork",
      narrative: "Our ninth graders are not turning in work.",
      owner: { name: "Ada Bell", email: "ada@hub.example" },
      needs: [{ topic: { id: "PER-DIF" }, stands: true, asked: null }],
      team: [{ name: "Ana Diaz", organisation: "Learning Partners", isLead: true }, { name: "Bo Lund", organisation: "Learning Partners", isLead: false }],
      calls: [{ minutes: 30 }],
      heldAt: ["2021-02-02T14:00:00.000Z"],
      steps: [{ text: "List the courses.", who: "LEADER", due: null, doneAt: null }],
      resources: [{ title: "A guide", url: "https://hub.example/guide" }],
    });
  });

  test("shows nothing of a colleague's request, who asked for the same system", async () => {
    const { database, ask, mine, other } = await two();
    await engage(database, mine.id);
    const page = await pageOf(ask, other);
    expect(page).toMatchObject({ id: other.id, narrative: "The other's words.", team: [], calls: [], heldAt: [], steps: [], resources: [], needs: [] });
    expect(JSON.stringify(page)).not.toContain("ninth graders");
  });

  test("is nobody's without its link, nor with a link to something else", async () => {
    const { database, ask } = await two();
    expect((await ask(PAGE, {}, null)).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
    expect((await ask(PAGE)).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
    const linkToken = tokenOf(await makeLink(database.db, "rating", "s-1"));
    expect((await ask(PAGE, {}, { linkToken })).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
  });

  test("rests on rights that the database itself holds: as the link's role, every row there is is the leader's own", async () => {
    const { database, mine, other } = await two();
    await engage(database, mine.id);
    await engage(database, other.id);
    const read = (subject: string, table: string, column: string) =>
      database.sql.begin(async (sql) => {
        await sql`select set_config('role', 'network_link', true), set_config('viewer.link_kind', 'request', true), set_config('viewer.link_subject', ${subject}, true)`;
        return (await sql.unsafe(`select distinct ${column} as id from ${table}`)).map((row) => String(row["id"]));
      });
    for (const { id } of [mine, other]) {
      expect(await read(id, "requests", "id")).toEqual([id]);
      expect(await read(id, "engagements", "id")).toEqual([`e-${id}`]);
      for (const table of ["engagement_coaches", "sessions", "session_steps", "planned_calls"]) expect(await read(id, table, "engagement_id"), table).toEqual([`e-${id}`]);
      expect(await read(id, "session_resources", "session_id")).toEqual([`s-${id}`]);
    }
    expect(await read("nobody", "requests", "id")).toEqual([]);
    await expect(read(mine.id, "coaches", "email")).rejects.toThrow("permission denied");
    await expect(read(mine.id, "session_notes", "note")).rejects.toThrow("permission denied");
    await expect(read(mine.id, "leaders", "email")).rejects.toThrow("permission denied");
  });

  test("shows every call that was held", async () => {
    const { database, ask, mine } = await two();
    await engage(database, mine.id);
    await database.sql`insert into sessions (id, engagement_id, held_at) select 'more-' || n, ${`e-${mine.id}`}, '2021-01-01'::timestamptz + n * interval '1 day' from generate_series(1, 20) n`;
    expect((await pageOf(ask, mine))["heldAt"]).toHaveLength(21);
  });
});

describe("what a leader does there", () => {
  const run = (ask: Ask, name: string, type: string, input: Readonly<Record<string, unknown>>, link: { readonly linkToken: string }) =>
    ask<Record<string, { page: Record<string, unknown> }>>(`mutation ($input: ${type}!) { ${name}(input: $input) { page { withdrawnAt details { name languages windows { day } } needs { topic { id } stands asked } asks { kind text } } } }`, { input }, link);

  test("completing the request settles system and leader, and what is said again takes its place", async () => {
    const { database, ask, mine } = await two();
    const said = { name: "Dana Reyes", role: "Principal", schools: 3, timeZone: "America/Denver", windows: [{ day: 1, from: 540, to: 720 }], languages: ["Spanish"] };
    const { data, errors } = await run(ask, "completeRequest", "CompleteRequestInput", said, mine);
    expect(errors).toEqual([]);
    expect(data?.["completeRequest"]?.page["details"]).toEqual({ name: "Dana Reyes", languages: ["Spanish"], windows: [{ day: 1 }] });
    expect(await database.sql`select name, role from leaders where email = 'dana.reyes@north.example'`).toEqual([{ name: "Dana Reyes", role: "Principal" }]);
    expect(await database.sql`select schools, enrollment from systems`).toEqual([{ schools: 3, enrollment: 1200 }]);
    await run(ask, "completeRequest", "CompleteRequestInput", { ...said, windows: [], languages: [] }, mine);
    expect(await database.sql`select languages, windows from request_details`).toEqual([{ languages: [], windows: [] }]);
    const wrong = await run(ask, "completeRequest", "CompleteRequestInput", { ...said, timeZone: "Mars/Base" }, mine);
    expect(wrong.errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.timeZone" }]);
  });

  test("a correction is the leader's own choice, tells the desk, and changes no tag that stands", async () => {
    const { database, ask, mine } = await two();
    await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${mine.id}, 'PER-DIF', 'added', 'tagged', 'staff', ${NOW.toISOString()})`;
    const input = { topicId: "PER-DIF", action: "REMOVED", idempotencyKey: randomUUID() };
    await run(ask, "correctTopic", "CorrectTopicInput", input, mine);
    const { data } = await run(ask, "correctTopic", "CorrectTopicInput", input, mine);
    expect(data?.["correctTopic"]?.page).toMatchObject({ needs: [{ topic: { id: "PER-DIF" }, stands: true, asked: "REMOVED" }], asks: [{ kind: "CORRECTION" }] });
    expect(await database.sql`select stage, action, author from tag_events where stage = 'asked'`).toEqual([{ stage: "asked", action: "removed", author: "leader" }]);
    expect(await database.sql`select topic_code from request_topics`).toEqual([{ topic_code: "PER-DIF" }]);
  });

  test("more help is asked of the lead coach where there is one, else of the owner; twice is once", async () => {
    const { database, ask, mine, other } = await two();
    await engage(database, mine.id);
    const input = { kind: "ANOTHER_CALL", idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => run(ask, "askMore", "AskMoreInput", input, mine)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    await run(ask, "askMore", "AskMoreInput", { kind: "MESSAGE", text: "When do you call?", idempotencyKey: randomUUID() }, other);
    expect(await kinds(database)).toEqual([["leader_asks_more", "ana@partners.example"], ["leader_asks_more", "ada@hub.example"]]);
    expect(await database.sql`select kind, text, settled_at from leader_asks order by kind`).toEqual([{ kind: "another_call", text: null, settled_at: null }, { kind: "message", text: "When do you call?", settled_at: null }]);
    expect((await run(ask, "askMore", "AskMoreInput", { ...input, kind: "MORE" }, mine)).errors).toMatchObject([{ code: "CONFLICT" }]);
  });

  test("a colleague gets a link of their own, ten of them at most", async () => {
    const { database, ask, mine } = await two();
    const add = (place: number) => run(ask, "addColleague", "AddColleagueInput", { name: `Lee ${place}`, email: `lee${place}@north.example`, idempotencyKey: randomUUID() }, mine);
    for (let place = 0; place < 2; place += 1) expect((await add(place)).errors).toEqual([]);
    // Anyone may ask in anybody's name: only who has the mail writes to more.
    expect((await add(2)).errors).toMatchObject([{ code: "CONFLICT" }]);
    await database.sql`update links set sent_to = 'dana@north.example' where subject_id = ${mine.id}`;
    for (let place = 2; place < 10; place += 1) expect((await add(place)).errors).toEqual([]);
    expect((await add(10)).errors).toMatchObject([{ code: "CONFLICT" }]);
    const [mail] = await database.sql`select payload -> 'linkTo' as link, payload -> 'replyTo' ->> 'address' as reply from mails where kind = 'colleague_added' limit 1`;
    expect(mail).toEqual({ link: { kind: "request", subjectId: mine.id }, reply: "ada@hub.example" });
  });

  test("stopping withdraws an open request, and asks for an end where coaching has begun", async () => {
    const { database, ask, mine, other } = await two();
    await engage(database, mine.id);
    const stopped = await run(ask, "stopRequest", "StopRequestInput", { idempotencyKey: randomUUID() }, other);
    expect(stopped.data?.["stopRequest"]?.page["withdrawnAt"]).toBe(NOW.toISOString());
    const ended = await run(ask, "stopRequest", "StopRequestInput", { reason: "We have what we need.", idempotencyKey: randomUUID() }, mine);
    expect(ended.data?.["stopRequest"]?.page).toMatchObject({ withdrawnAt: null, asks: [{ kind: "STOP", text: "We have what we need." }] });
    expect(await kinds(database)).toEqual([["leader_asks_more", "ana@partners.example"]]);
    expect(await database.sql`select action from audit_events where action in ('request.withdrawn', 'leader.asked') order by 1`).toEqual([{ action: "leader.asked" }, { action: "leader.asked" }, { action: "request.withdrawn" }]);
  });

  test("a stop is kept, and answered truly, where coaches or another stop came just before it", async () => {
    const { database, ask, mine, other } = await two();
    const stop = (link: { readonly linkToken: string }, reason: string) => run(ask, "stopRequest", "StopRequestInput", { reason, idempotencyKey: randomUUID() }, link);
    const isHeldUp = async () => (await database.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length > 0;
    // Whoever says yes to an offer holds the request until they are through.
    const { stopping } = await database.sql.begin(async (accepting) => {
      await accepting`select from requests where id = ${mine.id} for no key update`;
      const sent = { stopping: stop(mine, "We found somebody.") };
      await vi.waitUntil(isHeldUp, { interval: 5 });
      await engage(database, mine.id);
      return sent;
    });
    expect((await stopping).data?.["stopRequest"]?.page).toMatchObject({ withdrawnAt: null, asks: [{ kind: "STOP", text: "We found somebody." }] });
    expect(await kinds(database)).toEqual([["leader_asks_more", "ana@partners.example"]]);

    const both = await Promise.all([stop(other, "No time."), stop(other, "No need.")]);
    expect(both.flatMap(({ errors }) => errors)).toEqual([]);
    expect(both.map(({ data }) => data?.["stopRequest"]?.page["withdrawnAt"])).toEqual([NOW.toISOString(), NOW.toISOString()]);
    expect((await database.sql`select text from leader_asks where request_id = ${other.id} order by text`).map(({ text }) => text as string)).toEqual(["No need.", "No time."]);
  });

  test("the database refuses what the link is not for: another's request, a tag that stands, an ask that is settled", async () => {
    const { database, mine, other } = await two();
    const as = (statement: string) =>
      database.sql.begin(async (sql) => {
        await sql`select set_config('role', 'network_link', true), set_config('viewer.link_kind', 'request', true), set_config('viewer.link_subject', ${mine.id}, true)`;
        return (await sql.unsafe(statement)).count;
      });
    await expect(as(`insert into leader_asks (request_id, kind, at, idempotency_key) values ('${other.id}', 'more', now(), gen_random_uuid())`)).rejects.toThrow("row-level security");
    await expect(as(`insert into tag_events (request_id, topic_code, action, stage, author, at) values ('${mine.id}', 'PER-DIF', 'added', 'tagged', 'leader', now())`)).rejects.toThrow("row-level security");
    await expect(as("update leader_asks set settled_at = now()")).rejects.toThrow("permission denied");
    await expect(as("update requests set narrative = 'x'")).rejects.toThrow("permission denied");
    expect(await as(`update requests set withdrawn_at = submitted_at where id = '${other.id}'`)).toBe(0);
  });
});

describe("mail that nobody wants", () => {
  test("is ended by the link in it, and wanted again; reading the page ends nothing", async () => {
    const { database, ask } = await two();
    const linkToken = tokenOf(await makeLink(database.db, "mail", "rate_call dana.reyes@north.example"));
    const READ = "{ mailOfLink { subject address stopped } }";
    const refused = async () => (await database.sql`select kind, address from mail_refusals`).length;
    expect((await ask(READ, {}, { linkToken })).data).toEqual({ mailOfLink: { subject: "How was the call?", address: "dana.reyes@north.example", stopped: false } });
    expect(await refused()).toBe(0);
    for (const [stopped, rows] of [[true, 1], [true, 1], [false, 0]] as const) {
      const { errors } = await ask("mutation ($stopped: Boolean!) { stopMail(stopped: $stopped) { stopped } }", { stopped }, { linkToken });
      expect(errors).toEqual([]);
      expect(await refused()).toBe(rows);
    }
  });
});
