import { getNamedType, getNullableType, isListType, type GraphQLSchema } from "graphql";
import { placesOf, withLiteralAt, withValueAt, type Place, type SentOperation } from "./testing.operations";

/** Texts that somebody may send where text is expected. */
const TEXTS: readonly string[] = [
  "",
  " ",
  "'",
  "' or 1=1 --",
  "'; drop table requests; --",
  "\\",
  '"',
  "$1",
  "{}",
  '{"a"}',
  "NULL",
  "%",
  "_%_",
  "(select pg_sleep(9))",
  "a\0b",
  "\ud800",
  "\u0001\u001b[31m",
  "\u202e\u200b\ufeff",
  "😀".repeat(40),
  "x".repeat(20_000),
  "__proto__",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "1e400",
  "-1",
];

const DAYS: readonly string[] = ["2021-02-30", "0000-01-01", "9999-12-31", "2021-1-1", "1900-01-01", "2200-12-31", "-2021-01-01", "infinity", "now", "2021-01-01T00:00:00Z"];

const NUMBERS: readonly unknown[] = [-1, 0, 101, 1e9, 2 ** 31, -(2 ** 31) - 1, 1.5, Infinity, Number.MAX_SAFE_INTEGER, "1", "0x10", ""];

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

const CURSORS: readonly string[] = ["junk", "////", cursor(), cursor("a"), cursor("a", "b"), cursor("1e400", "b"), cursor("99999999999999999999", "b"), cursor("1.5", "x"),
  cursor("-1", "x"), cursor("NaN", ""), cursor("\0", "b"), cursor("\ud800", "b"), cursor("'", "'"), cursor("x".repeat(9000), "y"), "W10", "bnVsbA"];

const MANY_KEYS = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key${index}`, index]));

/** What fits no type at all, or only by accident. */
const SHAPES: readonly unknown[] = [null, true, 7, {}, [], [[]], [null], { a: { b: { c: 1 } } }, MANY_KEYS, Array.from({ length: 5000 }, () => "x"), nested(40), { __proto__: null, constructor: 1 }];

function nested(levels: number): unknown {
  return levels === 0 ? "x" : [nested(levels - 1)];
}

const LITERALS: readonly string[] = ["null", "-1", "99999999999999999999", "1.5e400", '"\\u0000"', '"\\uD800"', '"""block \\""" text"""', "ENUM", "{ a: 1 }", "[[[[]]]]", "$undeclared", '"2021-02-30"', "true"];

/** Values to try at a place, those of its own type first. */
function valuesFor(place: Place): unknown[] {
  const { name } = getNamedType(place.type);
  const own = name === "Int" ? NUMBERS : name === "Date" ? DAYS : place.argument.name === "after" ? CURSORS : TEXTS;
  const inLists = isListType(getNullableType(place.type)) ? own.map((value) => [value, value]) : [];
  return [...own, ...inLists, ...SHAPES, ...TEXTS];
}

/**
 * Wrong and odd operations for every place where the schema takes a value.
 * @param share of the values tried at each place, chosen by `random` (0 to 1).
 */
export function hostileValues(schema: GraphQLSchema, share: number, random: () => number): SentOperation[] {
  return placesOf(schema).flatMap((place) => [
    ...valuesFor(place).filter(() => random() < share).map((value) => withValueAt(place, value)),
    ...LITERALS.filter(() => random() < share).map((literal) => withLiteralAt(place, literal)),
  ]);
}

const many = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join(" ");
const deep = (levels: number): string => (levels === 0 ? "{ id }" : `{ system { requests ${deep(levels - 1)} } }`);

const QUERIES: readonly string[] = [
  "", " ", "{", "}", "{}", "query", "{ a(", "{ network { name } } }", "#", "\ufeff{ network { name } }", "{ \u0000 }", "{ \ud800 }", '{ topics(first: "', "{ network { name }", "query { ...", "é",
  "{ nothing }", "{ network }", "{ network { nothing } }", "{ networks { name } }", "{ network { name { x } } }", "{ topics(last: 3) { totalCount } }", "{ request { id } }",
  "query q { viewer { id } } query q { viewer { id } }", "{ viewer { id } } { viewer { id } }", "fragment f on Query { viewer { id } }", "query a { viewer { id } } query b { viewer { id } }",
  "{ ...f } fragment f on Query { ...f }", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "{ ...nothing }", "{ ...f } fragment f on Nothing { id }", "{ ...f } fragment f on Topic { id }",
  "mutation { x }", "subscription { x }", "mutation { __typename }", "subscription { __typename }", "mutation m { network { name } }", "type Query { a: Int }", "extend type Query { a: Int }", "{ network { name @nothing } }",
  "query ($a: Nothing) { viewer { id } }", "query ($a: Int) { viewer { id } }", "query ($a: Int!) { topics(first: $a) { totalCount } }", "query ($a: Topic) { viewer { id } }", "{ topics(first: $a) { totalCount } }",
  'query ($a: Int = "x") { topics(first: $a) { totalCount } }', "query ($a: Int! = null) { topics(first: $a) { totalCount } }", "query ($a: Boolean!) { viewer @skip(if: $a) { id } }", "{ viewer @skip { id } }", "{ viewer @include(if: 3) { id } }",
  "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }", "{ __type(name: 3) { name } }", '{ __type(name: "Nothing") { name } }', "{ _service { sdl } }", "{ __schema { nothing } }",
  `{ ${many(1000, (index) => `a${index}: __typename`)} }`,
  `{ ${many(120, (index) => `a${index}: impact { requests { value } }`)} }`,
  `{ ${many(500, () => "network { name }")} }`,
  `{ network { ${many(900, (index) => `a${index}: name`)} } }`,
  `{ network { name ${many(1500, () => "@skip(if: false)")} } }`,
  `{ requests { nodes ${deep(3)} } }`,
  `{ requests { nodes ${deep(60)} } }`,
  `{ providers { coaches { ${many(6, () => "provider { coaches {")} id ${many(6, () => "} }")} } } }`,
  `${"{ a ".repeat(5000)}${"}".repeat(5000)}`,
  `{ network ${"{ name ".repeat(900)}${"}".repeat(900)} }`,
  `{ topics(first: ${"[".repeat(900)}${"]".repeat(900)}) { totalCount } }`,
  `{ ...f0 } ${many(60, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f60 on Query { network { name } }`,
  `{ ${many(300, (index) => `...f${index}`)} } ${many(300, (index) => `fragment f${index} on Query { network { name } }`)}`,
  `query (${many(400, (index) => `$v${index}: Int`)}) { network { name } }`,
];

/** Operations that are wrong or excessive as a whole. */
export const HOSTILE_OPERATIONS: readonly unknown[] = [
  ...QUERIES.map((query) => ({ query })),
  { query: "{ network { name } }", variables: MANY_KEYS },
  { query: "{ network { name } }", operationName: "nothing" },
  { query: "{ network { name } }", operationName: "__proto__" },
  { query: "{ network { name } }", variables: { "\0": 1 } },
  { query: "{ network { name } }", variables: nestedObject(45) },
  { query: "query ($n: Int = 5) { topics(first: $n) { totalCount } }", variables: { n: null } },
  { query: "query ($s: Scope) { impact(scope: $s) { requests { value } } }", variables: { s: MANY_KEYS } },
  { query: "query ($s: [ID!]!) { coaches(topics: $s) { totalCount } }", variables: { s: Array.from({ length: 9000 }, (_, index) => `'${index}`) } },
  { query: "query ($a: Int!, $b: Int!, $c: Int!) { topics(first: $a) { totalCount } x: topics(first: $b) { totalCount } y: topics(first: $c) { totalCount } }", variables: { a: "x", b: "y", c: "z" } },
  { extensions: { persistedQuery: { version: 1, sha256Hash: "junk" } } },
  { query: "{ network { name } }", extensions: { persistedQuery: { version: 1, sha256Hash: "junk" } } },
  { query: null, variables: null, operationName: null },
];

function nestedObject(levels: number): Record<string, unknown> {
  return levels === 0 ? {} : { inner: nestedObject(levels - 1) };
}
