import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../../access/viewer";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER } from "../../testing.demo";
import { freshnessOf } from "./freshness";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Fresh {
  readonly dataTo: string | null;
  readonly oldestSource: { readonly name: string; readonly at: string } | null;
  readonly sources: readonly { readonly name: string; readonly at: string | null }[];
}

async function fresh(ask: Ask, viewer: Viewer): Promise<Fresh | null> {
  const { data, errors } = await ask<{ network: { freshness: Fresh | null } }>("{ network { freshness { dataTo oldestSource { name at } sources { name at } } } }", {}, viewer);
  expect(errors).toEqual([]);
  return data?.network.freshness ?? null;
}

test("data go to the latest record, and the oldest kind is the one that ends first", async () => {
  const now = new Date("2020-12-01T12:00:00Z");
  const [latest] = await database.sql<{ requests: Date; sessions: Date; ratings: Date }[]>`
    select (select max(submitted_at) from requests where submitted_at <= ${now.toISOString()}) as requests,
      (select max(held_at) from sessions where held_at <= ${now.toISOString()}) as sessions, (select max(rated_at) from ratings where rated_at <= ${now.toISOString()}) as ratings`;
  const times = Object.entries(latest ?? {}).map(([name, at]) => ({ name: name.toUpperCase(), at: new Date(at).toISOString() }));
  const inOrder = times.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const found = await fresh(await graphqlOver(database, now), STAFF);
  expect(found?.sources).toEqual(times);
  expect(found?.oldestSource).toEqual(inOrder[0]);
  expect(found?.dataTo).toBe(inOrder.at(-1)?.at);
});

test("a coach is told of their own rows, and who sees none of none", async () => {
  const ask = await graphqlOver(database);
  const [all, own] = [await fresh(ask, STAFF), await fresh(ask, DEMO_COACH)];
  expect(own?.dataTo != null && all?.dataTo != null && own.dataTo <= all.dataTo).toBe(true);
  expect([await fresh(ask, DEMO_FUNDER), await fresh(ask, null)]).toEqual([null, null]);
});

test("an empty network has no freshness, and a kind without records is not the oldest", () => {
  const none = [{ name: "REQUESTS" as const, at: null }];
  expect(freshnessOf(none)).toEqual({ dataTo: null, oldestSource: null, sources: none });
  const at = new Date(0);
  expect(freshnessOf([...none, { name: "SESSIONS", at }]).oldestSource).toEqual({ name: "SESSIONS", at });
});
