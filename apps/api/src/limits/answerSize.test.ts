import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";
import { limitAnswers } from "./answerSize";

interface Shelf {
  readonly title: string;
  readonly books: readonly Shelf[];
}

const shelf = (levels: number): Shelf => ({ title: "x", books: levels === 0 ? [] : Array.from({ length: 10 }, () => shelf(levels - 1)) });

async function ask(source: string, mostFields: number) {
  const schema = limitAnswers(buildSchema("type Query { title: String! books: [Query!]! }"), mostFields);
  const { data, errors } = await graphql({ schema, source, rootValue: shelf(3), contextValue: {} });
  return { data, codes: errors?.map(({ extensions }) => extensions["code"]) };
}

test("an answer just within the limit is given, one beyond it refused as a whole", async () => {
  const source = "{ books { title books { title } } }";
  const within = 10 * 3 + 100 * 1;
  expect((await ask(source, within)).codes).toBeUndefined();
  expect(await ask(source, within - 1)).toEqual({ data: null, codes: ["QUERY_TOO_COMPLEX"] });
});

test("the same field under many names counts as many", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `t${index}: title`).join(" ");
  expect((await ask(`{ books { ${names} } }`, 500)).codes).toBeUndefined();
  expect((await ask(`{ books { ${names} } }`, 499)).codes).toEqual(["QUERY_TOO_COMPLEX"]);
});

test("fields behind fragments count too", async () => {
  const source = "{ books { ...named } } fragment named on Query { title ... on Query { other: title } }";
  expect((await ask(source, 20)).codes).toBeUndefined();
  expect((await ask(source, 19)).codes).toEqual(["QUERY_TOO_COMPLEX"]);
});
