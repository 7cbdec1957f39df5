import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_PROVIDER } from "../../testing.demo";
import type { Viewer } from "../viewer";

/** What coaches and providers come to see through the API, by every path that leads to a row. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Visible {
  readonly engagements: readonly string[];
  readonly requests: readonly string[];
  readonly sessions: readonly string[];
  readonly systems: readonly string[];
  readonly leaders: readonly string[];
}

const idsOf = async (statement: string): Promise<string[]> => (await database.sql.unsafe<{ id: string }[]>(statement)).map(({ id }) => id).sort();

/** What belongs to engagements that fulfil a condition over e, told by the tables themselves. */
async function belongingTo(condition: string): Promise<Visible> {
  const mine = `select e.id, e.request_id from engagements e where ${condition}`;
  return {
    engagements: await idsOf(`select id from (${mine}) mine`),
    requests: await idsOf(`select distinct request_id as id from (${mine}) mine`),
    sessions: await idsOf(`select x.id from sessions x join (${mine}) mine on mine.id = x.engagement_id`),
    systems: await idsOf(`select distinct r.system_id as id from requests r join (${mine}) mine on mine.request_id = r.id`),
    leaders: await idsOf(`select distinct r.leader_id as id from requests r join (${mine}) mine on mine.request_id = r.id where r.leader_id is not null`),
  };
}

const ofCoach = (id: string | null) => `exists (select from engagement_coaches ec where ec.engagement_id = e.id and ec.coach_id = '${id}')
  or exists (select from sessions x join session_coaches sc on sc.session_id = x.id where x.engagement_id = e.id and sc.coach_id = '${id}')`;
const ofProvider = (id: string | null) => `exists (select from engagement_coaches ec join coaches c on c.id = ec.coach_id where ec.engagement_id = e.id and c.provider_id = '${id}')`;

const EVERYTHING = `
  id system { id requests { id } } leader { id }
  engagements { id request { id leader { id } system { id } } sessions { id engagement { id request { id leader { id } } } } }`;

const PATHS: Readonly<Record<"requests" | "sessions" | "engagements" | "systems", string>> = {
  requests: EVERYTHING,
  sessions: `id engagement { id request { ${EVERYTHING} } }`,
  engagements: `id request { ${EVERYTHING} } sessions { id }`,
  systems: `id requests { ${EVERYTHING} }`,
};

interface Page {
  readonly nodes: readonly unknown[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Every node of a root connection. */
async function walk(ask: Ask, viewer: Viewer, field: string, selection: string): Promise<unknown[]> {
  const nodes: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { page: ${field}(first: 100, after: $after) { nodes { ${selection} } totalCount pageInfo { endCursor hasNextPage } } }`;
    const { data, errors }: { data: { page: Page } | null | undefined; errors: readonly unknown[] } = await ask<{ page: Page }>(query, { after }, viewer);
    expect(errors).toEqual([]);
    if (!data) return nodes;
    nodes.push(...data.page.nodes);
    if (!data.page.pageInfo.hasNextPage) return nodes;
    after = data.page.pageInfo.endCursor;
  }
}

const NOUNS: Readonly<Record<string, keyof Visible>> = {
  system: "systems",
  requests: "requests",
  request: "requests",
  leader: "leaders",
  engagements: "engagements",
  engagement: "engagements",
  sessions: "sessions",
  systems: "systems",
};

/** Every id within an answer, by what it is the id of. */
function collect(value: unknown, noun: keyof Visible, into: Record<keyof Visible, Set<string>>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, noun, into);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "id") into[noun].add(inner as string);
      else collect(inner, NOUNS[key] ?? noun, into);
    }
  }
}

/** Everything that a viewer comes across on every path. */
async function seenBy(viewer: Viewer): Promise<Visible> {
  const ask = await graphqlOver(database);
  const found = { engagements: new Set<string>(), requests: new Set<string>(), sessions: new Set<string>(), systems: new Set<string>(), leaders: new Set<string>() };
  for (const [field, selection] of Object.entries(PATHS)) collect(await walk(ask, viewer, field, selection), NOUNS[field] ?? "requests", found);
  return Object.fromEntries(Object.entries(found).map(([noun, ids]) => [noun, [...ids].sort()])) as unknown as Visible;
}

const VIEWERS: [string, Viewer, string][] = [
  ["a coach", DEMO_COACH, ofCoach(DEMO_COACH?.coachId ?? null)],
  ["a coach of another organisation", { ...DEMO_COACH, coachId: "coach-20" }, ofCoach("coach-20")],
  ["a provider's lead", DEMO_PROVIDER, ofProvider(DEMO_PROVIDER?.providerId ?? null)],
];

describe.each(VIEWERS)("%s", (_who, viewer, condition) => {
  test("comes across the rows of their engagements on some path, and no other row on any", async () => {
    const expected = await belongingTo(condition);
    expect(await seenBy(viewer)).toEqual(expected);
    expect(expected.engagements.length).toBeGreaterThan(3);
  });
});

test("staff come across every row, those of requests that nobody was matched with among them", async () => {
  const tables = ["engagements", "requests", "sessions", "systems", "leaders"];
  const expected = await Promise.all(tables.map(async (table) => [table, await idsOf(`select id from ${table}`)] as const));
  expect(await seenBy(STAFF)).toEqual(Object.fromEntries(expected));
});

test.each<[string, Viewer]>([
  ["a coach whose rows are not known", { ...DEMO_COACH, coachId: null }],
  ["a provider's lead whose organisation is not known", { ...DEMO_PROVIDER, providerId: null }],
  ["a coach of whom only the organisation is known", { ...DEMO_COACH, coachId: null, providerId: "org-02" }],
])("%s comes across nothing", async (_who, viewer) => {
  expect(await seenBy(viewer)).toEqual({ engagements: [], requests: [], sessions: [], systems: [], leaders: [] });
});

describe("by id", () => {
  const FIELDS = { engagement: "engagements", request: "requests", session: "sessions", system: "systems" } as const;

  test.each(Object.entries(FIELDS) as [keyof typeof FIELDS, (typeof FIELDS)[keyof typeof FIELDS]][])("%s: one's own is there; another's and one that does not exist get one answer", async (field, noun) => {
    const ask = await graphqlOver(database);
    const own = await belongingTo(ofCoach(DEMO_COACH?.coachId ?? null));
    const others = (await belongingTo("true"))[noun].filter((id) => !own[noun].includes(id));
    const query = `query ($id: ID!) { ${field}(id: $id) { id } }`;
    const answerTo = async (id: string | undefined, viewer: Viewer) => JSON.stringify(await ask(query, { id }, viewer)).replaceAll(String(id), "…");
    expect(await answerTo(own[noun][0], DEMO_COACH)).toBe(`{"data":{"${field}":{"id":"…"}},"errors":[]}`);
    const [anothers, nobodys] = [await answerTo(others[0], DEMO_COACH), await answerTo("no-such-id", DEMO_COACH)];
    expect(anothers).toBe(nobodys);
    expect(anothers).toContain("NOT_FOUND");
    expect(await answerTo(others[0], STAFF)).not.toContain("NOT_FOUND");
  });

  test("for who may see no rows, ids that exist and ids that do not get one answer too", async () => {
    const ask = await graphqlOver(database);
    const [id] = (await belongingTo("true")).requests;
    for (const viewer of [null, { ...DEMO_COACH, roles: ["funder" as const] }]) {
      const query = "query ($id: ID!) { request(id: $id) { id } }";
      expect(await ask(query, { id }, viewer)).toEqual(await ask(query, { id: "no-such-id" }, viewer));
    }
  });
});

test("filters and counts speak of one's own rows only", async () => {
  const ask = await graphqlOver(database);
  const own = await belongingTo(ofCoach(DEMO_COACH?.coachId ?? null));
  const query = '{ requests(scope: { from: "2020-01-01" }) { totalCount } sessions { totalCount } systems { totalCount } asked: systems(stage: REQUESTING, scope: { locales: [CITY, SUBURB, TOWN, RURAL] }) { totalCount } }';
  const { data } = await ask<Record<string, { totalCount: number }>>(query, {}, DEMO_COACH);
  expect(data?.["requests"]?.totalCount).toBe(own.requests.length);
  expect(data?.["sessions"]?.totalCount).toBe(own.sessions.length);
  expect(data?.["systems"]?.totalCount).toBe(own.systems.length);
  expect(data?.["asked"]?.totalCount).toBeLessThanOrEqual(own.systems.length);
});
