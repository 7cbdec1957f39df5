import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../demo/load";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";

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

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(query: string, variables: unknown = {}, headers: Record<string, string> = { cookie }): Promise<{ status: number; answer: Answer; ms: number }> {
  const began = performance.now();
  const response = await server.graphql({ query, variables }, headers);
  return { status: response.status, answer: (await response.json()) as Answer, ms: performance.now() - began };
}

const codesOf = ({ errors = [] }: Answer) => [...new Set(errors.map(({ extensions }) => extensions.code))];
const many = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(" ");
const cycle = (levels: number): string => (levels === 0 ? "id" : `coaches { provider { ${cycle(levels - 1)} } }`);
const list = (levels: number): unknown => (levels === 0 ? "x" : [list(levels - 1)]);
const object = (levels: number): unknown => (levels === 0 ? {} : { topics: object(levels - 1) });

/** The ways that the catalogues of attacks on GraphQL name, heavier than those send them; each must be refused before anything runs. */
const TOO_MUCH: readonly [string, string, unknown?][] = [
  ["101 names for one field", `{ ${many(101, (index) => `a${index}: __typename`)} }`],
  ["1,000 names for one field", `{ ${many(600, (index) => `a${index}: __typename`)} }`],
  ["120 names for a costly field", `{ ${many(120, (index) => `a${index}: impact { requests { value } }`)} }`],
  ["a field 500 times", `{ ${many(500, () => "__typename")} }`],
  ["a field 900 times within another", `{ network { ${many(900, () => "name")} } }`],
  ["types that lead to each other, 60 deep", `{ providers { ${cycle(30)} } }`],
  ["fragments that double 30 times", `{ ...f0 } ${many(30, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f30 on Query { network { name } }`],
  ["300 fragments", `{ ${many(300, (index) => `...f${index}`)} } ${many(300, (index) => `fragment f${index} on Query { network { name } }`)}`],
];

const WRONG: readonly [string, string, unknown?][] = [
  ["fragments in a circle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"],
  ["ten directives that do not exist", `{ __typename ${many(10, () => "@aa")} }`],
  ["1,500 directives", `{ __typename ${many(1_500, () => "@include(if: true)")} }`],
  ["5,000 tokens", `{ network { ${many(2_600, () => "name")} } }`],
  ["5,000 levels", `${"{ a ".repeat(5_000)}${"}".repeat(5_000)}`],
  ["a literal of 900 lists within lists", `{ topics(first: ${"[".repeat(900)}${"]".repeat(900)}) { totalCount } }`],
  ["400 variables that nothing uses", `query (${many(400, (index) => `$v${index}: Int`)}) { network { name } }`],
  ["the description of itself, in circles", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }"],
  ["a list 45 deep in a variable", "query ($t: [ID!]) { coaches(topics: $t) { totalCount } }", { t: list(45) }],
  ["an object 45 deep in a variable", "query ($s: Scope) { impact(scope: $s) { requests { value } } }", { s: object(45) }],
  ["an object of 2,000 keys in a variable", "query ($s: Scope) { impact(scope: $s) { requests { value } } }", { s: Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, index])) }],
  ["a subscription", "subscription { network { name } }"],
];

const LARGEST_REFUSAL = 2_500;

describe.each([1, 2])("attempt %i, when the server may have kept the document", () => {
  test.each(TOO_MUCH)("%s: refused as too complex", async (_what, query, variables) => {
    const { status, answer, ms } = await ask(query, variables);
    expect([status, codesOf(answer), answer.errors?.[0]?.message]).toEqual([400, [expect.stringMatching(/QUERY_TOO_COMPLEX|GRAPHQL_(?:PARSE|VALIDATION)_FAILED/)], expect.any(String)]);
    expect(ms).toBeLessThan(2_000);
  });

  test.each(WRONG)("%s: refused, with few words", async (_what, query, variables) => {
    const { status, answer, ms } = await ask(query, variables);
    expect(status).toBeLessThan(500);
    expect(answer.errors?.length).toBeLessThanOrEqual(5);
    expect(codesOf(answer)).not.toContain("INTERNAL_SERVER_ERROR");
    expect(answer.data ?? null).toBeNull();
    expect(JSON.stringify(answer).length).toBeLessThan(LARGEST_REFUSAL);
    expect(ms).toBeLessThan(2_000);
  });
});

test("limits hold for a document that fits once its variables leave fields out", async () => {
  const query = `query ($show: Boolean!) { ${many(30, (index) => `a${index}: network @include(if: $show) { name }`)} }`;
  for (const show of [false, true, false]) expect(codesOf((await ask(query, { show })).answer)).toEqual(["QUERY_TOO_COMPLEX"]);
});

describe("the schema's description of itself", () => {
  const WAYS: readonly [string, string, unknown?][] = [
    ["plainly", "{ __schema { queryType { name } } }"],
    ["under another name", "{ x: __schema { types { name } } }"],
    ["behind a fragment", "{ ...f } fragment f on Query { __schema { types { name } } }"],
    ["one type", '{ __type(name: "Leader") { fields { name } } }'],
    ["one type by a variable", "query ($n: String!) { __type(name: $n) { fields { name } } }", { n: "Leader" }],
    ["one type by a default", 'query ($n: String! = "Leader") { __type(name: $n) { fields { name } } }'],
  ];
  test.each(WAYS)("is not for strangers: %s", async (_how, query, variables) => {
    const { status, answer } = await ask(query, variables, {});
    expect([status, codesOf(answer), answer.data]).toEqual([400, ["UNAUTHENTICATED"], undefined]);
  });

  test.each(WAYS)("is for those signed in: %s", async (_how, query, variables) => {
    expect((await ask(query, variables)).answer.errors).toBeUndefined();
  });

  test("is refused to a stranger also after somebody signed in has asked the same", async () => {
    const [, query] = WAYS[0] ?? ["", ""];
    await ask(query);
    expect(codesOf((await ask(query, {}, {})).answer)).toEqual(["UNAUTHENTICATED"]);
  });
});

test.each(["{ networ { name } }", "{ network { nam } }", "{ topics(frist: 1) { totalCount } }", "{ needPatterns(rows: TOPICS) { rows { key } } }", 'query ($s: Scope) { impact(scope: $s) { requests { valeu } } }'])("%s is wrong, and nothing is suggested in its place", async (query) => {
  const { answer } = await ask(query);
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
});

test.each([{ "apollo-federation-include-trace": "ftv1" }, { "x-apollo-tracing": "1" }])("asking for traces by %j gives none", async (header) => {
  const { answer } = await ask("{ network { name } }", {}, { cookie, ...header });
  expect(Object.keys(answer)).toEqual(["data"]);
});
