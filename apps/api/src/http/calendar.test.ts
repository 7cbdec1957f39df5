import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endLinks, makeLink } from "../access/links/link.queries";
import { createDatabase } from "../db/testing";
import { serve, type TestServer } from "../testing.http";

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
const id = randomUUID();

beforeAll(async () => {
  database = await createDatabase();
  await database.sql.unsafe(`
    insert into providers (id, name) values ('p', 'P');
    insert into coaches (id, provider_id, name) values ('ada', 'p', 'Ada'), ('ben', 'p', 'Ben');
    insert into systems (id, name, state_code) values ('s', 'North Creek', 'OH');
    insert into requests (id, system_id, submitted_at, stated_name) values ('r', 's', '2020-06-01', 'North Creek');
    insert into engagements (id, request_id, matched_at) values ('e', 'r', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e', 'ada', 0);
    insert into planned_calls (id, engagement_id, starts_at, minutes, made_by_name, made_at) values ('${id}', 'e', date_trunc('hour', now()) + interval '1 day', 30, 'Ada', now())`);
  server = await serve(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const get = (path: string, method = "GET") => fetch(`${server.url}${path}`, { method });

test("a coach's calendar reads their calls at its address, which nobody keeps", async () => {
  const answer = await get(await makeLink(database.db, "calendar", "ada"));
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "text/calendar; charset=utf-8", "no-store"]);
  const feed = await answer.text();
  expect(feed).toContain(`UID:${id}@calls.coaching-network`);
  expect(feed).toContain("SUMMARY:Coaching call: North Creek");
  expect(feed).not.toContain("ATTENDEE");
});

test("it holds nobody else's calls", async () => {
  const feed = await (await get(await makeLink(database.db, "calendar", "ben"))).text();
  expect(feed).toContain("BEGIN:VCALENDAR");
  expect(feed).not.toContain("BEGIN:VEVENT");
});

test("an address that was ended, never was, or is to something else is answered alike", async () => {
  const ended = await makeLink(database.db, "calendar", "ada");
  await endLinks(database.db, "calendar", "ada");
  const ofRating = (await makeLink(database.db, "rating", "x")).replace("/r/", "/calendar/");
  const answers = await Promise.all([ended, `${ofRating}.ics`, `/calendar/${"a".repeat(43)}.ics`, "/calendar/x", "/calendar/..%2f.ics"].map((path) => get(path)));
  const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
  for (const each of told) expect(each).toEqual([404, { errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND" } }] }]);
});

test("reading records nothing, and there is nothing but reading", async () => {
  const path = await makeLink(database.db, "calendar", "ada");
  const before = await database.sql`select count(*) from audit_events`;
  await get(path);
  expect(await database.sql`select count(*) from audit_events`).toEqual(before);
  expect((await get(path, "POST")).status).toBe(404);
});

test("asking is counted as everywhere: an address that asks too often waits", async () => {
  const limited = await serve(database, { rateLimit: 3 });
  try {
    const statuses = [];
    for (let times = 0; times < 8; times += 1) statuses.push((await fetch(`${limited.url}/calendar/${"b".repeat(43)}.ics`)).status);
    expect(statuses.at(-1)).toBe(429);
  } finally {
    await limited.app.close();
  }
});
