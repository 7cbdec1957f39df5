import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putAdmin } from "../../access/people/testing.people";
import type { Account } from "../../access/viewer";
import { createDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { loadedModel } from "./model";

const NOW = new Date("2021-02-01T15:00:00Z");

let database: Awaited<ReturnType<typeof createDatabase>>;
let ada: Account;
let ask: Ask;
beforeAll(async () => {
  // An operation has its deadline, which on a busy machine the first reading of the model could miss.
  [database] = await Promise.all([createDatabase(), loadedModel()]);
  ada = await putAdmin(database);
  await database.sql`insert into systems (id, name, state_code) values ('s', 'System', 'CA')`;
});
afterAll(() => database.drop());
beforeEach(async () => {
  ask = await graphqlOver(database, NOW);
});

interface Suggested {
  readonly confidence: number;
  readonly topic: { readonly code: string };
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

async function suggested(text: string, first = 3): Promise<readonly Suggested[]> {
  const { data, errors } = await ask<{ suggestTopics: readonly Suggested[] }>("query ($text: String!, $first: Int!) { suggestTopics(text: $text, first: $first) { confidence topic { code } evidence { start end } } }", { text, first }, ada);
  expect(errors).toEqual([]);
  return data?.suggestTopics ?? [];
}

async function put(narrative: string | null): Promise<string> {
  const id = randomUUID();
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name, narrative) values (${id}, 's', '2021-01-30', 'System', ${narrative})`;
  return id;
}

const tag = (requestId: string, topics: readonly string[], idempotencyKey: string = randomUUID()) =>
  ask<{ tagRequest: { request: { topics: readonly { code: string }[] } } }>("mutation ($input: TagRequestInput!) { tagRequest(input: $input) { request { topics { code } } } }", { input: { requestId, topics, idempotencyKey } }, ada);

test("a need in nobody's words of art is suggested its topic, with the words that speak for it", async () => {
  const text = "👋🏽 every teacher is fried, they grade till midnight and 3 quit this month";
  const [best, ...others] = await suggested(text);
  expect([best?.topic.code, ...others.map(({ topic }) => topic.code)]).toContain("CUL-WEL");
  const words = best?.evidence.map(({ start, end }) => text.slice(start, end)) ?? [];
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u);
});

test("confidence falls from first to last, and as many come as are asked for", async () => {
  const all = await suggested("our bell schedule leaves no time for teams to plan", 10);
  expect(all).toHaveLength(10);
  expect(all.map(({ confidence }) => confidence)).toEqual(all.map(({ confidence }) => confidence).toSorted((a, b) => b - a));
  expect(await suggested("our bell schedule leaves no time for teams to plan", 1)).toEqual(all.slice(0, 1));
});

test("what is not in the framework gets no suggestion", async () => {
  expect(await suggested("The gutter above the loading dock came off, do you know a contractor?")).toEqual([]);
});

test("several needs are told apart and hold the whole text", async () => {
  const text = "Half of our families have no internet at home. We also need to rebuild the master schedule for the middle school.";
  const { data } = await ask<{ suggestNeeds: readonly { span: { start: number; end: number }; suggestions: readonly Suggested[] }[] }>(
    "query ($text: String!) { suggestNeeds(text: $text) { span { start end } suggestions { confidence topic { code } evidence { start end } } } }", { text }, ada);
  const needs = data?.suggestNeeds ?? [];
  expect(needs.map(({ suggestions }) => suggestions[0]?.topic.code)).toEqual(["TOL-ACC", "SYS-TIM"]);
  expect(needs.map(({ span }) => text.slice(span.start, span.end)).join(" ")).toBe(text);
  for (const { span, suggestions } of needs) {
    for (const { start, end } of suggestions.flatMap(({ evidence }) => evidence)) expect(start >= span.start && end <= span.end && start < end).toBe(true);
  }
});

test.each<[string, Record<string, unknown>]>([
  ["text", { text: " ", first: 3 }],
  ["text", { text: "x".repeat(20_001), first: 3 }],
  ["first", { text: "help", first: 0 }],
  ["first", { text: "help", first: 11 }],
])("%s at fault is named", async (field, variables) => {
  const { errors } = await ask("query ($text: String!, $first: Int!) { suggestTopics(text: $text, first: $first) { confidence } }", variables, ada);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});

test("tags that a person gives stand, replace those before, and keep what was suggested beside them", async () => {
  const id = await put("half of our families have no internet at home");
  expect((await tag(id, ["tol-acc", "FAM-ENG"])).data?.tagRequest.request.topics.map(({ code }) => code)).toEqual(["TOL-ACC", "FAM-ENG"]);
  expect((await tag(id, ["TOL-ACC"])).data?.tagRequest.request.topics.map(({ code }) => code)).toEqual(["TOL-ACC"]);
  const kept = await database.sql<{ topic_code: string; rank: number; need_start: number | null }[]>`select topic_code, rank, need_start from tag_suggestions where request_id = ${id} order by rank`;
  expect(kept).toHaveLength(3);
  expect(kept[0]).toMatchObject({ topic_code: "TOL-ACC", rank: 1 });
  const events = await database.sql<{ what: string }[]>`select action || ' ' || topic_code as what from tag_events where request_id = ${id} and author = ${ada.id} and stage = 'tagged' order by id`;
  expect(events.map(({ what }) => what).toSorted()).toEqual(["added FAM-ENG", "added TOL-ACC", "removed FAM-ENG"]);
});

test("a tagging sent again changes nothing; its key for another is a CONFLICT", async () => {
  const [id, key] = [await put(null), randomUUID()];
  await tag(id, ["NONE"], key);
  expect((await tag(id, ["NONE"], key)).data?.tagRequest.request.topics.map(({ code }) => code)).toEqual(["NONE"]);
  expect((await tag(id, ["PER-DIF"], key)).errors[0]?.code).toBe("CONFLICT");
  expect(await database.sql`select from tag_events where request_id = ${id}`).toHaveLength(1);
});

test("unknown codes, domains and NONE among others are refused by name, and a request that is not there", async () => {
  const id = await put(null);
  const { errors } = await tag(id, ["PER-DIF", "XXX-YYY", "PER"]);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.topics", message: expect.stringContaining("XXX-YYY, PER") as unknown }]);
  expect((await tag(id, ["NONE", "PER-DIF"])).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.topics" }]);
  expect((await tag("nobody", ["PER-DIF"])).errors[0]?.code).toBe("NOT_FOUND");
  expect(await database.sql`select from request_taggings where request_id = ${id}`).toHaveLength(0);
});

test("what people confirm is learned, for requests other than itself", async () => {
  const words = "the zorblatt keeps everyone from getting to the frimble in time";
  const others = [await put(words), await put(`${words} again`)];
  const before = (await suggested(`${words} today`)).findIndex(({ topic }) => topic.code === "DAT-MEA");
  for (const id of others) await tag(id, ["DAT-MEA"]);
  expect(before).toBe(-1);
  expect((await suggested(`${words} today`))[0]?.topic.code).toBe("DAT-MEA");
});

test("a narrative's needs are told to staff, and nothing where nothing was written", async () => {
  const asked = async (id: string, viewer = STAFF) => ask<{ requestNeeds: { needs: readonly { span: { start: number; end: number } }[] } }>("query ($id: ID!) { requestNeeds(requestId: $id) { needs { span { start end } } suggestions { confidence } } }", { id }, viewer);
  expect((await asked(await put("Chronic absence doubled."))).data?.requestNeeds.needs).toEqual([{ span: { start: 0, end: 24 } }]);
  expect((await asked(await put(null))).data?.requestNeeds).toEqual({ needs: [], suggestions: [] });
});
