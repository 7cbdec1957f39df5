import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

type Four = Readonly<Record<"demand" | "waiting" | "specialists" | "providers", Figure>>;
type Waiting = Four & { readonly state: { readonly code: string; readonly name: string }; readonly topics: readonly (Four & { readonly topic: { readonly code: string } })[] };

const FOUR = ["demand", "waiting", "specialists", "providers"].map((name) => `${name} { value n withheld }`).join(" ");
const QUERY = `query Q($scope: Scope) { waitingByState(scope: $scope) { state { code name } ${FOUR} topics { topic { code } ${FOUR} } } }`;

async function waiting(ask: Ask, scope: object = {}): Promise<readonly Waiting[]> {
  const { data, errors } = await ask<{ waitingByState: Waiting[] }>(QUERY, { scope });
  expect(errors).toEqual([]);
  return data?.waitingByState ?? [];
}

const sum = (figures: readonly Figure[]) => figures.reduce((all, { value }) => all + (value ?? 0), 0);

test("by topic the states add up to the gaps, and together they list every state that asks, by name", async () => {
  const ask = await graphqlOver(database);
  const states = await waiting(ask);
  expect(states.map(({ state }) => state.name)).toEqual(states.map(({ state }) => state.name).sort());
  const { data } = await ask<{ gaps: (Four & { topic: { code: string } })[] }>(`{ gaps { topic { code } demand { value } waiting { value } } }`);
  for (const gap of data?.gaps ?? []) {
    const here = states.flatMap(({ topics }) => topics.filter(({ topic }) => topic.code === gap.topic.code));
    expect([gap.topic.code, sum(here.map(({ demand }) => demand)), sum(here.map(({ waiting }) => waiting))]).toEqual([gap.topic.code, gap.demand.value, gap.waiting.value]);
  }
  const requests = await ask<{ requests: { totalCount: number } }>("{ requests(standing: WAITING) { totalCount } }");
  expect(sum(states.map((each) => each.waiting))).toBe(requests.data?.requests.totalCount);
});

test("those who serve a state serve it by name or serve any, and on a topic list it", async () => {
  const ask = await graphqlOver(database);
  const [before] = await waiting(ask);
  const code = before?.state.code ?? "";
  const topic = before?.topics[0]?.topic.code ?? "";
  await database.sql`insert into coach_states (coach_id, state_code) select c.id, 'GU' from coaches c join coach_topics ct on ct.coach_id = c.id
    where c.role = 'specialist' and ct.topic_code = ${topic} limit 1`;
  const after = (await waiting(ask, { topics: [topic] })).find(({ state }) => state.code === code);
  const whole = (await waiting(ask)).find(({ state }) => state.code === code);
  expect(whole?.specialists.value).toBe((before?.specialists.value ?? 0) - 1);
  expect(after?.specialists.value).toBe((before?.topics[0]?.specialists.value ?? 0) - 1);
  expect(after?.topics.map((each) => each.topic.code)).toEqual([topic]);
});

test("nobody but staff is told", async () => {
  const ask = await graphqlOver(database);
  for (const viewer of [DEMO_COACH, DEMO_PROVIDER, DEMO_FUNDER]) {
    expect((await ask(QUERY, {}, viewer)).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  }
  expect((await ask(QUERY, {}, null)).errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
});
