import { afterAll, beforeAll, expect, test } from "vitest";
import { PLANTED_TRENDS } from "../../demo/planted";
import { graphqlOver } from "../../testing";
import { createDemoDatabase } from "../../testing.demo";
import type { TopicRow } from "../../network/framework/topic.table";
import type { TopicSeries } from "./series";
import { topicTrends } from "./trends";

const topic: TopicRow = { code: "A", kind: "topic", label: "A", definition: "A", domainCode: "X", position: 1, standing: "current", endedIn: null };
const RISING = [2, 4, 8, 14, 24, 40];

/** A rise whose tags come from systems, each with the same months. */
function seriesOf(systems: number): TopicSeries {
  const months = RISING.map((count, t) => ({ t, count, exposure: 100 }));
  const squaresAbout = (centre: number) => RISING.reduce((sum, count, t) => sum + count * (t - centre), 0) ** 2 / systems;
  return { topic, months, bringers: { count: systems, squaresAbout }, isTested: true, observed: 600, points: [] };
}

test("a rise that a handful of systems made is told as one that they may have made", () => {
  expect(topicTrends([seriesOf(4)], false)[0]).toMatchObject({ direction: "RISING", acrossSystems: false });
});

test("what is counted in requests, each an event of its own, is judged as it stands; what may not be told, not at all", () => {
  expect(topicTrends([{ ...seriesOf(4), bringers: "each its own" }], false)[0]).toMatchObject({ direction: "RISING", acrossSystems: true });
  expect(topicTrends([{ ...seriesOf(4), bringers: null }], true)[0]).toMatchObject({ direction: "RISING", acrossSystems: null });
});

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

test("the demo network's sessions on a topic come from few systems, and its rises and falls are told to be such", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ topicTrends: { topic: { code: string }; direction: string; acrossSystems: boolean | null }[] }>("{ topicTrends { topic { code } direction acrossSystems } }");
  const moving = data?.topicTrends.filter(({ direction }) => direction === "RISING" || direction === "FALLING") ?? [];
  expect(moving.map(({ topic: { code }, acrossSystems }) => [code, acrossSystems]).toSorted()).toEqual(PLANTED_TRENDS.map(({ topic: code }) => [code, false]).toSorted());
  expect(data?.topicTrends.filter((each) => !moving.includes(each)).every(({ acrossSystems }) => acrossSystems === null)).toBe(true);
});
