import { afterAll, beforeAll, expect, test } from "vitest";
import { PLANTED_TRENDS } from "../../demo/planted";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Account } from "../../access/viewer";
import type { Figure } from "../figure/figure.type";
import { holdNoise, requestRecords, restsOnMany, sessionRecords } from "../figure/testing.thick";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

interface Trend {
  readonly topic: { readonly code: string };
  readonly direction: string;
  readonly qValue: number | null;
  readonly ratioPerMonth: Figure;
  readonly points: readonly { readonly start: string; readonly count: Figure; readonly share: Figure }[];
}

const FIGURE = "{ value low high n withheld }";

async function trends(ask: Ask, rest: string, viewer?: Account): Promise<Trend[]> {
  const query = `{ topicTrends${rest} { topic { code } direction qValue ratioPerMonth ${FIGURE} points { start count ${FIGURE} share ${FIGURE} } } }`;
  const { data, errors } = await ask<{ topicTrends: Trend[] }>(query, {}, viewer);
  expect(errors).toEqual([]);
  return data?.topicTrends ?? [];
}

test("a funder sees most planted rises and falls, calls nothing else one, and no estimate rests on few", async () => {
  const ask = await graphqlOver(database);
  const seen = await trends(ask, "", DEMO_FUNDER);
  const planted = new Map<string, string>(PLANTED_TRENDS.map(({ topic, direction }) => [topic, direction]));
  const moving = seen.filter(({ direction }) => direction === "RISING" || direction === "FALLING");
  for (const { topic, direction } of moving) expect([topic.code, direction]).toEqual([topic.code, planted.get(topic.code)]);
  expect(moving.length).toBeGreaterThan(planted.size / 2);

  const [sessions, hub] = [await sessionRecords(database), (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? ""];
  for (const { topic, ratioPerMonth, qValue } of seen) {
    const many = restsOnMany(sessions.filter(({ topics }) => topics.includes(topic.code)), hub);
    expect([topic.code, qValue !== null]).toEqual([topic.code, ratioPerMonth.value !== null]);
    expect([topic.code, qValue === null || many]).toEqual([topic.code, true]);
  }
});

test("a point is shown only where enough stands behind it, and has the answer of the same cell elsewhere", async () => {
  const ask = await graphqlOver(database);
  const requests = await requestRecords(database);
  const hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`)[0]?.id ?? "";
  for (const viewer of [DEMO_FUNDER, DEMO_PROVIDER]) {
    for (const { topic, points } of await trends(ask, "(interval: QUARTER, evidence: REQUESTS)", viewer)) {
      expect(points.map(({ start }) => start)).toEqual(["2020-04-01", "2020-07-01", "2020-10-01", "2021-01-01"]);
      for (const { start } of points.filter(({ count }) => count.value !== null)) {
        const from = Number(start.slice(5, 7));
        const inside = requests.filter(({ day, topics }) => topics.includes(topic.code) && day.slice(0, 4) === start.slice(0, 4) && Math.ceil(Number(day.slice(5, 7)) / 3) === (from + 2) / 3);
        const others = inside.filter(({ organisations }) => !organisations.includes(viewer.providerId ?? "nobody"));
        expect([topic.code, start, restsOnMany(inside, hub), restsOnMany(others, hub)]).toEqual([topic.code, start, true, true]);
      }
    }
  }
});
