import { afterAll, beforeAll, expect, test } from "vitest";
import { createDemoDatabase } from "../../testing.demo";
import { graphqlOver } from "../../testing";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Rank {
  readonly topic: { readonly code: string };
  readonly count: { readonly value: number };
  readonly best: number;
  readonly worst: number;
}

test("every topic that was asked for has the ranks that chance leaves open, the most common first", async () => {
  const ask = await graphqlOver(database);
  const { data, errors } = await ask<{ topicRanks: Rank[] }>("{ topicRanks { topic { code } count { value } best worst } }");
  expect(errors).toEqual([]);
  const ranks = data?.topicRanks ?? [];
  expect(ranks.length).toBeGreaterThan(50);
  expect(ranks.some(({ topic }) => topic.code === "NONE")).toBe(false);
  expect(ranks[0]?.best).toBe(1);
  ranks.forEach(({ count, best, worst }, at) => {
    expect(count.value).toBeLessThanOrEqual(ranks[at - 1]?.count.value ?? Infinity);
    expect([best <= at + 1, worst >= at + 1]).toEqual([true, true]);
  });
  // Chance leaves much open among some 300 requests, but not everything.
  expect(ranks[0]?.worst).toBeLessThan(ranks.length / 2);
});

test("the demo network is too young for a yearly season, and says from when it would not be", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ topicSeasons: { months: number; topics: unknown[]; refusal: { reason: string; wouldLift: string } } }>(
    "{ topicSeasons { months topics { qValue } refusal { reason wouldLift } } }",
  );
  expect(data?.topicSeasons).toEqual({ months: 9, topics: [], refusal: { reason: "TOO_SHORT", wouldLift: "Records up to May 2022, or a period that begins earlier." } });
});
