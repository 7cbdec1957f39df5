import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../../access/viewer";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly url: string | null;
}

async function search(ask: Ask, text: string, viewer: Viewer = STAFF, first = 20): Promise<Found[]> {
  const { data, errors } = await ask<{ search: Found[] }>("query ($text: String!, $first: Int!) { search(text: $text, first: $first) { kind id label detail url } }", { text, first }, viewer);
  expect(errors).toEqual([]);
  return data?.search ?? [];
}

test("a topic is found by its code, by the beginnings of its words, and misspelt", async () => {
  const ask = await graphqlOver(database);
  const [topic] = await database.sql<{ code: string; label: string }[]>`select code, label from topics where label = 'Multilingual learners'`;
  for (const text of [topic?.code ?? "", "multi lear", "LEARNERS", "multilingal learnrs"]) {
    expect([text, (await search(ask, text)).find(({ kind }) => kind === "TOPIC")]).toEqual([text, expect.objectContaining({ id: topic?.code, label: topic?.label })]);
  }
  expect((await search(ask, topic?.code.toLowerCase() ?? ""))[0]?.id).toBe(topic?.code);
});

test("staff find any system, by its name and by its leaid", async () => {
  const ask = await graphqlOver(database);
  const systems = await database.sql<{ id: string; name: string; leaid: string | null }[]>`select id, name, leaid from systems order by id limit 5`;
  for (const { id, name } of systems) expect((await search(ask, name, STAFF, 50)).map((found) => found.id)).toContain(id);
  const numbered = systems.filter(({ leaid }) => leaid !== null);
  expect(numbered.length).toBeGreaterThan(0);
  for (const { id, leaid } of numbered) expect((await search(ask, leaid ?? ""))[0]?.id).toBe(id);
});

test("nobody finds a system or a coach that their row rights do not open", async () => {
  const ask = await graphqlOver(database);
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  for (const viewer of [DEMO_COACH, DEMO_PROVIDER]) {
    const { data } = await ask<{ systems: { nodes: { id: string }[] } }>("{ systems(first: 100) { nodes { id } } }", {}, viewer);
    const own = new Set(data?.systems.nodes.map(({ id }) => id));
    const found = (await Promise.all(letters.map((letter) => search(ask, letter, viewer, 50)))).flat().filter(({ kind }) => kind === "SYSTEM");
    expect(found.length).toBeGreaterThan(0);
    for (const { id } of found) expect([id, own.has(id)]).toEqual([id, true]);
  }
  for (const viewer of [DEMO_FUNDER, null]) {
    const kinds = new Set((await Promise.all(letters.map((letter) => search(ask, letter, viewer, 50)))).flat().map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["DOMAIN", "PROVIDER", "RESOURCE", "TOPIC"]);
  }
});

test("what is nothing to search by finds nothing, and what has a meaning to a pattern has none here", async () => {
  const ask = await graphqlOver(database);
  for (const text of ["", "   ", "%", "_", "\\", "'; drop table topics --", "zzzzqqqq"]) expect([text, await search(ask, text)]).toEqual([text, []]);
});

test("as many are given as were asked for, and no more of a kind than leaves room for others", async () => {
  const ask = await graphqlOver(database);
  expect(await search(ask, "s", STAFF, 3)).toHaveLength(3);
  const perKind = Map.groupBy(await search(ask, "s", STAFF, 50), ({ kind }) => kind);
  expect(Math.max(...[...perKind.values()].map((found) => found.length))).toBeLessThanOrEqual(6);
  for (const variables of [{ text: "s", first: 0 }, { text: "s".repeat(101), first: 5 }]) {
    const { errors } = await ask("query ($text: String!, $first: Int!) { search(text: $text, first: $first) { id } }", variables);
    expect(errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  }
});
