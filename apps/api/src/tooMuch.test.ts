import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { connect } from "./db/client";
import { graphqlOver, type Ask } from "./testing";
import { createDemoDatabase } from "./testing.demo";

/** Operations that are well-formed but ask for more than is good for the others. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const codesOf = async (ask: Ask, query: string): Promise<unknown[]> => (await ask(query)).errors.map(({ code }) => code);

test("a statement that takes too long is cancelled, told as such in all its operation's fields, and the next operation works", async () => {
  const impatient = connect(database.url, { max: 1, statementTimeoutMs: 100 });
  onTestFinished(() => impatient.end());
  const ask = await graphqlOver(impatient);
  const query = "{ viewer { provider { id } } providers { id } resources(first: 2) { nodes { provider { id } } } }";
  const holder = await database.sql.reserve();
  await holder`begin`;
  await holder`lock table providers in access exclusive mode`;
  const codes = await codesOf(ask, query);
  await holder`rollback`;
  holder.release();
  expect(codes.length).toBeGreaterThan(0);
  expect(new Set(codes)).toEqual(new Set(["QUERY_TOO_COMPLEX"]));
  expect(await codesOf(ask, query)).toEqual([]);
});

test("lists within lists within lists are refused before they fill the memory", async () => {
  const ask = await graphqlOver(database);
  const query = `{ providers { ${"coaches { provider { ".repeat(6)} id ${"} }".repeat(6)} } }`;
  expect(await codesOf(ask, query)).toEqual(["QUERY_TOO_COMPLEX"]);
});

test.each([
  ["topics by week", "needPatterns(rows: TOPIC, columns: WEEK)"],
  ["states by topic", "needPatterns(rows: STATE, columns: TOPIC, evidence: SESSIONS)"],
])("the largest tables are far from refused: %s", async (_what, field) => {
  const ask = await graphqlOver(database);
  const FIGURE = "{ value low high n withheld }";
  const table = `{ rows { key label } columns { key label } cells { row { key label } column { key label } count ${FIGURE} systems ${FIGURE} share ${FIGURE} } }`;
  expect(await codesOf(ask, `{ a: ${field} ${table} b: ${field} ${table} c: ${field} ${table} }`)).toEqual([]);
});

test("trends by week with every point are far from refused", async () => {
  const ask = await graphqlOver(database);
  const trend = "topicTrends(interval: WEEK) { topic { code label domain { code } } points { start count { value n } share { value low high n } } ratioPerMonth { value low high } qValue direction }";
  expect(await codesOf(ask, `{ a: ${trend} b: ${trend} }`)).toEqual([]);
});
