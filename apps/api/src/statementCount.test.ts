import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { connect } from "./db/client";
import { graphqlOver, STAFF } from "./testing";
import { createDemoDatabase } from "./testing.demo";

/** However many rows a page has, the database is asked no more often: rows of one kind are asked for together. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

/** How often an operation runs each statement, whatever its parameters; and how many nodes it answered with. */
async function statements(query: string, first: number): Promise<{ kinds: Map<string, number>; nodes: number }> {
  const kinds = new Map<string, number>();
  const onStatement = (statement: string) => {
    const kind = statement.replaceAll(/\$\d+(, )?/g, "");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  };
  const connection = connect(database.url, { max: 1, onStatement });
  onTestFinished(() => connection.end());
  const ask = await graphqlOver(connection);
  const { data, errors } = await ask<Record<string, { nodes: unknown[] }>>(query, { first }, STAFF);
  expect(errors).toEqual([]);
  return { kinds, nodes: Object.values(data ?? {})[0]?.nodes.length ?? 0 };
}

const COACH = "id name provider { id name } topics { code domain { label } } states";
const SESSION = `id heldAt rating { rating comment } topics { code domain { label } } coaches { ${COACH} }`;
const ENGAGEMENT = `id matchedAt lead { id } coaches { ${COACH} } sessions { ${SESSION} engagement { id } }`;
const SYSTEM = "id name state stateName region";
const REQUEST = `id status system { ${SYSTEM} } leader { id name } topics { code domain { label } } tagEvents { topic { code } }
  engagements { ${ENGAGEMENT} request { id } } referrals { id destination }`;

const PAGES: [string, string][] = [
  ["requests", `query ($first: Int!) { requests(first: $first) { nodes { ${REQUEST} } totalCount } }`],
  ["sessions", `query ($first: Int!) { sessions(first: $first) { nodes { ${SESSION} engagement { id request { id system { ${SYSTEM} } leader { name } } } } totalCount } }`],
  ["systems", `query ($first: Int!) { systems(first: $first) { nodes { ${SYSTEM} requests { ${REQUEST} } } totalCount } }`],
  ["engagements", `query ($first: Int!) { engagements(first: $first) { nodes { ${ENGAGEMENT} request { ${REQUEST} } } totalCount } }`],
  ["coaches", `query ($first: Int!) { coaches(first: $first) { nodes { ${COACH} provider { coaches { ${COACH} } } } totalCount } }`],
  ["resources", "query ($first: Int!) { resources(first: $first) { nodes { id title topics { code domain { label } } provider { id name } } totalCount } }"],
  ["topics", "query ($first: Int!) { topics(first: $first) { nodes { code domain { code } } totalCount } }"],
  ["districts", 'query ($first: Int!) { districts(search: "school", first: $first) { nodes { leaid name state } totalCount } }'],
];

/** One statement for each level at which an operation comes to the same kind of row. */
const MOST_OF_A_KIND = 3;

describe("the same statement runs no more than three times, whether a page has 5 rows, 50 or 100", () => {
  test.each(PAGES)("%s", async (_name, query) => {
    for (const first of [5, 50, 100]) {
      const { kinds, nodes } = await statements(query, first);
      expect(nodes).toBeGreaterThan(Math.min(first, 20) - 1);
      expect([...kinds].filter(([, count]) => count > MOST_OF_A_KIND)).toEqual([]);
    }
  });
});
