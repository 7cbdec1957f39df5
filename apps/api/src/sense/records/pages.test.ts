import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase } from "../../testing.demo";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> & { readonly id: string } }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

/** Field, its own arguments, and the node's field that it is in order of; some have an order of their own. */
const LISTS: [field: string, given: string, order: string, direction: "up" | "down" | "own"][] = [
  ["requests", "", "submittedAt", "down"],
  ["requests", "standing: OPEN", "submittedAt", "down"],
  ["sessions", "", "heldAt", "down"],
  ["sessions", "rated: false", "heldAt", "down"],
  ["engagements", "", "matchedAt", "own"],
  ["systems", "", "name", "up"],
  ["systems", "stage: SERVED", "name", "up"],
  ["coaches", "", "name", "up"],
  ["coaches", "role: SPECIALIST", "name", "up"],
  ["specialists", "", "name", "up"],
  ["resources", "", "title", "up"],
  ["topics", "", "code", "own"],
  ["districts", 'search: "school"', "name", "own"],
  ["districts", 'search: "unified district"', "name", "own"],
];

async function page(ask: Ask, [field, given, order]: readonly [string, string, string, ...unknown[]], first: number, after: string | null): Promise<Page> {
  const query = `query ($first: Int!, $after: String) { page: ${field}(first: $first, after: $after ${given}) {
    edges { cursor node { id ${order} } } totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
  const { data, errors } = await ask<{ page: Page }>(query, { first, after }, STAFF);
  expect(errors).toEqual([]);
  if (!data) throw new Error("There is no page.");
  return data.page;
}

describe.each(LISTS)("%s(%s)", (...list) => {
  test("page by page gives every item once, in order, and says the same total throughout", async () => {
    const ask = await graphqlOver(database);
    const whole: Page["edges"][number][] = [];
    const totals = new Set<number>();
    for (let after: string | null = null, more = true; more; ) {
      const { edges, totalCount, pageInfo }: Page = await page(ask, list, 7, after);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]);
      totals.add(totalCount);
      whole.push(...edges);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(new Set(whole.map(({ node }) => node.id)).size).toBe(whole.length);
    expect([...totals]).toEqual([whole.length]);
    expect(whole.length).toBeGreaterThan(3);
    // Larger pages cut the same list at other places.
    const hundred = await page(ask, list, 100, null);
    expect(hundred.edges).toEqual(whole.slice(0, 100));
    const [, , order, direction] = list;
    const keys = whole.map(({ node }) => String(node[order]).toLowerCase());
    const sorted = [...keys].sort((a, b) => (a < b ? -1 : Number(a > b)));
    expect(keys).toEqual({ up: sorted, down: sorted.toReversed(), own: keys }[direction]);
  });

  test("beyond its end is empty, with the total as it was", async () => {
    const ask = await graphqlOver(database);
    let last = await page(ask, list, 100, null);
    const { totalCount } = last;
    while (last.pageInfo.hasNextPage) last = await page(ask, list, 100, last.pageInfo.endCursor);
    const beyond = await page(ask, list, 5, last.pageInfo.endCursor);
    expect(beyond).toEqual({ edges: [], totalCount, pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: true } });
  });
});

test("a row that comes between two pages shifts nothing", async () => {
  const ask = await graphqlOver(database);
  const list = ["resources", "", "title", "up"] as const;
  const first = await page(ask, list, 3, null);
  const before = await page(ask, list, 3, first.pageInfo.endCursor);
  await database.sql`insert into resources (id, title, url) values ('new-1', '  AAA first of all', 'https://new.example')`;
  const after = await page(ask, list, 3, first.pageInfo.endCursor);
  expect(after.edges).toEqual(before.edges);
  expect(after.totalCount).toBe(before.totalCount + 1);
  await database.sql`delete from resources where id = 'new-1'`;
});
