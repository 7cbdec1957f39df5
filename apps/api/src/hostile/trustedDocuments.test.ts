import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../demo/load";
import type { TrustedDocuments } from "../http/trustedDocuments";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";

const NETWORK = "query Name { network { demo } }";
const TOPICS = "query Topics($first: Int!) { topics(first: $first) { totalCount } }";
const DOCUMENTS: TrustedDocuments = new Map([
  ["sha256:network", NETWORK],
  ["sha256:topics", TOPICS],
]);

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  database = await createDemoDatabase();
  server = await serve(database, { documents: DOCUMENTS });
  cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const told = async (answer: Response) => [answer.status, await answer.json()];

describe.each(["a stranger", "somebody signed in"])("where only the dashboard's documents run, %s", (who) => {
  const headers = () => (who === "a stranger" ? {} : { cookie });

  test("runs one by its id", async () => {
    expect(await told(await server.graphql({ documentId: "sha256:network" }, headers()))).toEqual([200, { data: { network: { demo: true } } }]);
  });

  test("gives it variables", async () => {
    const answer = await server.graphql({ documentId: "sha256:topics", operationName: "Topics", variables: { first: 1 } }, headers());
    expect(await told(answer)).toMatchObject([200, { data: { topics: { totalCount: expect.any(Number) as number } } }]);
  });

  test("runs one by its text", async () => {
    expect((await server.graphql({ query: NETWORK }, headers())).status).toBe(200);
  });

  test.each(["{ network { demo } }", `${NETWORK} `, `${NETWORK} query More { viewer { id } }`, "{", "{ __schema { types { name } } }", "mutation { __typename }", ""])("runs no other: %j", async (query) => {
    const [status, body] = await told(await server.graphql({ query }, headers()));
    expect([status, body]).toEqual([403, { errors: [{ message: "Here, operations of one's own need an API key.", extensions: { code: "FORBIDDEN" } }] }]);
  });

  test("runs no other by GET", async () => {
    const answer = await fetch(`${server.url}/graphql?query=${encodeURIComponent("{ network { name } }")}`, { headers: { "apollo-require-preflight": "1", ...headers() } });
    expect(answer.status).toBe(403);
  });

  test("learns that an id is of another build", async () => {
    expect(await told(await server.graphql({ documentId: "sha256:gone" }, headers()))).toMatchObject([409, { errors: [{ extensions: { code: "CONFLICT", field: "documentId" } }] }]);
  });

  test("cannot send a text under a known id", async () => {
    expect((await server.graphql({ documentId: "sha256:network", query: "{ viewer { id } }" }, headers())).status).toBe(400);
  });

  test("is held to what a browser asks leave for before it sends", async () => {
    const answer = await fetch(`${server.url}/graphql`, { method: "POST", body: JSON.stringify({ documentId: "sha256:network" }), headers: { "content-type": "text/plain", ...headers() } });
    expect(answer.status).toBe(400);
  });
});

test("elsewhere both ids and texts run", async () => {
  const open = await serve(database);
  expect((await open.graphql({ query: "{ network { name } }" })).status).toBe(200);
  await open.app.close();
});
