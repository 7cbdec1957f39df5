import { getIntrospectionQuery, Kind, parse, type OperationDefinitionNode } from "graphql";
import { describe, expect, test } from "vitest";
import { createSchema } from "../schema";
import { MOST_POINTS, ROOT_POINTS } from "./fieldCosts";
import { checkCost, operationCost } from "./operationCost";
import { POINTS_AN_HOUR } from "./rateLimits";
import { dashboardOperations } from "./testing.dashboard";

const schema = createSchema();

function cost(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("There is no operation.");
  return operationCost(schema, document, operation, variables);
}

const REFUSED = expect.objectContaining({ code: "QUERY_TOO_COMPLEX" });
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(" ");

test("every root field has its points in the table, and nothing else has", () => {
  const root = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
  expect(Object.keys(ROOT_POINTS).sort()).toEqual(root.sort());
});

describe("what an operation costs", () => {
  test.each([
    ["one point at least", "{ __typename }", 1],
    ["the points of a figure's field, whatever is asked of it", "{ impact { requests { value } survival { months survival { value } } } }", 50],
    ["the sum of what is asked", "{ impact { requests { value } } gaps { topic { code } } }", 70],
    ["the same thing under two names twice", "{ a: gaps { topic { code } } b: gaps { topic { code } } }", 40],
    ["as much behind a fragment", "{ ...f } fragment f on Query { gaps { topic { code } } ... on Query { b: gaps { topic { code } } } }", 40],
    ["nothing for what is left out", "query ($no: Boolean = false) { network { name } gaps @include(if: $no) { topic { code } } }", 2],
    ["a page by its size", "{ requests(first: 100) { nodes { id } } }", 6],
    ["the default page where none is given", "{ requests { nodes { id system { id } leader { name } topics { code } } } }", 7],
    ["an edge as much as a node", "{ requests(first: 100) { edges { cursor node { id } } pageInfo { endCursor } totalCount } }", 6],
    ["each list within a page for each row", "{ requests(first: 100) { nodes { topics { code domain { code } } } } }", 12],
  ])("%s", (_what, source, points) => {
    expect(cost(source)).toBe(points);
  });

  test("a page's size is found in a literal, a variable, a variable's default and the argument's default alike", () => {
    const rows = "{ nodes { topics { code domain { code } } } }";
    const literal = cost(`{ requests(first: 100) ${rows} }`);
    expect(cost(`query ($n: Int!) { requests(first: $n) ${rows} }`, { n: 100 })).toBe(literal);
    expect(cost(`query ($n: Int! = 100) { requests(first: $n) ${rows} }`)).toBe(literal);
    expect(cost(`query ($n: Int) { requests(first: $n) ${rows} }`)).toBe(cost(`{ requests(first: 25) ${rows} }`));
    expect(cost(`query ($n: Int!) { requests(first: $n) ${rows} }`, { n: 1 })).toBeLessThan(literal);
  });

  test.each([-1_000_000, 0, 2_147_483_647])("a page of %d makes nothing cheaper, and is left to be refused as a page", (first) => {
    const points = cost(`{ gaps { topic { code } } requests(first: ${first}) { nodes { id } } }`);
    expect(points).toBeGreaterThanOrEqual(26);
    expect(points).toBeLessThan(MOST_POINTS);
  });

  test("only the operation that runs counts", () => {
    const document = parse("query cheap { network { name } } query dear { gaps { topic { code } } }");
    const points = document.definitions.map((each) => operationCost(schema, document, each as OperationDefinitionNode, {}));
    expect(points).toEqual([2, 20]);
  });

  test("tools read the schema for next to nothing", () => {
    expect(cost(getIntrospectionQuery())).toBe(1);
  });

  test("variables that do not fit are left to be refused in their own words", () => {
    expect(cost("query ($n: Int!) { requests(first: $n) { nodes { id } } }", { n: "many" })).toBe(1);
  });

  test("an argument that turns out to be null hides nothing behind it", () => {
    const source = `query ($n: Int) { requests(first: $n) { totalCount } ${times(19, (index) => `a${index}: impact { requests { value } }`)} }`;
    expect(() => cost(source, { n: null })).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
  });
});

describe("what is too dear", () => {
  test("as many figures as the limit pass, one more does not; cost and limit are told", () => {
    const figures = (count: number) => cost(`{ ${times(count, (index) => `a${index}: impact { requests { value } }`)} }`);
    expect(() => checkCost(figures(10))).not.toThrow();
    expect(() => checkCost(figures(11))).toThrow(REFUSED);
    expect(() => checkCost(figures(11))).toThrow(expect.objectContaining({ extensions: expect.objectContaining({ cost: 550, limit: 500 }) as unknown }));
    expect(() => checkCost(figures(11))).toThrow(/550 points.* 500 at most/);
  });

  test("lists within lists within lists are, however they are named", () => {
    const nested = (depth: number): string => (depth === 0 ? "id" : `coaches { provider { ${nested(depth - 1)} } }`);
    expect(() => checkCost(cost(`{ providers { ${nested(6)} } }`))).toThrow(REFUSED);
  });

  test("a hundred rows with all that belongs to them are not", () => {
    const row = "id system { id name } leader { name } topics { code } engagements { coaches { name provider { name } } sessions { heldAt rating { rating } topics { code } coaches { name } } }";
    expect(cost(`{ requests(first: 100) { nodes { ${row} } } }`)).toBeLessThan(MOST_POINTS / 2);
  });
});

describe("the dashboard", () => {
  const operations = dashboardOperations(schema);

  test("has operations to speak of", () => {
    expect(operations.length).toBeGreaterThan(12);
  });

  test.each(operations)("$name costs less than half of the limit, with full pages", ({ source, variables }) => {
    expect(cost(source, variables)).toBeLessThanOrEqual(MOST_POINTS / 2);
  });

  test("is far from the allowance of somebody who opens its dearest page every two seconds, all day long", () => {
    const dearest = Math.max(...operations.map(({ source, variables }) => cost(source, variables)));
    expect(dearest).toBeGreaterThan(40);
    expect((3_600 / 2) * dearest).toBeLessThan(POINTS_AN_HOUR.person);
  });
});
