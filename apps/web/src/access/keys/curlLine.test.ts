import { buildSchema, parse, validate } from "graphql";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { curlLine } from "./curlLine";

test("the line asks the API at its own address with the key, in JSON that a shell leaves alone", () => {
  const line = curlLine("https://network.example", "secret-1", ["SHARED_READ"]);
  expect(line).toContain("curl -sS https://network.example/graphql \\\n");
  expect(line).toContain("-H 'authorization: Bearer secret-1'");
  const body = /-d '(.*)'$/.exec(line)?.[1] ?? "";
  expect(body).not.toContain("'");
  expect(JSON.parse(body)).toEqual({ query: "{ viewer { name } impact { systemsServed { value n } } }" });
});

test("a key that may read one's own rows asks for those", () => {
  expect(curlLine("https://network.example", "s", ["SHARED_READ", "OWN_READ"])).toContain("sessions(first: 3)");
});

test("what the lines ask is what the API answers to", () => {
  const schema = buildSchema(readFileSync(new URL("../../../../../packages/schema/schema.graphql", import.meta.url), "utf8"));
  for (const scopes of [["SHARED_READ"], ["SHARED_READ", "OWN_READ"]] as const) {
    const body = /-d '(.*)'$/.exec(curlLine("https://network.example", "s", scopes))?.[1] ?? "";
    const { query } = JSON.parse(body) as { query: string };
    expect(validate(schema, parse(query))).toEqual([]);
  }
});
