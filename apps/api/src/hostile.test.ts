import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "./demo/load";
import { createSchema } from "./schema";
import { createDemoDatabase } from "./testing.demo";
import { HOSTILE_OPERATIONS, hostileValues } from "./testing.hostile";
import { serve, type TestServer } from "./testing.http";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await createDemoDatabase();
  server = await serve(database);
  cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** What no answer may speak of: the database's words, files, places in code. */
const INSIDE = /Failed query|PostgresError|relation "|syntax error at or near|invalid input syntax|transaction is aborted|drizzle|node_modules|file:|\/src\/|\.[jt]s:\d|\bat \w[\w.]* \(|DataLoader|stack/i;

const CODES = new Set([
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "QUERY_TOO_COMPLEX",
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

const LONGEST_MESSAGE = 310;

/** Of all values at all places; 1 tries every one, which takes minutes. */
const SHARE_TRIED = 0.02;

interface AnyAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What is wrong with an answer; empty when nothing is. */
function faultsOf(status: number, text: string): string[] {
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  const { data, errors = [] } = JSON.parse(text) as AnyAnswer;
  const faults = data === undefined && errors.length === 0 ? ["neither data nor errors"] : [];
  for (const { message, extensions } of errors) {
    if (!CODES.has(String(extensions?.["code"]))) faults.push(`code ${String(extensions?.["code"])}: ${message}`);
    if (message.length > LONGEST_MESSAGE) faults.push(`a message of ${message.length} characters`);
    if (INSIDE.test(message)) faults.push(`speaks of the inside: ${message}`);
    if (extensions && "stacktrace" in extensions) faults.push("has a stack");
  }
  return faults;
}

/** Sends them all, some at a time. @returns the faults found, each with its operation. */
async function sendAll(operations: readonly unknown[]): Promise<string[]> {
  const waiting = [...operations];
  const found: string[] = [];
  const worker = async () => {
    for (let operation = waiting.pop(); operation !== undefined; operation = waiting.pop()) {
      const answer = await server.graphql(operation, { cookie });
      const faults = faultsOf(answer.status, await answer.text());
      found.push(...faults.map((fault) => `${fault}\n  ${JSON.stringify(operation).slice(0, 400)}`));
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return found;
}

/** Numbers from 0 to 1, the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("whatever is asked", () => {
  test("wrong and odd values, at every place where the schema takes one, are refused or answered in order", { timeout: 300_000 }, async () => {
    const operations = hostileValues(createSchema(), SHARE_TRIED, seeded(20_200_504));
    expect(operations.length).toBeGreaterThan(500);
    expect(await sendAll(operations)).toEqual([]);
  });

  test("wrong and excessive operations are refused in order", async () => {
    expect(await sendAll(HOSTILE_OPERATIONS)).toEqual([]);
  });

  test("a batch is refused", async () => {
    for (const size of [1, 2, 500]) {
      const answer = await server.graphql(Array.from({ length: size }, () => ({ query: "{ network { name } }" })), { cookie });
      expect([answer.status, faultsOf(answer.status, await answer.text())]).toEqual([400, []]);
    }
  });

  test.each([
    ["a query", { query: "{ network { name } }" }, 200],
    ["a mutation", { query: "mutation { __typename }" }, 405],
    ["broken variables", { query: "{ network { name } }", variables: "{" }, 400],
    ["broken extensions", { query: "{ network { name } }", extensions: "[" }, 400],
    ["two queries", { query: "{ network { name } }&query={ viewer { id } }" }, 400],
  ])("by GET, %s is answered in order", async (_what, parameters, status) => {
    const answer = await fetch(`${server.url}/graphql?${new URLSearchParams(parameters as never).toString()}`, { headers: { cookie, "apollo-require-preflight": "1" } });
    expect([answer.status, faultsOf(answer.status, await answer.text())]).toEqual([status, []]);
  });

  test("after all that the network is as it was, and answers", async () => {
    const answer = await server.graphql({ query: "{ requests(first: 1) { totalCount } network { name } }" }, { cookie });
    expect(await answer.json()).toEqual({ data: { requests: { totalCount: expect.any(Number) as unknown }, network: { name: "Demo coaching network" } } });
  });
});
